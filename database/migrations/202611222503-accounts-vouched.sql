-- Who else than whoever opened an officer's account saw that it is its holder's; nobody named: whoever runs the machine.
alter table accounts.account
  add column vouched_at timestamptz,
  add column vouched_by uuid references accounts.account (id),
  add constraint who_vouches_did_not_open_it check (vouched_by is null or (vouched_at is not null and vouched_by is distinct from created_by));
