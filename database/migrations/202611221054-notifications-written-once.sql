-- A message that was sent stays as it was sent: nobody deletes or rewrites it, only that it was read is noted.
create function notifications.stays_as_sent() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'read_at' - 'subject_sealed' - 'body_sealed' - 'gaps_sealed')
    = (to_jsonb(old) - 'read_at' - 'subject_sealed' - 'body_sealed' - 'gaps_sealed')
    -- A new master key wraps the data key anew: what stands behind its 43 bytes stays.
    and substring(new.subject_sealed from 44) = substring(old.subject_sealed from 44)
    and substring(new.body_sealed from 44) = substring(old.body_sealed from 44)
    and substring(new.gaps_sealed from 44) is not distinct from substring(old.gaps_sealed from 44)
  then return new; end if;
  raise exception 'a message that was sent is neither changed nor deleted' using errcode = 'insufficient_privilege';
end $$;

create trigger a_sent_message_stays before update or delete on notifications.message
  for each row execute function notifications.stays_as_sent();
create trigger sent_messages_stay before truncate on notifications.message
  for each statement execute function notifications.stays_as_sent();
