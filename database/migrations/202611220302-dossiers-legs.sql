-- What others do for one dossier: the lead and those who take part, opinions asked, verifications, the applicant's word on a draft. What is asked and
-- what is answered is sealed; who, until when and how it ended is not, because lists and clocks read it.
create table dossiers.leg (
  id uuid primary key,
  dossier uuid not null references dossiers.dossier,
  position smallint not null,
  kind text not null,
  -- The task or event of the process that drew it.
  step text,
  -- Whose it is; none: the applicant's.
  agency uuid references organisations.unit,
  -- The steps whose results it needs first.
  needs text[] not null default '{}',
  -- The papers its agency may open; none named: all of the dossier.
  components text[],
  asked_sealed bytea not null,
  asked_at timestamptz not null,
  asked_by uuid not null references accounts.account,
  due timestamptz,
  silence text,
  outcome text,
  closed_at timestamptz,
  answered_at timestamptz,
  answered_by uuid references accounts.account,
  answer_sealed bytea,
  unique (dossier, position),
  constraint a_leg_is_one_of_these check (kind in ('lead', 'joint', 'opinion', 'verification', 'confirmation')),
  constraint only_the_applicant_has_no_agency check ((agency is null) = (kind = 'confirmation')),
  constraint silence_agrees_or_says_nothing check (silence in ('agreed', 'unanswered')),
  constraint a_leg_ends_one_of_these_ways check (outcome in ('answered', 'late', 'disputed', 'agreed', 'unanswered', 'cancelled')),
  constraint what_is_closed_says_how check ((closed_at is null) = (outcome is null)),
  constraint an_answer_has_its_hour check ((answered_at is null) = (outcome is null or outcome not in ('answered', 'late', 'disputed')))
);
create index leg_waiting on dossiers.leg (agency, (coalesce(due, 'infinity'::timestamptz)), id) where outcome is null;
create index leg_answered on dossiers.leg (agency, answered_at desc, id desc) where answered_at is not null;
create index leg_lapsing on dossiers.leg (due, id) where outcome is null and silence is not null;

create table dossiers.leg_file (
  leg uuid not null references dossiers.leg,
  position smallint not null,
  file uuid not null references documents.file,
  primary key (leg, position)
);
create index leg_file_of_file on dossiers.leg_file (file);

alter table dossiers.dossier
  drop constraint a_proposal_is_one_of_four,
  add constraint a_proposal_is_one_of_these check (proposal in ('result', 'supplement', 'transfer', 'extension', 'extension-agreed'));

alter table calendar.clock_event
  drop constraint a_dossier_has_two_clocks,
  add constraint a_clock_is_one_of_these check (clock in ('intake', 'settlement', 'leg'));
