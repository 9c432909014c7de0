-- What an account holds besides the fields of the house: named as data, so that a new one needs no change of the shape and touches no account there is.
create table accounts.field (
  name text primary key,
  title_vi text not null,
  title_en text not null,
  kind text not null,
  position smallint not null,
  decision text not null,
  added_by uuid not null references accounts.account,
  added_at timestamptz not null,
  retired_at timestamptz,
  constraint a_field_is_a_word check (name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'),
  constraint a_field_is_text_or_a_day check (kind in ('text', 'day'))
);
create table accounts.field_value (
  account uuid not null references accounts.account,
  field text not null references accounts.field,
  value_sealed bytea not null,
  written_by uuid not null references accounts.account,
  written_at timestamptz not null,
  primary key (account, field)
);
