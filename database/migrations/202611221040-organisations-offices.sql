-- Agencies say where their own site is and what they are charged with; any unit may settle procedures in its own name.
alter table organisations.unit
  add column website text,
  add column remit text,
  add column settles boolean not null default false,
  add constraint a_website_is_an_address check (website ~ '^https?://[^[:space:]]+$');
alter table organisations.change
  drop constraint a_unit_is_changed_in_one_of_these_ways,
  add constraint a_unit_is_changed_in_one_of_these_ways check (kind in ('merge', 'rename', 'open', 'close', 'change'));

-- Who sits at a counter may come from another agency.
alter table organisations.post add column seconded_from uuid references organisations.unit;

-- What an agency asks of those who run the system: a change of staff, or something the system cannot do yet. It is granted by the province with a paper,
-- and an extension only after whoever runs the system has proposed it.
create table organisations.request (
  id uuid primary key,
  kind text not null,
  unit uuid not null references organisations.unit,
  title text not null,
  reason text not null,
  decision text not null,
  post uuid references organisations.post,
  successor uuid references accounts.account,
  successor_title text,
  asked_by uuid not null references accounts.account,
  asked_at timestamptz not null,
  proposed_by uuid references accounts.account,
  proposed_at timestamptz,
  proposal text,
  decided_by uuid references accounts.account,
  decided_at timestamptz,
  is_granted boolean,
  reference text,
  constraint a_request_is_one_of_two check (kind in ('staff-change', 'extension')),
  constraint a_change_of_staff_names_post_and_successor
    check ((kind = 'staff-change') = (post is not null and successor is not null and successor_title is not null)),
  constraint a_proposal_has_its_hour check ((proposed_by is null) = (proposed_at is null) and (proposed_by is null) = (proposal is null)),
  constraint a_request_is_decided_yes_or_no
    check ((decided_at is null) = (is_granted is null) and (decided_at is null) = (decided_by is null) and (decided_at is null) = (reference is null)),
  constraint nobody_grants_what_they_asked check (is_granted is not true or decided_by <> asked_by),
  constraint an_extension_is_proposed_before_it_is_granted check (kind <> 'extension' or is_granted is not true or proposed_by is not null)
);
create index request_by_unit on organisations.request (unit, asked_at desc);

-- The scanners, printers and card readers of an agency, how each is set, and what its last test showed.
create table organisations.device (
  id uuid primary key,
  unit uuid not null references organisations.unit,
  kind text not null,
  model text not null,
  place text not null,
  settings jsonb not null,
  tested_at timestamptz,
  tested_by uuid references accounts.account,
  works boolean,
  note text,
  retired_on date,
  changed_by uuid not null references accounts.account,
  changed_at timestamptz not null,
  constraint a_device_is_of_one_kind check (kind in ('scanner', 'printer', 'card-reader')),
  constraint a_test_has_its_hour check ((tested_at is null) = (works is null) and (tested_at is null) = (tested_by is null))
);
create index device_by_unit on organisations.device (unit, kind);
