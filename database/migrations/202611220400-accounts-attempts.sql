-- Tries at a secret, counted before each is judged: of one name at one network address, of one name from all addresses where
-- its holder never signed in (address '*'), of all names at one address (no name). The name itself is not kept, only its hash;
-- a name nobody has is counted like one that somebody has.
create table accounts.attempt (
  name bytea not null,
  address text not null,
  failures integer not null,
  tried_at timestamptz not null,
  open_at timestamptz not null,
  familiar_at timestamptz,
  primary key (name, address),
  constraint failures_are_counted_from_nought check (failures >= 0)
);
create index attempt_by_age on accounts.attempt (tried_at);

-- Failures are no longer counted for the whole account: whoever guessed from elsewhere could shut its holder out.
alter table accounts.account drop column failures, drop column locked_until;
