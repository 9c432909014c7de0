-- Lists that cost the same among a million dossiers as among a hundred thousand: each page reads as many rows of one index as it
-- shows. The order of each index is the order of its list.

-- A queue is shown by what is left of its time, and counted with what is late, also by desk within an agency: from the index alone.
drop index dossiers.dossier_waiting;
create index dossier_waiting on dossiers.dossier (desk, queue, coalesce(due, 'infinity'::timestamptz), id)
  include (due, issued_at, agency, reception) where queue is not null;
drop index dossiers.dossier_of_officer;
create index dossier_of_officer on dossiers.dossier (officer, coalesce(due, 'infinity'::timestamptz), id)
  include (due, issued_at) where queue = 'mine';

-- What somebody reaches, the latest change first.
drop index dossiers.dossier_of_reception;
create index dossier_of_reception on dossiers.dossier (reception, changed_at desc, id desc);
drop index dossiers.dossier_of_agency;
create index dossier_of_agency on dossiers.dossier (agency, changed_at desc, id desc);
create index dossier_of_filer on dossiers.dossier (filed_by, changed_at desc, id desc);
create index dossier_once_held on dossiers.dossier (officer, changed_at desc, id desc) where officer is not null;
create index dossier_changed on dossiers.dossier (changed_at desc, id desc);

-- The register of a counter, in the order of its book.
create index dossier_in_register on dossiers.dossier (reception, accepted_at, id) where accepted_at is not null;

-- People are found by a part of their name without its marks.
alter table dossiers.dossier add column applicant_folded text generated always as (ground.fold(applicant_name)) stored;
create index dossier_named on dossiers.dossier using gin (applicant_folded gin_trgm_ops);
