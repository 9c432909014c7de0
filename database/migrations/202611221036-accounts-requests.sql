-- What an agency asks of whoever runs the accounts: to lock one, to close a second one of the same holder, to correct what it says. Never changed but by
-- the answer.
create table accounts.request (
  id uuid primary key,
  kind text not null,
  account uuid not null references accounts.account,
  other uuid references accounts.account,
  field text,
  asked_sealed bytea not null,
  asked_by uuid not null references accounts.account,
  unit text not null,
  asked_at timestamptz not null,
  decided_by uuid references accounts.account,
  decided_at timestamptz,
  done boolean,
  answer_sealed bytea,
  constraint a_request_is_of_one_kind check (kind in ('lock', 'merge', 'correction')),
  constraint a_merge_names_another check ((kind = 'merge') = (other is not null) and other is distinct from account),
  constraint a_correction_names_its_field check ((kind = 'correction') = (field is not null)),
  constraint who_decided_a_request_is_known check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (done is null))
);
create index request_waiting on accounts.request (asked_at) where decided_at is null;
create index request_by_asker on accounts.request (asked_by, asked_at);

-- Into which account of the same holder a closed one went.
alter table accounts.account add column merged_into uuid references accounts.account;
