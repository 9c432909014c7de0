create schema signatures;

create table signatures.certificate (
  id uuid primary key,
  serial text not null unique,
  kind text not null,
  subject text not null,
  issuer text not null,
  account uuid references accounts.account,
  unit uuid references organisations.unit,
  certificate bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  revoked_at timestamptz,
  created_at timestamptz not null,
  constraint a_certificate_speaks_for_somebody check (
    (kind = 'authority' and account is null and unit is null)
    or (kind = 'person' and account is not null)
    or (kind = 'organisation' and unit is not null))
);
create index certificate_by_account on signatures.certificate (account) where account is not null;
create index certificate_by_unit on signatures.certificate (unit) where unit is not null;

-- The device that keeps the private key. Who has an organisation's key in hand is named here: the custodian.
create table signatures.device (
  id uuid primary key,
  certificate uuid not null references signatures.certificate,
  custodian uuid references accounts.account,
  kind text not null,
  locked_key bytea,
  wrong_pins smallint not null default 0,
  state text not null default 'in-use',
  created_at timestamptz not null,
  constraint a_device_is_in_one_state check (state in ('in-use', 'locked', 'lost', 'recalled'))
);
create index device_by_custodian on signatures.device (custodian);

create table signatures.signature (
  id uuid primary key,
  file uuid not null references documents.file,
  position smallint not null,
  speaks_as text not null,
  certificate uuid not null references signatures.certificate,
  signer uuid not null references accounts.account,
  draft_sha256 bytea not null,
  signed_at timestamptz not null,
  constraint a_signature_is_personal_or_of_an_organisation check (speaks_as in ('person', 'organisation')),
  constraint signatures_on_a_file_stand_in_order unique (file, position)
);
