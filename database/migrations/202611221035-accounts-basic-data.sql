-- At which portal an account began, by which way it was opened, and the paper of registration it was opened with (an enterprise's certificate).
alter table accounts.account
  add column origin text not null default 'provincial',
  add column route text not null default 'registration',
  add column certificate_sealed bytea,
  add column password_at timestamptz,
  add column update_needed_at timestamptz,
  add constraint an_account_began_at_one_of_three_portals check (origin in ('national', 'ministerial', 'provincial')),
  add constraint an_account_was_opened_one_way
    check (route in ('registration', 'counter', 'certificate', 'national-login', 'training'));
update accounts.account set route = 'counter' where created_by is not null and kind in ('person', 'organisation');
update accounts.account set origin = 'national', route = 'national-login'
where created_by is null and assurance = 'national' and password is null;

-- What of an account was asked to be changed: what it was, what it is to be, who decided. The old value stands until then; nothing here is changed afterwards.
create table accounts.data_change (
  id uuid primary key,
  account uuid not null references accounts.account,
  field text not null,
  values_sealed bytea not null,
  asked_at timestamptz not null,
  decided_by uuid references accounts.account,
  decided_at timestamptz,
  taken boolean,
  constraint who_decided_a_change_is_known check ((decided_by is null) = (decided_at is null) and (decided_by is null) = (taken is null))
);
create index data_change_by_account on accounts.data_change (account, asked_at);
-- One value of a kind waits at a time.
create unique index one_change_waits on accounts.data_change (account, field) where decided_at is null;
