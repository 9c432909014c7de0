create schema procedures;

create table procedures.procedure (
  code text primary key,
  name text not null,
  field text not null,
  levels text[] not null,
  online_level text not null,
  search text not null,
  state text not null default 'published',
  constraint a_procedure_is_in_one_state check (state in ('published', 'abolished'))
);
create index procedure_by_words on procedures.procedure using gin (search gin_trgm_ops);

create table procedures.version (
  id uuid primary key,
  code text not null references procedures.procedure,
  number integer not null,
  valid_from date not null,
  valid_to date,
  decision text not null,
  definition jsonb not null,
  process text not null,
  content_hash bytea not null,
  loaded_at timestamptz not null,
  constraint versions_of_a_procedure_are_numbered unique (code, number)
);

-- Which agencies are competent for a procedure, and in which order they are offered.
create table procedures.agency (
  code text not null references procedures.procedure,
  unit uuid not null references organisations.unit,
  position smallint not null,
  primary key (code, unit)
);
