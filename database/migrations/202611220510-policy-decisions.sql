-- Every choice of the province as it was proposed and decided: of a preset (no setting), of one value, or that a value is no longer its own.
-- Nothing is overwritten, so that what held for a dossier at its reception can be told for ever.
create table policy.decision (
  id uuid primary key,
  number bigint generated always as identity unique,
  setting text,
  is_cleared boolean not null default false,
  value jsonb not null,
  valid_from date not null,
  valid_until date,
  legal_basis text not null,
  confidence text not null default 'read',
  reason text,
  -- Which approval the province's own rules demanded when it was proposed; none means that the proposer alone decides.
  demands text,
  proposed_by uuid,
  proposed_at timestamptz not null,
  decided_by uuid,
  decided_at timestamptz,
  is_approved boolean,
  -- Number and day of the paper that approves it.
  reference text,
  constraint a_decision_is_yes_or_no check ((decided_at is null) = (is_approved is null)),
  constraint a_preset_is_replaced_not_cleared check (setting is not null or not is_cleared),
  constraint a_value_ends_after_it_begins check (valid_until > valid_from),
  constraint a_value_is_as_sure_as_we_know check (confidence in ('read', 'second-hand', 'unconfirmed')),
  constraint what_needs_approval_is_approved_by_another_with_a_paper
    check (demands is null or is_approved is not true or (decided_by is distinct from proposed_by and reference is not null))
);

insert into policy.decision (id, setting, value, valid_from, legal_basis, proposed_by, proposed_at, decided_by, decided_at, is_approved)
select gen_random_uuid(), null, to_jsonb(name), valid_from, legal_basis, chosen_by, chosen_at, chosen_by, chosen_at, true
from policy.preset
order by chosen_at, valid_from;

insert into policy.decision (id, setting, value, valid_from, legal_basis, proposed_by, proposed_at, decided_by, decided_at, is_approved)
select gen_random_uuid(), setting, value, valid_from, legal_basis, chosen_by, chosen_at, chosen_by, chosen_at, true
from policy.override
order by chosen_at, valid_from;

drop table policy.preset;
drop table policy.override;
