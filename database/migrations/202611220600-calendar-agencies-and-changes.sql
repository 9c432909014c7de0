-- An agency may have its own office hours and closures over the province's calendar; a changed calendar recomputes promised dates in the open.

alter table calendar.calendar
  -- The agency whose hours and closures these are; none: the province itself. A later module's unit, so no foreign key.
  add column agency uuid,
  add column decided_from integer,
  add column decided_until integer,
  alter column hours drop not null;

update calendar.calendar c
set decided_from = y.first, decided_until = y.last
from (
  select calendar, min(extract(year from day))::integer as first, max(extract(year from day))::integer as last
  from calendar.exception
  group by calendar
) y
where y.calendar = c.id;

alter table calendar.calendar
  add constraint a_province_has_office_hours check (agency is not null or hours is not null),
  add constraint an_agency_decides_no_year check (agency is null or decided_from is null),
  add constraint decided_years_have_a_first_and_a_last check ((decided_from is null) = (decided_until is null) and decided_from <= decided_until);

create index calendar_in_force on calendar.calendar (agency, valid_from desc, version desc);

alter table calendar.clock_event
  add column was timestamptz,
  add column agency uuid,
  add column local_calendar uuid references calendar.calendar,
  drop constraint an_event_is_one_of_these,
  add constraint an_event_is_one_of_these check (
    kind in ('started', 'paused', 'resumed', 'restarted', 'extended', 're-appointed', 'recomputed', 'stopped')
  ),
  add constraint a_recomputed_date_keeps_the_old_one_and_its_reason check (
    kind <> 'recomputed' or (due is not null and was is not null and ground is not null)
  );
