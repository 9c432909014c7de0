-- The terms of use a province publishes after the first ones, which stand in the product. An edition in force is never changed: a new one follows.
create table accounts.terms (
  edition text primary key,
  from_day date not null unique,
  vi text not null,
  en text not null,
  decision text not null,
  made_by uuid not null references accounts.account,
  made_at timestamptz not null,
  constraint terms_say_something check (length(vi) > 0 and length(en) > 0)
);

-- Who accepted which edition, when and how: evidence, never changed. The hash is of the words that were shown.
create table accounts.terms_acceptance (
  account uuid not null references accounts.account,
  edition text not null,
  words bytea not null,
  how text not null,
  by uuid not null references accounts.account,
  at timestamptz not null,
  primary key (account, edition),
  constraint terms_are_accepted_one_way check (how in ('registration', 'sign-in', 'counter', 'training'))
);
