create schema documents;

-- A file lies under the hash of its ciphertext; its own key is wrapped here. Destroying the key destroys the file.
create table documents.file (
  id uuid primary key,
  name_sealed bytea not null,
  media_type text not null,
  size integer not null,
  pages integer,
  active_content boolean not null default false,
  sha256 bytea not null,
  address text not null,
  wrapped_key bytea,
  scan text not null,
  owner uuid not null references accounts.account,
  uploaded_at timestamptz not null,
  attached_at timestamptz,
  destroyed_at timestamptz,
  constraint a_file_was_scanned_or_not check (scan in ('clean', 'not-scanned', 'infected')),
  constraint a_destroyed_file_has_no_key check ((destroyed_at is null) = (wrapped_key is not null))
);
create index file_waiting_to_be_attached on documents.file (uploaded_at) where attached_at is null and destroyed_at is null;
create index file_by_owner on documents.file (owner, id);
