-- The audit in months: searching and verifying a day reads one month, however many years lie behind it.
create sequence audit.entry_id as bigint;

drop function audit.material(audit.entry);
alter table audit.entry rename to entry_whole;
alter table audit.entry_whole drop constraint entry_pkey;
alter table audit.entry_whole drop constraint a_stream_has_no_two_entries_at_one_place;
drop index audit.entry_by_actor;
drop index audit.entry_by_subject;

create table audit.entry (
  id bigint not null default nextval('audit.entry_id'),
  stream text not null,
  position integer not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null,
  actor uuid,
  act text not null,
  subject text,
  details jsonb not null,
  previous bytea not null,
  hash bytea not null,
  primary key (id, recorded_at),
  -- `audit.append` counts under the lock of the stream; a unique key over months must name the instant too.
  constraint a_stream_has_no_two_entries_at_one_place unique (stream, position, recorded_at)
) partition by range (recorded_at);
create index entry_by_actor on audit.entry (actor, id);
create index entry_by_subject on audit.entry (subject, id) where subject is not null;
create index entry_by_act on audit.entry (act, id);
create index entry_by_instant on audit.entry (recorded_at, id);

-- What falls into no month that was prepared; `audit.prepare_month` takes it from here.
create table audit.entry_other partition of audit.entry default;

-- The bytes that are hashed: every field on its own line, so that no field can borrow from its neighbour.
create function audit.material(e audit.entry) returns bytea
  language sql stable
  return convert_to(
    encode(e.previous, 'hex') || chr(10) || e.stream || chr(10) || e.position || chr(10)
    || to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
    || to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
    || coalesce(e.actor::text, '') || chr(10) || e.act || chr(10) || coalesce(e.subject, '') || chr(10)
    || e.details::text, 'UTF8');

-- Makes the month of this day a part of its own, with what of it has already been written. Answers whether it is new.
create function audit.prepare_month(in_day date) returns boolean
  language plpgsql security definer set search_path = audit, pg_catalog
as $$
declare
  first date := date_trunc('month', in_day)::date;
  since timestamptz := first::timestamp at time zone 'Asia/Ho_Chi_Minh';
  until timestamptz := (first + interval '1 month') at time zone 'Asia/Ho_Chi_Minh';
  part text := 'entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('audit.' || part) is not null then return false; end if;
  perform pg_advisory_xact_lock(hashtext('audit.prepare_month'));
  if to_regclass('audit.' || part) is not null then return false; end if;
  execute format('create table audit.%I (like audit.entry including defaults including constraints)', part);
  lock table audit.entry_other in access exclusive mode;
  execute format('with taken as (delete from audit.entry_other where recorded_at >= %L and recorded_at < %L returning *) insert into audit.%I select * from taken',
    since, until, part);
  execute format('alter table audit.entry attach partition audit.%I for values from (%L) to (%L)', part, since, until);
  return true;
end $$;

select audit.prepare_month(month)
from (select distinct date_trunc('month', recorded_at at time zone 'Asia/Ho_Chi_Minh')::date as month from audit.entry_whole) as months;
insert into audit.entry (id, stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash)
  select id, stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash
  from audit.entry_whole order by id;
select setval('audit.entry_id', (select max(id) from audit.entry_whole)) where exists (select from audit.entry_whole);
drop table audit.entry_whole;
alter sequence audit.entry_id owned by audit.entry.id;

-- A closed day, signed by the house and stamped with the time (RFC 3161). The text names the root of the day and the seal before it.
create table audit.seal (
  day date primary key references audit.digest,
  text text not null,
  signature bytea not null,
  stamp bytea not null,
  sealed_at timestamptz not null
);

create function audit.seal_day(in_day date, in_text text, in_signature bytea, in_stamp bytea, in_sealed_at timestamptz) returns boolean
  language plpgsql security definer set search_path = audit, pg_catalog
as $$
begin
  insert into audit.seal (day, text, signature, stamp, sealed_at) values (in_day, in_text, in_signature, in_stamp, in_sealed_at)
    on conflict (day) do nothing;
  return found;
end $$;

-- Keys the house itself signs with: the days of the audit, evidence, the time in training. The private key is sealed by the master key.
create table signatures.service_key (
  id uuid primary key,
  purpose text not null,
  certificate bytea not null,
  root bytea not null,
  key_sealed bytea not null,
  valid_from timestamptz not null,
  valid_to timestamptz not null,
  created_at timestamptz not null,
  constraint the_house_signs_for_a_purpose check (purpose in ('audit-seal', 'time-stamp'))
);
create index service_key_by_purpose on signatures.service_key (purpose, valid_from);
