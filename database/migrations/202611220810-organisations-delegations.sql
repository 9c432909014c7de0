-- Somebody's post lent to another for a period: who holds it keeps it, the other acts and signs in their stead.
create table organisations.delegation (
  id uuid primary key,
  post uuid not null references organisations.post,
  account uuid not null references accounts.account,
  form text not null,
  title text not null,
  reason text not null,
  decision text not null,
  valid_from date not null,
  valid_to date not null,
  made_by uuid not null references accounts.account,
  made_at timestamptz not null,
  -- The last day in force when it was ended early.
  ended_on date,
  ended_by uuid references accounts.account,
  constraint a_delegation_has_one_of_the_forms check (form in ('KT', 'TL', 'TUQ', 'Q')),
  constraint a_delegation_has_a_period check (valid_from <= valid_to),
  constraint who_ended_it_is_known check ((ended_on is null) = (ended_by is null))
);
create index delegation_by_account on organisations.delegation (account, valid_to);
create index delegation_by_post on organisations.delegation (post, valid_to);

-- Every post as it is held: by whom it was given to, and by whom it was lent to.
create view organisations.held_post as
  select id, account, unit, role, title, decision, valid_from, valid_to, null::uuid as delegation
  from organisations.post
  union all
  select p.id, d.account, p.unit, p.role, d.form || '. ' || p.title || ', ' || d.title, d.decision,
    greatest(d.valid_from, p.valid_from), least(d.valid_to, d.ended_on, p.valid_to), d.id
  from organisations.delegation d
  join organisations.post p on p.id = d.post;

-- What became of a unit: merged into another, or only renamed; the old row stays, and says from when and by which decision.
alter table organisations.unit add column successor uuid references organisations.unit;
create table organisations.change (
  id uuid primary key,
  kind text not null,
  unit uuid not null references organisations.unit,
  into_unit uuid references organisations.unit,
  decision text not null,
  reason text not null,
  effective date not null,
  before jsonb not null,
  made_by uuid not null references accounts.account,
  made_at timestamptz not null,
  constraint a_unit_is_changed_in_one_of_these_ways check (kind in ('merge', 'rename', 'open', 'close'))
);
create index change_of_unit on organisations.change (unit, made_at);

-- Districts until 30/06/2025, and public non-business units that run public services.
alter table organisations.unit drop constraint a_unit_is_of_one_kind;
alter table organisations.unit add constraint a_unit_is_of_one_kind check (kind in ('province', 'department', 'district', 'commune', 'centre', 'division', 'branch', 'point', 'notary', 'central-agency', 'public-unit', 'postal'));
alter table organisations.unit drop constraint a_unit_stands_on_one_level;
alter table organisations.unit add constraint a_unit_stands_on_one_level check (level in ('ministry', 'province', 'district', 'commune', 'other'));
