-- What the national catalogue prints of a procedure, version by version, letter for letter, and what was surely read of it. It stands
-- beside a definition of our own (procedures.version), never in its place: dossiers are filed under definitions only.
create table procedures.national (
  code text not null references procedures.procedure,
  number integer not null,
  imported_on date not null,
  entry jsonb not null,
  reading jsonb not null,
  reading_number smallint not null,
  content_hash bytea not null,
  imported_at timestamptz not null,
  primary key (code, number),
  constraint versions_of_an_entry_begin_at_one check (number >= 1)
);

-- What lists and search need of a procedure. `title` is its name folded as search compares it, `initials` the first letters of its words,
-- `sound` is the title with letters that people write for each other made one, `filed_here` says that it has a definition of its own and can be filed.
alter table procedures.procedure
  add column title text not null default '',
  add column initials text not null default '',
  add column sound text not null default '',
  add column audience text[] not null default '{}',
  add column filed_here boolean not null default false;

update procedures.procedure p
set title = trim(regexp_replace(ground.fold(coalesce(v.definition ->> 'shortName', p.name)), '[^[:alnum:].]+', ' ', 'g')),
  audience = array(select jsonb_array_elements_text(v.definition -> 'audience')),
  filed_here = true
from procedures.version v
where v.code = p.code
  and v.number = (select max(number) from procedures.version where code = p.code);

update procedures.procedure
set initials = array_to_string(array(select left(word, 1) from unnest(string_to_array(title, ' ')) as word), ''),
  sound = title,
  search = '| ' || search || ' |';

create index procedure_by_field on procedures.procedure (field);
create index procedure_by_title on procedures.procedure using gin (title gin_trgm_ops) with (fastupdate = off);
-- Written in bulk and read all day: entries waiting to be sorted in would be read one by one by every search.
alter index procedures.procedure_by_words set (fastupdate = off);
