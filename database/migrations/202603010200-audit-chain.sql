create schema audit;

-- One chain a stream (dossier, account, agency, system), so that commits do not queue behind one row.
create table audit.stream (
  stream text primary key,
  length integer not null,
  head bytea not null
);

create table audit.entry (
  id bigint generated always as identity primary key,
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
  constraint a_stream_has_no_two_entries_at_one_place unique (stream, position)
);
create index entry_by_actor on audit.entry (actor, id);
create index entry_by_subject on audit.entry (subject, id) where subject is not null;

-- The root over all entries of a day, in order of id: what `audit verify` walks besides the chains.
create table audit.digest (
  day date primary key,
  first_id bigint,
  last_id bigint,
  entries integer not null,
  root bytea not null,
  made_at timestamptz not null
);

-- The bytes that are hashed: every field on its own line, so that no field can borrow from its neighbour.
create function audit.material(e audit.entry) returns bytea
  language sql stable
  return convert_to(
    encode(e.previous, 'hex') || chr(10) || e.stream || chr(10) || e.position || chr(10)
    || to_char(e.occurred_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
    || to_char(e.recorded_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') || chr(10)
    || coalesce(e.actor::text, '') || chr(10) || e.act || chr(10) || coalesce(e.subject, '') || chr(10)
    || e.details::text, 'UTF8');

-- The only way to write: takes the head of the stream, links, hashes, moves the head. Runs as its owner, so that the
-- application itself has no right to insert, change or remove an entry.
create function audit.append(
  in_stream text, in_occurred_at timestamptz, in_recorded_at timestamptz, in_actor uuid, in_act text, in_subject text, in_details jsonb
) returns bigint
  language plpgsql security definer set search_path = audit, pg_catalog
as $$
declare
  entry audit.entry;
begin
  insert into audit.stream as s (stream, length, head) values (in_stream, 1, '\x00')
    on conflict (stream) do update set length = s.length + 1
    returning s.length, s.head into entry.position, entry.previous;
  entry.stream := in_stream;
  entry.occurred_at := in_occurred_at;
  entry.recorded_at := in_recorded_at;
  entry.actor := in_actor;
  entry.act := in_act;
  entry.subject := in_subject;
  entry.details := in_details;
  entry.hash := sha256(audit.material(entry));
  update audit.stream set head = entry.hash where stream = in_stream;
  insert into audit.entry (stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash)
    values (entry.stream, entry.position, entry.occurred_at, entry.recorded_at, entry.actor, entry.act, entry.subject, entry.details, entry.previous, entry.hash)
    returning id into entry.id;
  return entry.id;
end $$;

-- Closes a day: the root over its entries. A day that is closed stays as it is.
create function audit.close_day(in_day date, in_made_at timestamptz) returns boolean
  language plpgsql security definer set search_path = audit, pg_catalog
as $$
begin
  insert into audit.digest (day, first_id, last_id, entries, root, made_at)
    select in_day, min(id), max(id), count(*), sha256(coalesce(string_agg(hash, ''::bytea order by id), ''::bytea)), in_made_at
    from audit.entry
    where recorded_at >= in_day::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and recorded_at < (in_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    on conflict (day) do nothing;
  return found;
end $$;
