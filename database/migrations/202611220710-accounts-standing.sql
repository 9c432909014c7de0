-- Why an account stands as it does: every change with who made it, and what they gave as the reason (sealed: people write names there).
create table accounts.standing_change (
  id uuid primary key,
  account uuid not null references accounts.account,
  act text not null,
  state text not null,
  by uuid not null,
  reason_sealed bytea,
  at timestamptz not null,
  constraint who_acts_for_another_says_why check (by = account or reason_sealed is not null)
);
create index standing_change_by_account on accounts.standing_change (account, at);
