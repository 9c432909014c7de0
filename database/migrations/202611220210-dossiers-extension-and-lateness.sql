-- An extension waits as a proposal: first for the division's leader, then, agreed to, for the director of the centre.
alter table dossiers.dossier
  drop constraint a_proposal_is_a_result_or_a_supplement,
  add constraint a_proposal_is_one_of_four check (proposal in ('result', 'supplement', 'extension', 'extension-agreed'));

-- Open dossiers of an agency by their promised date: which letters of apology are to be drafted.
create index dossier_open_due on dossiers.dossier (agency, due) where issued_at is null and due is not null;

-- Every extension that was asked for: how much, why, who agreed, and what became of the promised date.
create table dossiers.extension (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier,
  value numeric not null,
  unit text not null,
  reason_sealed bytea not null,
  was timestamptz not null,
  made_at timestamptz not null,
  made_by uuid not null references accounts.account,
  agreed_at timestamptz,
  agreed_by uuid references accounts.account,
  outcome text,
  due timestamptz,
  ended_at timestamptz,
  ended_by uuid references accounts.account,
  constraint an_extension_is_said_in_time check (unit in ('working-hours', 'working-days', 'calendar-days') and value > 0),
  constraint an_extension_is_granted_or_declined check (outcome in ('extended', 'declined')),
  constraint only_an_extension_agreed_to_is_granted check (outcome is distinct from 'extended' or agreed_at is not null),
  constraint a_granted_extension_has_its_new_date check ((outcome is not distinct from 'extended') = (due is not null)),
  constraint an_ended_extension_has_its_outcome check ((outcome is null) = (ended_at is null))
);
create index extension_of_dossier on dossiers.extension (dossier, made_at, id);

-- A letter knows which promised date it is about, which new one it gives, its number, and since when everybody may read of it.
alter table dossiers.apology
  drop constraint an_apology_is_about_one_of_three,
  add column number text,
  add column unit uuid references organisations.unit,
  add column due timestamptz,
  add column new_due timestamptz,
  add column cause text,
  add column published_at timestamptz,
  add constraint an_apology_is_about_one_of_four check (about in ('second-guidance', 'second-supplement', 'late', 'extension')),
  alter column signed_by drop not null;
create index apology_published on dossiers.apology (published_at desc, id desc) where published_at is not null;

-- A letter drafted before a promised date passes, until the head of the agency signs one for that date.
create table dossiers.delay (
  dossier uuid not null references dossiers.dossier,
  due timestamptz not null,
  reason_sealed bytea not null,
  file uuid not null references documents.file,
  drafted_at timestamptz not null,
  -- Signed, settled in time, or promised anew: nobody has to look at it any more.
  closed_at timestamptz,
  primary key (dossier, due)
);
create index delay_waiting on dossiers.delay (dossier) where closed_at is null;

update dossiers.apology a
set due = (e.details ->> 'due')::timestamptz, unit = d.agency
from dossiers.event e
join dossiers.dossier d on d.id = e.dossier
where e.dossier = a.dossier and a.about = 'late' and e.event = 'apologised-for-delay' and e.details ->> 'file' = a.file::text;
