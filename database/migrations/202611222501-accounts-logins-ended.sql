-- When the other system last ended this holder's sign-in: one that was begun before is not finished.
alter table accounts.login_link add column ended_at timestamptz;
