-- What changes seldom and is asked for by every act has an edition: whoever remembers it asks only whether it is still the same one.

create table ground.edition (
  what text primary key,
  number bigint not null
);

-- A change that is rolled back keeps its number to itself: nobody who remembers what it would have been can meet it again.
create sequence ground.edition_number;

insert into ground.edition (what, number)
values ('calendar', nextval('ground.edition_number')), ('policy', nextval('ground.edition_number'));

create function ground.new_edition() returns trigger
language plpgsql security definer set search_path = ground, pg_catalog as $$
begin
  update ground.edition set number = nextval('ground.edition_number') where what = tg_argv[0];
  return null;
end $$;

create trigger calendar_has_a_new_edition after insert or update or delete on calendar.calendar
  for each statement execute function ground.new_edition('calendar');
create trigger exception_makes_a_new_edition after insert or update or delete on calendar.exception
  for each statement execute function ground.new_edition('calendar');
create trigger decision_makes_a_new_edition after insert or update or delete on policy.decision
  for each statement execute function ground.new_edition('policy');

create function ground.editions() returns json
language sql stable as $$
  select json_object_agg(what, number) from ground.edition
$$;

-- While somebody counts by the calendar nobody changes it; the editions are read when the waiting for such a change is over.
create function calendar.shared_editions() returns json
language plpgsql volatile as $$
begin
  perform pg_advisory_xact_lock_shared(hashtext('calendar'));
  return (select json_object_agg(what, number) from ground.edition);
end $$;
