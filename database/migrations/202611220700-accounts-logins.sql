-- A sign-in that was begun here and goes on at another system. Of the state only its hash is kept, and it is taken once; the
-- browser that began it must be the one that comes back.
create table accounts.login_attempt (
  state bytea primary key,
  login text not null,
  browser bytea not null,
  back text,
  begun_at timestamptz not null,
  ends_at timestamptz not null,
  constraint a_login_ends_after_it_begins check (ends_at > begun_at)
);
create index login_attempt_by_end on accounts.login_attempt (ends_at);

-- Whom another system means by its own key. A link is made only by a proven identity number; the key itself is kept as a keyed hash.
create table accounts.login_link (
  login text not null,
  subject bytea not null,
  account uuid not null references accounts.account,
  linked_at timestamptz not null,
  primary key (login, subject),
  constraint one_key_a_login_and_account unique (login, account)
);
create index login_link_by_account on accounts.login_link (account);

-- Through what and at which level we know the holder, in the words of whoever told us.
alter table accounts.account add column assured_through text, add column assured_level text;

-- A session has a name by which its holder can end it, and says by what it was opened.
alter table accounts.session
  add column id uuid not null default gen_random_uuid() unique,
  add column through text not null default 'password';
