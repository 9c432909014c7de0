create schema records;

-- The lasting store of one citizen or business: exactly one a subject, under one code.
create table records.record (
  id uuid primary key,
  code text not null unique,
  account uuid not null unique references accounts.account,
  kind text not null,
  created_at timestamptz not null,
  constraint a_record_is_of_a_person_or_an_organisation check (kind in ('person', 'organisation'))
);

create table records.item (
  id uuid primary key,
  record uuid not null references records.record,
  kind text not null,
  title text not null,
  number text,
  issuer uuid references organisations.unit,
  issued_on date,
  valid_to date,
  source text not null,
  origin uuid,
  file uuid references documents.file,
  legal_status text not null,
  authenticated_by uuid references accounts.account,
  authenticated_at timestamptz,
  replaced_by uuid references records.item,
  delivered_at timestamptz not null,
  constraint an_item_comes_from_a_named_source check (source in ('result', 'component', 'counter', 'portal', 'specialised-system', 'national-database', 'notary')),
  constraint an_item_has_one_legal_status check (legal_status in ('created', 'authenticated', 'not-verifiable', 'superseded'))
);
create index item_of_record on records.item (record, delivered_at desc, id desc);
create unique index one_item_for_each_origin_and_kind on records.item (record, origin, kind) where origin is not null;
