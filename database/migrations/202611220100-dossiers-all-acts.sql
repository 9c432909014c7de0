-- What the acts beside the straight line leave behind.
alter table dossiers.dossier
  add column forwarded_at timestamptz,
  add column proposal text not null default 'result',
  add column guidances smallint not null default 0,
  add column supplements smallint not null default 0,
  add column paper_check text,
  add column returned_by text,
  add column ended_at timestamptz,
  add column archived_at timestamptz,
  add column archived_from text,
  add column keep_until date,
  add column retention_basis text,
  add constraint a_proposal_is_a_result_or_a_supplement check (proposal in ('result', 'supplement')),
  add constraint papers_match_or_they_do_not check (paper_check in ('match', 'mismatch')),
  add constraint a_result_came_back_one_way check (returned_by in ('online', 'counter', 'post')),
  add constraint an_archived_dossier_knows_what_it_was check ((state = 'archived') = (archived_from is not null)),
  add constraint what_is_archived_says_by_which_rule check (archived_at is null or retention_basis is not null);

update dossiers.dossier d
set forwarded_at = e.at
from dossiers.event e
where e.dossier = d.id and e.event = 'forwarded';

-- What an amendment or a supplement replaced stays, under the version of the dossier in which it was replaced; what is present has none.
alter table dossiers.attachment
  drop constraint attachment_pkey,
  add column replaced_in integer,
  add constraint one_paper_in_one_place_of_one_version unique nulls not distinct (dossier, component, position, replaced_in);

create table dossiers.form_before (
  dossier uuid not null references dossiers.dossier,
  replaced_in integer not null,
  form_sealed bytea not null,
  primary key (dossier, replaced_in)
);

-- Every time the applicant was asked: at intake (guidance) or while settling (supplement). `number` is given when it goes out; what a
-- leader sent back never gets one.
create table dossiers.request (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier,
  kind text not null,
  number smallint,
  content_sealed bytea not null,
  made_at timestamptz not null,
  made_by uuid not null references accounts.account,
  released_at timestamptz,
  released_by uuid references accounts.account,
  unit uuid references organisations.unit,
  file uuid references documents.file,
  answered_at timestamptz,
  constraint a_request_is_guidance_or_supplement check (kind in ('guidance', 'supplement')),
  constraint what_went_out_has_its_number check ((released_at is null) = (number is null)),
  constraint only_what_went_out_is_answered check (answered_at is null or released_at is not null),
  unique (dossier, kind, number)
);
create index request_of_dossier on dossiers.request (dossier, made_at, id);

-- Letters of apology, signed; each goes out with one second request, or alone when a result is late.
create table dossiers.apology (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier,
  about text not null,
  file uuid not null references documents.file,
  signed_by uuid not null references accounts.account,
  signed_at timestamptz not null,
  used_in integer,
  constraint an_apology_is_about_one_of_three check (about in ('second-guidance', 'second-supplement', 'late'))
);
create index apology_of_dossier on dossiers.apology (dossier, about, signed_at);
