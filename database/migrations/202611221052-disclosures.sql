create schema disclosures;

-- What the holder of data agreed to: to whom, for what, which parts, until when; in the words they were shown.
create table disclosures.consent (
  id uuid primary key,
  account uuid not null references accounts.account,
  recipient text not null,
  purpose text not null,
  parts text[] not null,
  words text not null,
  edition text not null,
  given_at timestamptz not null,
  valid_to date not null,
  withdrawn_at timestamptz,
  constraint a_consent_says_to_whom_and_why check (length(trim(recipient)) > 2 and length(trim(purpose)) > 2),
  constraint a_consent_names_parts check (cardinality(parts) > 0)
);
create index consent_of_account on disclosures.consent (account, given_at);

-- Data of a dossier handed to somebody outside: never without a purpose and a basis.
create table disclosures.release (
  id uuid primary key,
  kind text not null,
  dossier uuid not null references dossiers.dossier,
  holder uuid not null references accounts.account,
  recipient text not null,
  purpose text not null,
  parts text[] not null,
  basis text,
  consent uuid references disclosures.consent,
  document_number text,
  document_date date,
  released_by uuid not null references accounts.account,
  unit uuid references organisations.unit,
  released_at timestamptz not null,
  constraint a_release_is_of_one_kind check (kind in ('authority', 'sharing')),
  constraint a_release_says_to_whom_and_why check (length(trim(recipient)) > 2 and length(trim(purpose)) > 2),
  constraint a_release_names_parts check (cardinality(parts) > 0),
  constraint an_authority_asks_by_a_document_under_a_law check (kind <> 'authority'
    or (length(trim(coalesce(basis, ''))) > 2 and length(trim(coalesce(document_number, ''))) > 0 and document_date is not null)),
  constraint sharing_stands_on_consent check (kind <> 'sharing' or consent is not null)
);
create index release_of_dossier on disclosures.release (dossier, released_at);
create index release_of_holder on disclosures.release (holder, released_at);
