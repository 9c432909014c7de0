create schema policy;

-- Which preset the province stands on from which day.
create table policy.preset (
  valid_from date primary key,
  name text not null,
  legal_basis text not null,
  chosen_by uuid,
  chosen_at timestamptz not null
);

-- Single values a province chose otherwise, with the basis that lets it.
create table policy.override (
  setting text not null,
  valid_from date not null,
  value jsonb not null,
  legal_basis text not null,
  chosen_by uuid,
  chosen_at timestamptz not null,
  primary key (setting, valid_from)
);
