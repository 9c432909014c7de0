-- A version is tested with those who will work by it before it is put in force: who tested it, when, what came of it. Versions of before this
-- were in use already and stay so.
alter table procedures.version
  add column released_at timestamptz,
  add column released_by uuid references accounts.account;
update procedures.version set released_at = loaded_at;

create table procedures.trial (
  id uuid primary key,
  version uuid not null references procedures.version,
  tested_by text not null,
  tested_on date not null,
  result text not null,
  note text not null,
  recorded_by uuid not null references accounts.account,
  recorded_at timestamptz not null,
  constraint a_trial_is_passed_or_failed check (result in ('passed', 'failed'))
);
create index trial_of_version on procedures.trial (version, recorded_at desc);

-- A procedure whose first version has not been put in force is on no list.
alter table procedures.procedure
  drop constraint a_procedure_is_in_one_state,
  add constraint a_procedure_is_in_one_state check (state in ('waiting', 'published', 'abolished'));
