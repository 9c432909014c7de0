-- What happened to a dossier is written once: no line of its history is deleted or rewritten; a new master key may wrap what is sealed in it anew.
create function dossiers.history_stays() returns trigger
  language plpgsql
as $$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) #- '{details,sealed}') = (to_jsonb(old) #- '{details,sealed}')
    and substring(decode(new.details ->> 'sealed', 'base64') from 44)
      is not distinct from substring(decode(old.details ->> 'sealed', 'base64') from 44)
  then return new; end if;
  raise exception 'the history of a dossier is neither changed nor deleted' using errcode = 'insufficient_privilege';
end $$;

create trigger the_history_stays before update or delete on dossiers.event
  for each row execute function dossiers.history_stays();
