-- Who may file for whom: guardian, authorised person, staff of an organisation. It counts once an officer saw the paper, or because the one who is
-- represented appointed the other themselves. Never changed afterwards but by ending it.
create table accounts.representation (
  id uuid primary key,
  kind text not null,
  agent uuid not null references accounts.account,
  -- Known once somebody confirmed whom the asking named; until then only what was told of them, sealed.
  beneficiary uuid references accounts.account,
  told_sealed bytea,
  file uuid,
  valid_from date not null,
  valid_to date,
  asked_at timestamptz not null,
  decided_by uuid references accounts.account,
  decided_at timestamptz,
  confirmed boolean,
  reason_sealed bytea,
  ended_at timestamptz,
  ended_by uuid references accounts.account,
  constraint a_representation_is_of_one_kind check (kind in ('guardian', 'authorised', 'staff')),
  constraint a_representation_ends_after_it_begins check (valid_to is null or valid_from <= valid_to),
  constraint who_decided_is_known check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (confirmed is null)),
  constraint a_confirmed_one_names_whom check (confirmed is not true or beneficiary is not null),
  constraint evidence_is_a_paper_or_the_represented_themselves check (file is not null or decided_by = beneficiary),
  constraint nobody_represents_themselves check (agent <> beneficiary),
  constraint who_ended_it_is_known check ((ended_at is null) = (ended_by is null))
);
create index representation_by_agent on accounts.representation (agent);
create index representation_by_beneficiary on accounts.representation (beneficiary);
create index representation_waiting on accounts.representation (asked_at) where decided_at is null and ended_at is null;
