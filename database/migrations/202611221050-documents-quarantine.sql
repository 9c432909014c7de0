-- What the virus scanner found something in: kept sealed and apart from all files, so that nobody can open it and whoever answers for safety can have it examined.
create table documents.quarantine (
  id uuid primary key,
  name_sealed bytea not null,
  content_sealed bytea,
  sha256 bytea not null,
  size integer not null,
  found text not null,
  sent_by uuid not null references accounts.account,
  sent_from text,
  kept_at timestamptz not null,
  destroyed_at timestamptz,
  constraint what_was_destroyed_has_no_content check ((destroyed_at is null) = (content_sealed is not null))
);
create index quarantine_still_kept on documents.quarantine (kept_at) where destroyed_at is null;
