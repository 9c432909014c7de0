-- A second proof of who signs in: a secret shared with the holder's own device. It counts from when the first code was right; a code is
-- taken once, and never an earlier one.
create table accounts.second_factor (
  account uuid primary key references accounts.account,
  secret_sealed bytea not null,
  begun_at timestamptz not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0
);

-- For who lost the device: each code works once. Only hashes are kept.
create table accounts.recovery_code (
  code bytea primary key,
  account uuid not null references accounts.account,
  made_at timestamptz not null,
  used_at timestamptz
);
create index recovery_code_by_account on accounts.recovery_code (account);

-- Whether the session was opened, or later raised, by two proofs.
alter table accounts.session add column two_factors boolean not null default false;
