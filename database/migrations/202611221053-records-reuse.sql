-- A paper of a record used again in a dossier: by whom, for what, and on what it stands.
create table records.reuse (
  id uuid primary key,
  item uuid not null references records.item,
  dossier uuid not null,
  purpose text not null,
  basis text not null,
  used_by uuid not null references accounts.account,
  used_at timestamptz not null,
  constraint a_reuse_has_a_purpose check (length(trim(purpose)) > 2),
  constraint a_reuse_has_a_basis check (basis in ('own-filing', 'asked-at-the-counter'))
);
create index reuse_of_item on records.reuse (item, used_at);
create index reuse_in_dossier on records.reuse (dossier, used_at);
