create schema organisations;

-- A tree of any depth and kind, dated. Receiving and competent agency are two things.
create table organisations.unit (
  id uuid primary key,
  parent uuid references organisations.unit,
  kind text not null,
  level text not null,
  name text not null,
  short_name text,
  identifier text not null unique,
  old_identifier text,
  place text not null,
  address text,
  phone text,
  seal_name text,
  valid_from date not null,
  valid_to date,
  constraint a_unit_is_of_one_kind check (kind in ('province', 'department', 'commune', 'centre', 'division', 'branch', 'point', 'notary', 'central-agency', 'postal')),
  constraint a_unit_stands_on_one_level check (level in ('ministry', 'province', 'commune', 'other'))
);
create index unit_by_parent on organisations.unit (parent);

-- Who holds which role where, from when to when, on which decision.
create table organisations.post (
  id uuid primary key,
  account uuid not null references accounts.account,
  unit uuid not null references organisations.unit,
  role text not null,
  title text not null,
  decision text,
  valid_from date not null,
  valid_to date,
  constraint nobody_holds_a_post_twice unique (account, unit, role, valid_from)
);
create index post_by_unit on organisations.post (unit, role);
