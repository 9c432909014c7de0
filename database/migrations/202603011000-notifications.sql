create schema notifications;

create table notifications.message (
  id uuid primary key,
  account uuid not null references accounts.account,
  dossier uuid,
  template text not null,
  subject_sealed bytea not null,
  body_sealed bytea not null,
  created_at timestamptz not null,
  read_at timestamptz
);
create index message_of_account on notifications.message (account, created_at desc, id desc);

create table notifications.delivery (
  message uuid not null references notifications.message,
  channel text not null,
  state text not null,
  attempts smallint not null default 0,
  fault text,
  done_at timestamptz,
  primary key (message, channel),
  constraint a_delivery_is_in_one_state check (state in ('waiting', 'sent', 'failed', 'no-address', 'channel-off'))
);
