create schema safety;

-- Who hears of an alert: an officer of each unit that answers for the safety of information.
create table safety.contact (
  id uuid primary key,
  duty text not null,
  unit uuid not null references organisations.unit,
  account uuid not null references accounts.account,
  made_by uuid not null references accounts.account,
  made_at timestamptz not null,
  ended_at timestamptz,
  constraint a_contact_has_one_of_the_duties check (duty in ('operator', 'it-centre'))
);
create unique index one_contact_in_force_by_person on safety.contact (duty, account) where ended_at is null;

-- What a rule found in the audit; while it is open, more of the same is counted here and not told again.
create table safety.alert (
  id uuid primary key,
  rule text not null,
  -- Whom it is about: an account, a network, or nothing when it is about the house.
  subject text not null,
  entries integer not null,
  first_entry bigint,
  last_entry bigint,
  details jsonb not null,
  raised_at timestamptz not null,
  last_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references accounts.account,
  conclusion_sealed bytea,
  constraint who_closed_an_alert_said_why check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (conclusion_sealed is null))
);
create unique index one_open_alert_of_a_kind on safety.alert (rule, subject) where closed_at is null;
create index alert_by_instant on safety.alert (raised_at, id);

-- Until when the rules have read the audit.
create table safety.watch (
  one boolean primary key default true,
  read_until timestamptz not null,
  constraint there_is_one_watch check (one)
);

-- A suspected violation that somebody reported, with the entries of the audit as they stood then.
create table safety.case (
  id uuid primary key,
  number text not null unique,
  kind text not null,
  told_sealed bytea not null,
  stream text not null,
  extract_sealed bytea not null,
  extract_sha256 bytea not null,
  entries integer not null,
  reported_by uuid references accounts.account,
  reported_from text,
  reported_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references accounts.account,
  conclusion_sealed bytea,
  constraint who_closed_a_case_said_why check ((closed_at is null) = (closed_by is null) and (closed_at is null) = (conclusion_sealed is null))
);
create index case_by_instant on safety.case (reported_at, id);
