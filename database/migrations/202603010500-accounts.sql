create schema accounts;

create table accounts.account (
  id uuid primary key,
  kind text not null,
  username text not null unique,
  display_name text not null,
  password text,
  must_change_password boolean not null default false,
  identity_sealed bytea,
  identity_fingerprint bytea unique,
  profile_sealed bytea,
  state text not null default 'active',
  assurance text not null default 'none',
  assured_by uuid,
  assured_at timestamptz,
  created_by uuid,
  created_at timestamptz not null,
  failures smallint not null default 0,
  locked_until timestamptz,
  constraint an_account_is_of_one_kind check (kind in ('person', 'organisation', 'officer', 'system')),
  constraint an_account_is_in_one_state check (state in ('registered', 'active', 'paused', 'suspended', 'locked', 'closed')),
  constraint how_surely_we_know_them check (assurance in ('none', 'counter', 'officer', 'population', 'national')),
  constraint names_for_signing_in_are_lower_case check (username = lower(username))
);

create table accounts.session (
  token bytea primary key,
  account uuid not null references accounts.account,
  kind text not null,
  created_at timestamptz not null,
  seen_at timestamptz not null,
  expires_at timestamptz not null,
  address text,
  agent text,
  constraint a_session_is_a_cookie_or_a_token check (kind in ('browser', 'token'))
);
create index session_by_account on accounts.session (account);
create index session_by_expiry on accounts.session (expires_at);
