create schema ground;
create extension if not exists unaccent;
create extension if not exists pg_trgm;

-- Letters without their marks, đ as d: what search compares. unaccent() itself is only stable, an index needs immutable.
create function ground.fold(words text) returns text
  language sql immutable strict parallel safe
  return lower(public.unaccent('public.unaccent'::regdictionary, normalize(words, nfc)));

-- An act that was sent twice is done once: the key lives in the transaction of the act.
create table ground.idempotency (
  account uuid not null,
  key text not null,
  request bytea not null,
  status smallint not null,
  resource text not null,
  created_at timestamptz not null,
  primary key (account, key),
  constraint a_key_is_not_a_letter check (length(key) between 1 and 200)
);
create index idempotency_by_age on ground.idempotency (created_at);

-- Numbers that may not have gaps or doubles: one row a scope and period, taken in the transaction that uses it.
create table ground.counter (
  scope text not null,
  period text not null,
  last integer not null,
  primary key (scope, period),
  constraint counting_starts_at_one check (last >= 1)
);

-- What an attacker meets and a busy counter does not: failures and hits in a window, shared by all web nodes.
create table ground.throttle (
  subject text primary key,
  window_start timestamptz not null,
  hits integer not null
);
