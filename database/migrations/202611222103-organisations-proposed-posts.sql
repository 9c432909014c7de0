-- Where the province asks for a second person, a post is proposed by one administrator and given by another.
create table organisations.proposed_post (
  id uuid primary key,
  account uuid not null references accounts.account,
  unit uuid not null references organisations.unit,
  role text not null,
  title text not null,
  decision text not null,
  seconded_from uuid references organisations.unit,
  proposed_by uuid not null references accounts.account,
  proposed_at timestamptz not null,
  decided_by uuid references accounts.account,
  decided_at timestamptz,
  is_granted boolean,
  constraint a_decided_proposal_says_by_whom check (
    (decided_by is null) = (decided_at is null) and (decided_by is null) = (is_granted is null)
  ),
  constraint a_post_is_given_by_somebody_else check (is_granted is not true or (decided_by <> proposed_by and decided_by <> account))
);
create unique index one_open_proposal_of_a_post on organisations.proposed_post (account, unit, role) where decided_at is null;
create index proposed_post_by_unit on organisations.proposed_post (unit) where decided_at is null;
