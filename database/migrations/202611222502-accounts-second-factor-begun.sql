-- A device that is not confirmed belongs to the session that began with it, and goes with it: nobody sets up what somebody else was shown.
delete from accounts.second_factor where confirmed_at is null;
alter table accounts.second_factor
  add column session bytea references accounts.session (token) on delete cascade,
  add constraint only_what_is_begun_belongs_to_a_session check ((confirmed_at is null) = (session is not null));
create index second_factor_by_session on accounts.second_factor (session) where session is not null;
