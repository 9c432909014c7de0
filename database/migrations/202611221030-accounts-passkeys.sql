-- A passkey (WebAuthn) of a holder: the key's own name, its public half, how often it says it was used. The secret half never leaves the
-- holder's device, so nothing here signs anybody in.
create table accounts.passkey (
  id uuid primary key,
  account uuid not null references accounts.account,
  credential bytea not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  label text not null,
  synced boolean not null,
  made_at timestamptz not null,
  used_at timestamptz,
  constraint a_counter_begins_at_nought check (counter >= 0)
);
create index passkey_by_account on accounts.passkey (account);

-- Questions that were answered: none is taken twice. Swept once they would be too old anyway.
create table accounts.spent_challenge (
  challenge bytea primary key,
  ends_at timestamptz not null
);
create index spent_challenge_by_end on accounts.spent_challenge (ends_at);
