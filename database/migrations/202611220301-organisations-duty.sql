-- By which field of work a process finds this agency: police, social insurance, health. Most units have none.
alter table organisations.unit
  add column duty text,
  add constraint a_duty_is_a_word check (duty ~ '^[a-z]+(-[a-z]+)*$');
create index unit_of_duty on organisations.unit (duty) where duty is not null;
