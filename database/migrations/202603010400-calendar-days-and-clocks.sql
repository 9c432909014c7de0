create schema calendar;

-- A working calendar in one of its versions; a dossier's clock names the version that counted it.
create table calendar.calendar (
  id uuid primary key,
  name text not null,
  version integer not null,
  valid_from date not null,
  hours jsonb not null,
  source text not null,
  created_at timestamptz not null,
  constraint a_calendar_has_no_two_equal_versions unique (name, version)
);

create table calendar.exception (
  calendar uuid not null references calendar.calendar,
  day date not null,
  kind text not null,
  sessions jsonb,
  name text not null,
  source text not null,
  status text not null,
  primary key (calendar, day),
  constraint what_is_decided_is_confirmed_or_not check (status in ('confirmed', 'unconfirmed')),
  constraint a_day_is_one_of_these check (kind in ('holiday', 'compensatory-off', 'swap-off', 'swap-work', 'local-closure', 'half-day'))
);

-- The ledger of a clock: every start, pause, restart and stop, never changed. Due dates are derived from it.
create table calendar.clock_event (
  subject uuid not null,
  clock text not null,
  position integer not null,
  kind text not null,
  at timestamptz not null,
  recorded_at timestamptz not null,
  time_limit jsonb,
  minutes integer,
  due timestamptz,
  ground text,
  law text,
  calendar uuid references calendar.calendar,
  by uuid,
  primary key (subject, clock, position),
  constraint a_dossier_has_two_clocks check (clock in ('intake', 'settlement')),
  constraint an_event_is_one_of_these check (kind in ('started', 'paused', 'resumed', 'restarted', 'extended', 're-appointed', 'stopped'))
);
