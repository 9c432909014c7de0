-- The instant whose policy a dossier keeps: of a day alone a value decided later that day would have reached back.
alter table dossiers.dossier add column policy_at timestamptz;
update dossiers.dossier set policy_at = coalesce(submitted_at, created_at);
alter table dossiers.dossier alter column policy_at set not null;
alter table dossiers.dossier drop column policy_day;
