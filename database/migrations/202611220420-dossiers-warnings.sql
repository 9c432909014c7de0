-- How often the time of a dossier has begun anew when a step was opened: the minutes a step used up count within one round only.
alter table dossiers.task add column round smallint not null default 1;

-- The book of warnings: one line for each share of each stretch of time of a dossier: of the counter's time to answer ('intake'), of the time to
-- settle ('settlement'), of one step of the process. A line is given once; until then it moves with the promised date.
create table dossiers.warning (
  dossier uuid not null references dossiers.dossier,
  about text not null,
  round smallint not null,
  percent smallint not null,
  falls_at timestamptz not null,
  due timestamptz not null,
  given_at timestamptz,
  -- A more urgent one fell at the same time and was said in its place.
  passed_over boolean not null default false,
  primary key (dossier, about, round, percent),
  constraint a_share_is_counted_in_hundredths check (percent between 1 and 100),
  constraint only_what_was_given_was_passed_over check (given_at is not null or not passed_over)
);
create index warning_to_give on dossiers.warning (falls_at) where given_at is null;

-- For which promised date the book was written last: where the two differ it is written anew. Whatever moves a date needs to know nothing of warnings.
alter table dossiers.dossier add column warned_due timestamptz;
create index dossier_to_plan on dossiers.dossier (id) where due is distinct from warned_due and issued_at is null;
alter table dossiers.task add column warned_due timestamptz;
create index task_to_plan on dossiers.task (dossier, position) where due is distinct from warned_due and ended_at is null;
