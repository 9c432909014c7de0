-- What people call a procedure: the printed name alone fills three lines of a list.
alter table procedures.procedure add short_name text;
alter table procedures.procedure add english_name text;

update procedures.procedure p
set short_name = v.definition ->> 'shortName'
from procedures.version v
where v.code = p.code
  and v.number = (select max(number) from procedures.version w where w.code = p.code);
