-- The watch goes on by entry, not by instant: a flood is read page by page, and none of it twice. Only the job that is tried again reads the old column.
alter table safety.watch
  add column read_to bigint,
  -- Entries up to `seen_to` are read as soon as none of the transactions runs that were writing into the audit when it was the last one.
  add column seen_to bigint,
  add column awaits text[],
  -- Since when each of those that write was seen: who hangs for ever is not waited for.
  add column writers jsonb not null default '{}',
  add constraint what_is_awaited_was_seen check ((seen_to is null) = (awaits is null));
-- What an alert told of is not told again; what had not yet come to enough counts anew.
update safety.watch set read_to = greatest(
  (select id from audit.entry where recorded_at <= read_until - interval '10 minutes' order by recorded_at desc, id desc limit 1),
  (select max(last_entry) from safety.alert),
  0
);
alter table safety.watch
  alter column read_to set not null,
  drop column read_until;

-- Of each rule and subject the entries that are not yet enough: what the rules remember between two looks.
create table safety.waiting (
  rule text not null,
  subject text not null,
  -- [{"id": …, "at": …}], fewer than the rule asks for in any of its minutes.
  entries jsonb not null,
  last_at timestamptz not null,
  primary key (rule, subject),
  constraint what_waits_is_a_list check (jsonb_typeof(entries) = 'array')
);
create index waiting_by_instant on safety.waiting (last_at);

-- The few acts that the rules of safety look for, in the order in which they are read.
create index entry_watched_in_order on audit.entry (id)
  where act in ('infected-file', 'audit-broken', 'denied', 'sign-in-failed', 'second-factor-failed', 'report-violation')
    or act like 'refused:%';
drop index audit.entry_watched;
