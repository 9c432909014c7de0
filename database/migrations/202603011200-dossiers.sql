create schema dossiers;

create table dossiers.dossier (
  id uuid primary key,
  version integer not null,
  state text not null,
  reference text unique,
  code text unique,

  procedure text not null references procedures.procedure,
  procedure_version uuid not null references procedures.version,
  policy_day date not null,

  applicant uuid not null references accounts.account,
  applicant_kind text not null,
  applicant_name text not null,
  filed_by uuid not null references accounts.account,
  channel text not null,
  return_by text not null,
  form_sealed bytea not null,

  agency uuid not null references organisations.unit,
  reception uuid not null references organisations.unit,
  officer uuid references accounts.account,
  proposed_by uuid references accounts.account,

  queue text,
  desk uuid references organisations.unit,
  due timestamptz,
  intake_due timestamptz,

  fee bigint,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  submitted_at timestamptz,
  received_at timestamptz,
  accepted_at timestamptz,
  issued_at timestamptz,
  returned_at timestamptz,

  papers smallint not null default 0,
  papers_digitised smallint not null default 0,
  papers_reused smallint not null default 0,
  database_evidence jsonb,
  late_fault text,
  late_reason text,
  result_code text,

  constraint a_dossier_came_by_one_channel check (channel in ('online', 'counter', 'post')),
  constraint a_result_goes_back_one_way check (return_by in ('online', 'counter', 'post')),
  constraint only_a_draft_has_no_reference check ((state = 'draft') = (reference is null)),
  constraint an_accepted_dossier_has_a_code check (accepted_at is null or code is not null),
  constraint a_dossier_waits_at_a_desk_or_nowhere check ((queue is null) = (desk is null))
);
create index dossier_waiting on dossiers.dossier (desk, queue, due, id) where queue is not null;
create index dossier_of_officer on dossiers.dossier (officer, due, id) where queue = 'mine';
create index dossier_of_applicant on dossiers.dossier (applicant, changed_at desc, id desc);
create index dossier_of_reception on dossiers.dossier (reception, id desc);
create index dossier_of_agency on dossiers.dossier (agency, id desc);

-- What happened, in order; the history people read. Never changed.
create table dossiers.event (
  dossier uuid not null references dossiers.dossier,
  version integer not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  by uuid references accounts.account,
  unit uuid references organisations.unit,
  details jsonb not null,
  primary key (dossier, version)
);

create table dossiers.attachment (
  dossier uuid not null references dossiers.dossier,
  component text not null,
  position smallint not null,
  file uuid references documents.file,
  item uuid references records.item,
  primary key (dossier, component, position),
  constraint an_attachment_is_a_file_or_an_item_of_the_record check ((file is null) <> (item is null))
);

-- The officer's mark on each component: at intake (verdict) and when settling (authenticated).
create table dossiers.component (
  dossier uuid not null references dossiers.dossier,
  component text not null,
  verdict text,
  reason_sealed bytea,
  checked_by uuid references accounts.account,
  checked_at timestamptz,
  authenticated text,
  authenticated_reason_sealed bytea,
  authenticated_by uuid references accounts.account,
  authenticated_at timestamptz,
  primary key (dossier, component),
  constraint a_verdict_is_one_of_three check (verdict in ('ok', 'fail', 'not-applicable')),
  constraint a_failed_component_has_a_reason check (verdict <> 'fail' or reason_sealed is not null),
  constraint what_cannot_be_verified_has_a_reason check (authenticated <> 'not-verifiable' or authenticated_reason_sealed is not null)
);

-- The steps of the procedure's process as they are walked.
create table dossiers.task (
  dossier uuid not null references dossiers.dossier,
  position smallint not null,
  step text not null,
  name text not null,
  role text not null,
  unit uuid not null references organisations.unit,
  holder uuid references accounts.account,
  budget_minutes integer,
  started_at timestamptz not null,
  due timestamptz,
  ended_at timestamptz,
  primary key (dossier, position)
);

create table dossiers.document (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier,
  kind text not null,
  title text not null,
  file uuid not null references documents.file,
  made_at timestamptz not null,
  made_by uuid references accounts.account
);
create index document_of_dossier on dossiers.document (dossier, made_at, id);

create table dossiers.result (
  dossier uuid primary key references dossiers.dossier,
  identifier text not null unique,
  outcome text not null,
  kind text not null,
  title text not null,
  fields_sealed bytea not null,
  note_sealed bytea,
  draft uuid not null references documents.file,
  file uuid references documents.file,
  number text,
  issuer uuid not null references organisations.unit,
  issued_on date,
  revoked_at timestamptz,
  constraint an_outcome_is_one_of_two check (outcome in ('grant', 'refuse'))
);
