-- An entry writes the head of its stream once: the row is locked, what follows is reckoned from it, and length and head change together.
-- It wrote it twice, once to count and once to keep the hash, and left two dead rows for each entry.

create or replace function audit.append(
  in_stream text, in_occurred_at timestamptz, in_recorded_at timestamptz, in_actor uuid, in_act text, in_subject text, in_details jsonb
) returns bigint
language plpgsql security definer set search_path = audit, pg_catalog as $$
declare
  entry audit.entry;
begin
  select s.length + 1, s.head into entry.position, entry.previous from audit.stream s where s.stream = in_stream for update;
  if not found then
    -- Of two that begin a stream at once the second waits here for the first, and then finds it.
    insert into audit.stream (stream, length, head) values (in_stream, 0, '\x00') on conflict (stream) do nothing;
    select s.length + 1, s.head into entry.position, entry.previous from audit.stream s where s.stream = in_stream for update;
  end if;
  entry.stream := in_stream;
  entry.occurred_at := in_occurred_at;
  entry.recorded_at := in_recorded_at;
  entry.actor := in_actor;
  entry.act := in_act;
  entry.subject := in_subject;
  entry.details := in_details;
  entry.hash := sha256(audit.material(entry));
  update audit.stream set length = entry.position, head = entry.hash where stream = in_stream;
  insert into audit.entry (stream, position, occurred_at, recorded_at, actor, act, subject, details, previous, hash)
    values (entry.stream, entry.position, entry.occurred_at, entry.recorded_at, entry.actor, entry.act, entry.subject, entry.details, entry.previous, entry.hash)
    returning id into entry.id;
  return entry.id;
end $$;
