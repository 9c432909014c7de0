-- Who was assigned in writing to a duty besides a post: digitising, authenticating, keeping keys, helping users. The file is the paper that says so.
create table organisations.assignment (
  id uuid primary key,
  account uuid not null references accounts.account,
  unit uuid not null references organisations.unit,
  duty text not null,
  decision text not null,
  file uuid not null,
  valid_from date not null,
  valid_to date,
  made_by uuid not null references accounts.account,
  made_at timestamptz not null,
  ended_on date,
  ended_by uuid references accounts.account,
  constraint a_duty_is_one_of_four check (duty in ('digitiser', 'authenticator', 'key-custodian', 'supporter')),
  constraint an_assignment_ends_after_it_begins check (valid_to is null or valid_from <= valid_to),
  constraint who_ended_an_assignment_is_known check ((ended_on is null) = (ended_by is null))
);
create index assignment_by_unit on organisations.assignment (unit, duty);
create index assignment_by_account on organisations.assignment (account);
