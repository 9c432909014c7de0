-- By which name the other system will say that it ended somebody's sign-in, as a keyed hash.
alter table accounts.login_link add column sub bytea;
create index login_link_by_sub on accounts.login_link (login, sub);
