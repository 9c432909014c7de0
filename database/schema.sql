-- Generated from the migrations: `npm run motcua -- database types`.

create schema accounts;

create table accounts.account (
  id uuid not null,
  kind text not null,
  username text not null,
  display_name text not null,
  password text,
  must_change_password boolean default false not null,
  identity_sealed bytea,
  identity_fingerprint bytea,
  profile_sealed bytea,
  state text default 'active'::text not null,
  assurance text default 'none'::text not null,
  assured_by uuid,
  assured_at timestamp with time zone,
  created_by uuid,
  created_at timestamp with time zone not null,
  assured_through text,
  assured_level text,
  origin text default 'provincial'::text not null,
  route text default 'registration'::text not null,
  certificate_sealed bytea,
  password_at timestamp with time zone,
  update_needed_at timestamp with time zone,
  merged_into uuid,
  held_since timestamp with time zone,
  vouched_at timestamp with time zone,
  vouched_by uuid,
  constraint account_pkey PRIMARY KEY (id),
  constraint account_identity_fingerprint_key UNIQUE (identity_fingerprint),
  constraint account_username_key UNIQUE (username),
  constraint account_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES accounts.account(id),
  constraint account_vouched_by_fkey FOREIGN KEY (vouched_by) REFERENCES accounts.account(id),
  constraint a_merged_account_is_closed CHECK (((merged_into IS NULL) OR (state = 'closed'::text))),
  constraint an_account_began_at_one_of_three_portals CHECK ((origin = ANY (ARRAY['national'::text, 'ministerial'::text, 'provincial'::text]))),
  constraint an_account_is_in_one_state CHECK ((state = ANY (ARRAY['registered'::text, 'active'::text, 'paused'::text, 'suspended'::text, 'locked'::text, 'closed'::text]))),
  constraint an_account_is_merged_into_another CHECK ((merged_into <> id)),
  constraint an_account_is_of_one_kind CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text, 'officer'::text, 'system'::text]))),
  constraint an_account_was_opened_one_way CHECK ((route = ANY (ARRAY['registration'::text, 'counter'::text, 'certificate'::text, 'national-login'::text, 'training'::text]))),
  constraint how_surely_we_know_them CHECK ((assurance = ANY (ARRAY['none'::text, 'counter'::text, 'officer'::text, 'population'::text, 'national'::text]))),
  constraint names_for_signing_in_are_lower_case CHECK ((username = lower(username))),
  constraint who_vouches_did_not_open_it CHECK (((vouched_by IS NULL) OR ((vouched_at IS NOT NULL) AND (vouched_by IS DISTINCT FROM created_by))))
);
CREATE INDEX account_merged_into ON accounts.account USING btree (merged_into) WHERE (merged_into IS NOT NULL);

create table accounts.attempt (
  name bytea not null,
  address text not null,
  failures integer not null,
  tried_at timestamp with time zone not null,
  open_at timestamp with time zone not null,
  familiar_at timestamp with time zone,
  constraint attempt_pkey PRIMARY KEY (name, address),
  constraint failures_are_counted_from_nought CHECK ((failures >= 0))
);
CREATE INDEX attempt_by_age ON accounts.attempt USING btree (tried_at);

create table accounts.data_change (
  id uuid not null,
  account uuid not null,
  field text not null,
  values_sealed bytea not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  taken boolean,
  why text,
  constraint data_change_pkey PRIMARY KEY (id),
  constraint data_change_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint data_change_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.account(id),
  constraint a_change_that_fell_away_says_why CHECK (((why IS NULL) OR ((taken IS FALSE) AND (why = ANY (ARRAY['changed-hands'::text, 'merged'::text]))))),
  constraint who_decided_a_change_is_known CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (taken IS NULL))))
);
CREATE INDEX data_change_by_account ON accounts.data_change USING btree (account, asked_at);
CREATE UNIQUE INDEX one_change_waits ON accounts.data_change USING btree (account, field) WHERE (decided_at IS NULL);

create table accounts.field (
  name text not null,
  title_vi text not null,
  title_en text not null,
  kind text not null,
  "position" smallint not null,
  decision text not null,
  added_by uuid not null,
  added_at timestamp with time zone not null,
  retired_at timestamp with time zone,
  constraint field_pkey PRIMARY KEY (name),
  constraint field_added_by_fkey FOREIGN KEY (added_by) REFERENCES accounts.account(id),
  constraint a_field_is_a_word CHECK ((name ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$'::text)),
  constraint a_field_is_text_or_a_day CHECK ((kind = ANY (ARRAY['text'::text, 'day'::text])))
);

create table accounts.field_value (
  account uuid not null,
  field text not null,
  value_sealed bytea not null,
  written_by uuid not null,
  written_at timestamp with time zone not null,
  constraint field_value_pkey PRIMARY KEY (account, field),
  constraint field_value_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint field_value_field_fkey FOREIGN KEY (field) REFERENCES accounts.field(name),
  constraint field_value_written_by_fkey FOREIGN KEY (written_by) REFERENCES accounts.account(id)
);

create table accounts.login_attempt (
  state bytea not null,
  login text not null,
  browser bytea not null,
  back text,
  begun_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  constraint login_attempt_pkey PRIMARY KEY (state),
  constraint a_login_ends_after_it_begins CHECK ((ends_at > begun_at))
);
CREATE INDEX login_attempt_by_end ON accounts.login_attempt USING btree (ends_at);

create table accounts.login_link (
  login text not null,
  subject bytea not null,
  account uuid not null,
  linked_at timestamp with time zone not null,
  sub bytea,
  ended_at timestamp with time zone,
  constraint login_link_pkey PRIMARY KEY (login, subject),
  constraint one_key_a_login_and_account UNIQUE (login, account),
  constraint login_link_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id)
);
CREATE INDEX login_link_by_account ON accounts.login_link USING btree (account);
CREATE INDEX login_link_by_sub ON accounts.login_link USING btree (login, sub);

create table accounts.passkey (
  id uuid not null,
  account uuid not null,
  credential bytea not null,
  public_key bytea not null,
  counter bigint default 0 not null,
  transports text[] default '{}'::text[] not null,
  label text not null,
  synced boolean not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint passkey_pkey PRIMARY KEY (id),
  constraint passkey_credential_key UNIQUE (credential),
  constraint passkey_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint a_counter_begins_at_nought CHECK ((counter >= 0))
);
CREATE INDEX passkey_by_account ON accounts.passkey USING btree (account);

create table accounts.recovery_code (
  code bytea not null,
  account uuid not null,
  made_at timestamp with time zone not null,
  used_at timestamp with time zone,
  constraint recovery_code_pkey PRIMARY KEY (code),
  constraint recovery_code_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id)
);
CREATE INDEX recovery_code_by_account ON accounts.recovery_code USING btree (account);

create table accounts.representation (
  id uuid not null,
  kind text not null,
  agent uuid,
  beneficiary uuid,
  told_sealed bytea,
  file uuid,
  valid_from date not null,
  valid_to date,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  confirmed boolean,
  reason_sealed bytea,
  ended_at timestamp with time zone,
  ended_by uuid,
  end_reason text,
  agent_fingerprint bytea,
  accepted_at timestamp with time zone,
  constraint representation_pkey PRIMARY KEY (id),
  constraint representation_agent_fkey FOREIGN KEY (agent) REFERENCES accounts.account(id),
  constraint representation_beneficiary_fkey FOREIGN KEY (beneficiary) REFERENCES accounts.account(id),
  constraint representation_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.account(id),
  constraint representation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts.account(id),
  constraint a_confirmed_one_names_whom CHECK (((confirmed IS NOT TRUE) OR (beneficiary IS NOT NULL))),
  constraint a_representation_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_from <= valid_to))),
  constraint a_representation_is_of_one_kind CHECK ((kind = ANY (ARRAY['guardian'::text, 'authorised'::text, 'staff'::text]))),
  constraint an_agent_is_known_or_told CHECK (((agent IS NOT NULL) OR ((told_sealed IS NOT NULL) AND (agent_fingerprint IS NOT NULL) AND (decided_by = beneficiary)))),
  constraint an_end_has_a_known_reason CHECK (((end_reason IS NULL) OR ((ended_at IS NOT NULL) AND (end_reason = ANY (ARRAY['changed-hands'::text, 'merged'::text]))))),
  constraint evidence_is_a_paper_or_the_represented_themselves CHECK (((file IS NOT NULL) OR (decided_by = beneficiary))),
  constraint nobody_represents_themselves CHECK ((agent <> beneficiary)),
  constraint only_who_is_known_accepted CHECK (((accepted_at IS NULL) OR (agent IS NOT NULL))),
  constraint who_decided_is_known CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (confirmed IS NULL)))),
  constraint who_ended_it_is_known CHECK (((ended_at IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX representation_by_agent ON accounts.representation USING btree (agent);
CREATE INDEX representation_by_beneficiary ON accounts.representation USING btree (beneficiary);
CREATE INDEX representation_offered ON accounts.representation USING btree (agent_fingerprint) WHERE ((agent IS NULL) AND (ended_at IS NULL));
CREATE INDEX representation_waiting ON accounts.representation USING btree (asked_at) WHERE ((decided_at IS NULL) AND (ended_at IS NULL));

create table accounts.request (
  id uuid not null,
  kind text not null,
  account uuid not null,
  other uuid,
  field text,
  asked_sealed bytea not null,
  asked_by uuid not null,
  unit text not null,
  asked_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  done boolean,
  answer_sealed bytea,
  constraint request_pkey PRIMARY KEY (id),
  constraint request_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts.account(id),
  constraint request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.account(id),
  constraint request_other_fkey FOREIGN KEY (other) REFERENCES accounts.account(id),
  constraint a_correction_names_its_field CHECK (((kind = 'correction'::text) = (field IS NOT NULL))),
  constraint a_merge_names_another CHECK ((((kind = 'merge'::text) = (other IS NOT NULL)) AND (other IS DISTINCT FROM account))),
  constraint a_request_is_of_one_kind CHECK ((kind = ANY (ARRAY['lock'::text, 'merge'::text, 'correction'::text]))),
  constraint who_decided_a_request_is_known CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (done IS NULL))))
);
CREATE INDEX request_by_asker ON accounts.request USING btree (asked_by, asked_at);
CREATE INDEX request_waiting ON accounts.request USING btree (asked_at) WHERE (decided_at IS NULL);

create table accounts.second_factor (
  account uuid not null,
  secret_sealed bytea not null,
  begun_at timestamp with time zone not null,
  confirmed_at timestamp with time zone,
  last_step bigint default 0 not null,
  session bytea,
  constraint second_factor_pkey PRIMARY KEY (account),
  constraint second_factor_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint second_factor_session_fkey FOREIGN KEY (session) REFERENCES accounts.session(token) ON DELETE CASCADE,
  constraint only_what_is_begun_belongs_to_a_session CHECK (((confirmed_at IS NULL) = (session IS NOT NULL)))
);
CREATE INDEX second_factor_by_session ON accounts.second_factor USING btree (session) WHERE (session IS NOT NULL);

create table accounts.session (
  token bytea not null,
  account uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  address text,
  agent text,
  id uuid default gen_random_uuid() not null,
  through text default 'password'::text not null,
  two_factors boolean default false not null,
  constraint session_pkey PRIMARY KEY (token),
  constraint session_id_key UNIQUE (id),
  constraint session_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint a_session_is_a_cookie_or_a_token CHECK ((kind = ANY (ARRAY['browser'::text, 'token'::text])))
);
CREATE INDEX session_by_account ON accounts.session USING btree (account);
CREATE INDEX session_by_expiry ON accounts.session USING btree (expires_at);

create table accounts.spent_challenge (
  challenge bytea not null,
  ends_at timestamp with time zone not null,
  constraint spent_challenge_pkey PRIMARY KEY (challenge)
);
CREATE INDEX spent_challenge_by_end ON accounts.spent_challenge USING btree (ends_at);

create table accounts.standing_change (
  id uuid not null,
  account uuid not null,
  act text not null,
  state text not null,
  by uuid not null,
  reason_sealed bytea,
  at timestamp with time zone not null,
  constraint standing_change_pkey PRIMARY KEY (id),
  constraint standing_change_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint who_acts_for_another_says_why CHECK (((by = account) OR (reason_sealed IS NOT NULL)))
);
CREATE INDEX standing_change_by_account ON accounts.standing_change USING btree (account, at);

create table accounts.terms (
  edition text not null,
  from_day date not null,
  vi text not null,
  en text not null,
  decision text not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint terms_pkey PRIMARY KEY (edition),
  constraint terms_from_day_key UNIQUE (from_day),
  constraint terms_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint terms_say_something CHECK (((length(vi) > 0) AND (length(en) > 0)))
);

create table accounts.terms_acceptance (
  account uuid not null,
  edition text not null,
  words bytea not null,
  how text not null,
  by uuid not null,
  at timestamp with time zone not null,
  ended_at timestamp with time zone,
  end_reason text,
  constraint terms_acceptance_pkey PRIMARY KEY (account, edition, at),
  constraint terms_acceptance_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint terms_acceptance_by_fkey FOREIGN KEY (by) REFERENCES accounts.account(id),
  constraint an_acceptance_ends_for_a_reason CHECK ((((ended_at IS NULL) = (end_reason IS NULL)) AND ((end_reason IS NULL) OR (end_reason = 'changed-hands'::text)))),
  constraint terms_are_accepted_one_way CHECK ((how = ANY (ARRAY['registration'::text, 'sign-in'::text, 'counter'::text, 'training'::text])))
);
CREATE UNIQUE INDEX one_acceptance_counts ON accounts.terms_acceptance USING btree (account, edition) WHERE (ended_at IS NULL);

create schema audit;

create table audit.digest (
  day date not null,
  first_id bigint,
  last_id bigint,
  entries integer not null,
  root bytea not null,
  made_at timestamp with time zone not null,
  constraint digest_pkey PRIMARY KEY (day)
);

create table audit.entry (
  id bigint default nextval('audit.entry_id'::regclass) not null,
  stream text not null,
  "position" integer not null,
  occurred_at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  actor uuid,
  act text not null,
  subject text,
  details jsonb not null,
  previous bytea not null,
  hash bytea not null,
  constraint entry_pkey PRIMARY KEY (id, recorded_at),
  constraint a_stream_has_no_two_entries_at_one_place UNIQUE (stream, "position", recorded_at)
) partition by RANGE (recorded_at);
CREATE INDEX entry_by_act ON ONLY audit.entry USING btree (act, id);
CREATE INDEX entry_by_actor ON ONLY audit.entry USING btree (actor, id);
CREATE INDEX entry_by_instant ON ONLY audit.entry USING btree (recorded_at, id);
CREATE INDEX entry_by_subject ON ONLY audit.entry USING btree (subject, id) WHERE (subject IS NOT NULL);
CREATE INDEX entry_watched_in_order ON ONLY audit.entry USING btree (id) WHERE ((act = ANY (ARRAY['infected-file'::text, 'audit-broken'::text, 'denied'::text, 'sign-in-failed'::text, 'second-factor-failed'::text, 'report-violation'::text])) OR (act ~~ 'refused:%'::text));

create table audit.seal (
  day date not null,
  text text not null,
  signature bytea not null,
  stamp bytea not null,
  sealed_at timestamp with time zone not null,
  constraint seal_pkey PRIMARY KEY (day),
  constraint seal_day_fkey FOREIGN KEY (day) REFERENCES audit.digest(day)
);

create table audit.stream (
  stream text not null,
  length integer not null,
  head bytea not null,
  constraint stream_pkey PRIMARY KEY (stream)
);

CREATE OR REPLACE FUNCTION audit.append(in_stream text, in_occurred_at timestamp with time zone, in_recorded_at timestamp with time zone, in_actor uuid, in_act text, in_subject text, in_details jsonb)
 RETURNS bigint
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
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
end $function$;

CREATE OR REPLACE FUNCTION audit.close_day(in_day date, in_made_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
begin
  insert into audit.digest (day, first_id, last_id, entries, root, made_at)
    select in_day, min(id), max(id), count(*), sha256(coalesce(string_agg(hash, ''::bytea order by id), ''::bytea)), in_made_at
    from audit.entry
    where recorded_at >= in_day::timestamp at time zone 'Asia/Ho_Chi_Minh'
      and recorded_at < (in_day + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
    on conflict (day) do nothing;
  return found;
end $function$;

CREATE OR REPLACE FUNCTION audit.material(e audit.entry)
 RETURNS bytea
 LANGUAGE sql
 STABLE
RETURN convert_to(((((((((((((((((encode((e).previous, 'hex'::text) || chr(10)) || (e).stream) || chr(10)) || (e)."position") || chr(10)) || to_char(((e).occurred_at AT TIME ZONE 'utc'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text)) || chr(10)) || to_char(((e).recorded_at AT TIME ZONE 'utc'::text), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'::text)) || chr(10)) || COALESCE(((e).actor)::text, ''::text)) || chr(10)) || (e).act) || chr(10)) || COALESCE((e).subject, ''::text)) || chr(10)) || ((e).details)::text), 'UTF8'::name);

CREATE OR REPLACE FUNCTION audit.prepare_month(in_day date)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
declare
  first date := date_trunc('month', in_day)::date;
  since timestamptz := first::timestamp at time zone 'Asia/Ho_Chi_Minh';
  until timestamptz := (first + interval '1 month') at time zone 'Asia/Ho_Chi_Minh';
  part text := 'entry_' || to_char(first, 'YYYY_MM');
begin
  if to_regclass('audit.' || part) is not null then return false; end if;
  perform pg_advisory_xact_lock(hashtext('audit.prepare_month'));
  if to_regclass('audit.' || part) is not null then return false; end if;
  execute format('create table audit.%I (like audit.entry including defaults including constraints)', part);
  lock table audit.entry_other in access exclusive mode;
  execute format('with taken as (delete from audit.entry_other where recorded_at >= %L and recorded_at < %L returning *) insert into audit.%I select * from taken',
    since, until, part);
  execute format('alter table audit.entry attach partition audit.%I for values from (%L) to (%L)', part, since, until);
  return true;
end $function$;

CREATE OR REPLACE FUNCTION audit.seal_day(in_day date, in_text text, in_signature bytea, in_stamp bytea, in_sealed_at timestamp with time zone)
 RETURNS boolean
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'audit', 'pg_catalog'
AS $function$
begin
  insert into audit.seal (day, text, signature, stamp, sealed_at) values (in_day, in_text, in_signature, in_stamp, in_sealed_at)
    on conflict (day) do nothing;
  return found;
end $function$;

create schema calendar;

create table calendar.calendar (
  id uuid not null,
  name text not null,
  version integer not null,
  valid_from date not null,
  hours jsonb,
  source text not null,
  created_at timestamp with time zone not null,
  agency uuid,
  decided_from integer,
  decided_until integer,
  constraint calendar_pkey PRIMARY KEY (id),
  constraint a_calendar_has_no_two_equal_versions UNIQUE (name, version),
  constraint a_province_has_office_hours CHECK (((agency IS NOT NULL) OR (hours IS NOT NULL))),
  constraint an_agency_decides_no_year CHECK (((agency IS NULL) OR (decided_from IS NULL))),
  constraint decided_years_have_a_first_and_a_last CHECK ((((decided_from IS NULL) = (decided_until IS NULL)) AND (decided_from <= decided_until)))
);
CREATE INDEX calendar_in_force ON calendar.calendar USING btree (agency, valid_from DESC, version DESC);
CREATE TRIGGER calendar_has_a_new_edition AFTER INSERT OR DELETE OR UPDATE ON calendar.calendar FOR EACH STATEMENT EXECUTE FUNCTION ground.new_edition('calendar');

create table calendar.clock_event (
  subject uuid not null,
  clock text not null,
  "position" integer not null,
  kind text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  time_limit jsonb,
  minutes integer,
  due timestamp with time zone,
  ground text,
  law text,
  calendar uuid,
  by uuid,
  was timestamp with time zone,
  agency uuid,
  local_calendar uuid,
  constraint clock_event_pkey PRIMARY KEY (subject, clock, "position"),
  constraint clock_event_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendar.calendar(id),
  constraint clock_event_local_calendar_fkey FOREIGN KEY (local_calendar) REFERENCES calendar.calendar(id),
  constraint a_clock_is_one_of_these CHECK ((clock = ANY (ARRAY['intake'::text, 'settlement'::text, 'leg'::text]))),
  constraint a_recomputed_date_keeps_the_old_one_and_its_reason CHECK (((kind <> 'recomputed'::text) OR ((due IS NOT NULL) AND (was IS NOT NULL) AND (ground IS NOT NULL)))),
  constraint an_event_is_one_of_these CHECK ((kind = ANY (ARRAY['started'::text, 'paused'::text, 'resumed'::text, 'restarted'::text, 'extended'::text, 're-appointed'::text, 'recomputed'::text, 'stopped'::text])))
);

create table calendar.exception (
  calendar uuid not null,
  day date not null,
  kind text not null,
  sessions jsonb,
  name text not null,
  source text not null,
  status text not null,
  constraint exception_pkey PRIMARY KEY (calendar, day),
  constraint exception_calendar_fkey FOREIGN KEY (calendar) REFERENCES calendar.calendar(id),
  constraint a_day_is_one_of_these CHECK ((kind = ANY (ARRAY['holiday'::text, 'compensatory-off'::text, 'swap-off'::text, 'swap-work'::text, 'local-closure'::text, 'half-day'::text]))),
  constraint what_is_decided_is_confirmed_or_not CHECK ((status = ANY (ARRAY['confirmed'::text, 'unconfirmed'::text])))
);
CREATE TRIGGER exception_makes_a_new_edition AFTER INSERT OR DELETE OR UPDATE ON calendar.exception FOR EACH STATEMENT EXECUTE FUNCTION ground.new_edition('calendar');

CREATE OR REPLACE FUNCTION calendar.shared_editions()
 RETURNS json
 LANGUAGE plpgsql
AS $function$
begin
  perform pg_advisory_xact_lock_shared(hashtext('calendar'));
  return (select json_object_agg(what, number) from ground.edition);
end $function$;

create schema disclosures;

create table disclosures.consent (
  id uuid not null,
  account uuid not null,
  recipient text not null,
  purpose text not null,
  parts text[] not null,
  words text not null,
  edition text not null,
  given_at timestamp with time zone not null,
  valid_to date not null,
  withdrawn_at timestamp with time zone,
  end_reason text,
  constraint consent_pkey PRIMARY KEY (id),
  constraint consent_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint a_consent_ends_for_a_known_reason CHECK (((end_reason IS NULL) OR ((withdrawn_at IS NOT NULL) AND (end_reason = 'changed-hands'::text)))),
  constraint a_consent_names_parts CHECK ((cardinality(parts) > 0)),
  constraint a_consent_says_to_whom_and_why CHECK (((length(TRIM(BOTH FROM recipient)) > 2) AND (length(TRIM(BOTH FROM purpose)) > 2)))
);
CREATE INDEX consent_of_account ON disclosures.consent USING btree (account, given_at);

create table disclosures.release (
  id uuid not null,
  kind text not null,
  dossier uuid not null,
  holder uuid not null,
  recipient text not null,
  purpose text not null,
  parts text[] not null,
  basis text,
  consent uuid,
  document_number text,
  document_date date,
  released_by uuid not null,
  unit uuid,
  released_at timestamp with time zone not null,
  constraint release_pkey PRIMARY KEY (id),
  constraint release_consent_fkey FOREIGN KEY (consent) REFERENCES disclosures.consent(id),
  constraint release_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint release_holder_fkey FOREIGN KEY (holder) REFERENCES accounts.account(id),
  constraint release_released_by_fkey FOREIGN KEY (released_by) REFERENCES accounts.account(id),
  constraint release_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_release_is_of_one_kind CHECK ((kind = ANY (ARRAY['authority'::text, 'sharing'::text]))),
  constraint a_release_names_parts CHECK ((cardinality(parts) > 0)),
  constraint a_release_says_to_whom_and_why CHECK (((length(TRIM(BOTH FROM recipient)) > 2) AND (length(TRIM(BOTH FROM purpose)) > 2))),
  constraint an_authority_asks_by_a_document_under_a_law CHECK (((kind <> 'authority'::text) OR ((length(TRIM(BOTH FROM COALESCE(basis, ''::text))) > 2) AND (length(TRIM(BOTH FROM COALESCE(document_number, ''::text))) > 0) AND (document_date IS NOT NULL)))),
  constraint sharing_stands_on_consent CHECK (((kind <> 'sharing'::text) OR (consent IS NOT NULL)))
);
CREATE INDEX release_of_dossier ON disclosures.release USING btree (dossier, released_at);
CREATE INDEX release_of_holder ON disclosures.release USING btree (holder, released_at);

create schema documents;

create table documents.file (
  id uuid not null,
  name_sealed bytea not null,
  media_type text not null,
  size integer not null,
  pages integer,
  active_content boolean default false not null,
  sha256 bytea not null,
  address text not null,
  wrapped_key bytea,
  scan text not null,
  owner uuid not null,
  uploaded_at timestamp with time zone not null,
  attached_at timestamp with time zone,
  destroyed_at timestamp with time zone,
  constraint file_pkey PRIMARY KEY (id),
  constraint file_owner_fkey FOREIGN KEY (owner) REFERENCES accounts.account(id),
  constraint a_destroyed_file_has_no_key CHECK (((destroyed_at IS NULL) = (wrapped_key IS NOT NULL))),
  constraint a_file_was_scanned_or_not CHECK ((scan = ANY (ARRAY['clean'::text, 'not-scanned'::text, 'infected'::text])))
);
CREATE INDEX file_by_owner ON documents.file USING btree (owner, id);
CREATE INDEX file_waiting_to_be_attached ON documents.file USING btree (uploaded_at) WHERE ((attached_at IS NULL) AND (destroyed_at IS NULL));

create table documents.quarantine (
  id uuid not null,
  name_sealed bytea not null,
  content_sealed bytea,
  sha256 bytea not null,
  size integer not null,
  found text not null,
  sent_by uuid not null,
  sent_from text,
  kept_at timestamp with time zone not null,
  destroyed_at timestamp with time zone,
  constraint quarantine_pkey PRIMARY KEY (id),
  constraint quarantine_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES accounts.account(id),
  constraint what_was_destroyed_has_no_content CHECK (((destroyed_at IS NULL) = (content_sealed IS NOT NULL)))
);
CREATE INDEX quarantine_still_kept ON documents.quarantine USING btree (kept_at) WHERE (destroyed_at IS NULL);

create schema dossiers;

create table dossiers.apology (
  id uuid not null,
  dossier uuid not null,
  about text not null,
  file uuid not null,
  signed_by uuid,
  signed_at timestamp with time zone not null,
  used_in integer,
  number text,
  unit uuid,
  due timestamp with time zone,
  new_due timestamp with time zone,
  cause text,
  published_at timestamp with time zone,
  constraint apology_pkey PRIMARY KEY (id),
  constraint apology_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint apology_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint apology_signed_by_fkey FOREIGN KEY (signed_by) REFERENCES accounts.account(id),
  constraint apology_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint an_apology_is_about_one_of_four CHECK ((about = ANY (ARRAY['second-guidance'::text, 'second-supplement'::text, 'late'::text, 'extension'::text])))
);
CREATE INDEX apology_of_dossier ON dossiers.apology USING btree (dossier, about, signed_at);
CREATE INDEX apology_published ON dossiers.apology USING btree (published_at DESC, id DESC) WHERE (published_at IS NOT NULL);

create table dossiers.attachment (
  dossier uuid not null,
  component text not null,
  "position" smallint not null,
  file uuid,
  item uuid,
  replaced_in integer,
  constraint one_paper_in_one_place_of_one_version UNIQUE NULLS NOT DISTINCT (dossier, component, "position", replaced_in),
  constraint attachment_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint attachment_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint attachment_item_fkey FOREIGN KEY (item) REFERENCES records.item(id),
  constraint an_attachment_is_a_file_or_an_item_of_the_record CHECK (((file IS NULL) <> (item IS NULL)))
);

create table dossiers.component (
  dossier uuid not null,
  component text not null,
  verdict text,
  reason_sealed bytea,
  checked_by uuid,
  checked_at timestamp with time zone,
  authenticated text,
  authenticated_reason_sealed bytea,
  authenticated_by uuid,
  authenticated_at timestamp with time zone,
  constraint component_pkey PRIMARY KEY (dossier, component),
  constraint component_authenticated_by_fkey FOREIGN KEY (authenticated_by) REFERENCES accounts.account(id),
  constraint component_checked_by_fkey FOREIGN KEY (checked_by) REFERENCES accounts.account(id),
  constraint component_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint a_failed_component_has_a_reason CHECK (((verdict <> 'fail'::text) OR (reason_sealed IS NOT NULL))),
  constraint a_verdict_is_one_of_three CHECK ((verdict = ANY (ARRAY['ok'::text, 'fail'::text, 'not-applicable'::text]))),
  constraint what_cannot_be_verified_has_a_reason CHECK (((authenticated <> 'not-verifiable'::text) OR (authenticated_reason_sealed IS NOT NULL)))
);

create table dossiers.delay (
  dossier uuid not null,
  due timestamp with time zone not null,
  reason_sealed bytea not null,
  file uuid not null,
  drafted_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  constraint delay_pkey PRIMARY KEY (dossier, due),
  constraint delay_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint delay_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id)
);
CREATE INDEX delay_waiting ON dossiers.delay USING btree (dossier) WHERE (closed_at IS NULL);

create table dossiers.document (
  id uuid not null,
  dossier uuid not null,
  kind text not null,
  title text not null,
  file uuid not null,
  made_at timestamp with time zone not null,
  made_by uuid,
  constraint document_pkey PRIMARY KEY (id),
  constraint document_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint document_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint document_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id)
);
CREATE INDEX document_of_dossier ON dossiers.document USING btree (dossier, made_at, id);

create table dossiers.dossier (
  id uuid not null,
  version integer not null,
  state text not null,
  reference text,
  code text,
  procedure text not null,
  procedure_version uuid not null,
  applicant uuid not null,
  applicant_kind text not null,
  applicant_name text not null,
  filed_by uuid not null,
  channel text not null,
  return_by text not null,
  form_sealed bytea not null,
  agency uuid not null,
  reception uuid not null,
  officer uuid,
  proposed_by uuid,
  queue text,
  desk uuid,
  due timestamp with time zone,
  intake_due timestamp with time zone,
  fee bigint,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null,
  submitted_at timestamp with time zone,
  received_at timestamp with time zone,
  accepted_at timestamp with time zone,
  issued_at timestamp with time zone,
  returned_at timestamp with time zone,
  papers smallint default 0 not null,
  papers_digitised smallint default 0 not null,
  papers_reused smallint default 0 not null,
  database_evidence jsonb,
  late_fault text,
  late_reason text,
  result_code text,
  forwarded_at timestamp with time zone,
  proposal text default 'result'::text not null,
  guidances smallint default 0 not null,
  supplements smallint default 0 not null,
  paper_check text,
  returned_by text,
  ended_at timestamp with time zone,
  archived_at timestamp with time zone,
  archived_from text,
  keep_until date,
  retention_basis text,
  outcome text,
  warned_due timestamp with time zone,
  first_checked_at timestamp with time zone,
  applicant_folded text generated always as (ground.fold(applicant_name)) stored,
  policy_at timestamp with time zone not null,
  representation uuid,
  constraint dossier_pkey PRIMARY KEY (id),
  constraint dossier_code_key UNIQUE (code),
  constraint dossier_reference_key UNIQUE (reference),
  constraint dossier_agency_fkey FOREIGN KEY (agency) REFERENCES organisations.unit(id),
  constraint dossier_applicant_fkey FOREIGN KEY (applicant) REFERENCES accounts.account(id),
  constraint dossier_desk_fkey FOREIGN KEY (desk) REFERENCES organisations.unit(id),
  constraint dossier_filed_by_fkey FOREIGN KEY (filed_by) REFERENCES accounts.account(id),
  constraint dossier_officer_fkey FOREIGN KEY (officer) REFERENCES accounts.account(id),
  constraint dossier_procedure_fkey FOREIGN KEY (procedure) REFERENCES procedures.procedure(code),
  constraint dossier_procedure_version_fkey FOREIGN KEY (procedure_version) REFERENCES procedures.version(id),
  constraint dossier_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES accounts.account(id),
  constraint dossier_reception_fkey FOREIGN KEY (reception) REFERENCES organisations.unit(id),
  constraint dossier_representation_fkey FOREIGN KEY (representation) REFERENCES accounts.representation(id),
  constraint a_dossier_came_by_one_channel CHECK ((channel = ANY (ARRAY['online'::text, 'counter'::text, 'post'::text]))),
  constraint a_dossier_waits_at_a_desk_or_nowhere CHECK (((queue IS NULL) = (desk IS NULL))),
  constraint a_proposal_is_one_of_these CHECK ((proposal = ANY (ARRAY['result'::text, 'supplement'::text, 'transfer'::text, 'extension'::text, 'extension-agreed'::text]))),
  constraint a_result_came_back_one_way CHECK ((returned_by = ANY (ARRAY['online'::text, 'counter'::text, 'post'::text]))),
  constraint a_result_goes_back_one_way CHECK ((return_by = ANY (ARRAY['online'::text, 'counter'::text, 'post'::text]))),
  constraint an_accepted_dossier_has_a_code CHECK (((accepted_at IS NULL) OR (code IS NOT NULL))),
  constraint an_answer_grants_or_refuses CHECK ((outcome = ANY (ARRAY['grant'::text, 'refuse'::text]))),
  constraint an_archived_dossier_knows_what_it_was CHECK (((state = 'archived'::text) = (archived_from IS NOT NULL))),
  constraint only_a_draft_has_no_reference CHECK (((state = 'draft'::text) = (reference IS NULL))),
  constraint only_what_is_issued_has_an_outcome CHECK (((outcome IS NULL) OR (issued_at IS NOT NULL))),
  constraint papers_match_or_they_do_not CHECK ((paper_check = ANY (ARRAY['match'::text, 'mismatch'::text]))),
  constraint what_is_archived_says_by_which_rule CHECK (((archived_at IS NULL) OR (retention_basis IS NOT NULL)))
);
CREATE INDEX dossier_asked_of_officer ON dossiers.dossier USING btree (officer, due, id) WHERE (queue = 'supplement'::text);
CREATE INDEX dossier_changed ON dossiers.dossier USING btree (changed_at DESC, id DESC);
CREATE INDEX dossier_in_register ON dossiers.dossier USING btree (reception, accepted_at, id) WHERE (accepted_at IS NOT NULL);
CREATE INDEX dossier_named ON dossiers.dossier USING gin (applicant_folded public.gin_trgm_ops);
CREATE INDEX dossier_of_agency ON dossiers.dossier USING btree (agency, changed_at DESC, id DESC);
CREATE INDEX dossier_of_applicant ON dossiers.dossier USING btree (applicant, changed_at DESC, id DESC);
CREATE INDEX dossier_of_filer ON dossiers.dossier USING btree (filed_by, changed_at DESC, id DESC);
CREATE INDEX dossier_of_officer ON dossiers.dossier USING btree (officer, COALESCE(due, 'infinity'::timestamp with time zone), id) INCLUDE (due, issued_at) WHERE (queue = 'mine'::text);
CREATE INDEX dossier_of_reception ON dossiers.dossier USING btree (reception, changed_at DESC, id DESC);
CREATE INDEX dossier_once_held ON dossiers.dossier USING btree (officer, changed_at DESC, id DESC) WHERE (officer IS NOT NULL);
CREATE INDEX dossier_open_due ON dossiers.dossier USING btree (agency, due) WHERE ((issued_at IS NULL) AND (due IS NOT NULL));
CREATE INDEX dossier_to_plan ON dossiers.dossier USING btree (id) WHERE ((due IS DISTINCT FROM warned_due) AND (issued_at IS NULL));
CREATE INDEX dossier_waiting ON dossiers.dossier USING btree (desk, queue, COALESCE(due, 'infinity'::timestamp with time zone), id) INCLUDE (due, issued_at, agency, reception) WHERE (queue IS NOT NULL);

create table dossiers.event (
  dossier uuid not null,
  version integer not null,
  event text not null,
  from_state text not null,
  to_state text not null,
  at timestamp with time zone not null,
  recorded_at timestamp with time zone not null,
  by uuid,
  unit uuid,
  details jsonb not null,
  constraint event_pkey PRIMARY KEY (dossier, version),
  constraint event_by_fkey FOREIGN KEY (by) REFERENCES accounts.account(id),
  constraint event_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint event_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id)
);
CREATE TRIGGER the_history_stays BEFORE DELETE OR UPDATE ON dossiers.event FOR EACH ROW EXECUTE FUNCTION dossiers.history_stays();

create table dossiers.extension (
  id uuid not null,
  dossier uuid not null,
  value numeric not null,
  unit text not null,
  reason_sealed bytea not null,
  was timestamp with time zone not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  agreed_at timestamp with time zone,
  agreed_by uuid,
  outcome text,
  due timestamp with time zone,
  ended_at timestamp with time zone,
  ended_by uuid,
  constraint extension_pkey PRIMARY KEY (id),
  constraint extension_agreed_by_fkey FOREIGN KEY (agreed_by) REFERENCES accounts.account(id),
  constraint extension_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint extension_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts.account(id),
  constraint extension_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint a_granted_extension_has_its_new_date CHECK (((NOT (outcome IS DISTINCT FROM 'extended'::text)) = (due IS NOT NULL))),
  constraint an_ended_extension_has_its_outcome CHECK (((outcome IS NULL) = (ended_at IS NULL))),
  constraint an_extension_is_granted_or_declined CHECK ((outcome = ANY (ARRAY['extended'::text, 'declined'::text]))),
  constraint an_extension_is_said_in_time CHECK (((unit = ANY (ARRAY['working-hours'::text, 'working-days'::text, 'calendar-days'::text])) AND (value > (0)::numeric))),
  constraint only_an_extension_agreed_to_is_granted CHECK (((outcome IS DISTINCT FROM 'extended'::text) OR (agreed_at IS NOT NULL)))
);
CREATE INDEX extension_of_dossier ON dossiers.extension USING btree (dossier, made_at, id);

create table dossiers.form_before (
  dossier uuid not null,
  replaced_in integer not null,
  form_sealed bytea not null,
  constraint form_before_pkey PRIMARY KEY (dossier, replaced_in),
  constraint form_before_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id)
);

create table dossiers.leg (
  id uuid not null,
  dossier uuid not null,
  "position" smallint not null,
  kind text not null,
  step text,
  agency uuid,
  needs text[] default '{}'::text[] not null,
  components text[],
  asked_sealed bytea not null,
  asked_at timestamp with time zone not null,
  asked_by uuid not null,
  due timestamp with time zone,
  silence text,
  outcome text,
  closed_at timestamp with time zone,
  answered_at timestamp with time zone,
  answered_by uuid,
  answer_sealed bytea,
  constraint leg_pkey PRIMARY KEY (id),
  constraint leg_dossier_position_key UNIQUE (dossier, "position"),
  constraint leg_agency_fkey FOREIGN KEY (agency) REFERENCES organisations.unit(id),
  constraint leg_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES accounts.account(id),
  constraint leg_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts.account(id),
  constraint leg_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint a_leg_ends_one_of_these_ways CHECK ((outcome = ANY (ARRAY['answered'::text, 'late'::text, 'disputed'::text, 'agreed'::text, 'unanswered'::text, 'cancelled'::text]))),
  constraint a_leg_is_one_of_these CHECK ((kind = ANY (ARRAY['lead'::text, 'joint'::text, 'opinion'::text, 'verification'::text, 'confirmation'::text]))),
  constraint an_answer_has_its_hour CHECK (((answered_at IS NULL) = ((outcome IS NULL) OR (outcome <> ALL (ARRAY['answered'::text, 'late'::text, 'disputed'::text]))))),
  constraint only_the_applicant_has_no_agency CHECK (((agency IS NULL) = (kind = 'confirmation'::text))),
  constraint silence_agrees_or_says_nothing CHECK ((silence = ANY (ARRAY['agreed'::text, 'unanswered'::text]))),
  constraint what_is_closed_says_how CHECK (((closed_at IS NULL) = (outcome IS NULL)))
);
CREATE INDEX leg_answered ON dossiers.leg USING btree (agency, answered_at DESC, id DESC) WHERE (answered_at IS NOT NULL);
CREATE INDEX leg_lapsing ON dossiers.leg USING btree (due, id) WHERE ((outcome IS NULL) AND (silence IS NOT NULL));
CREATE INDEX leg_waiting ON dossiers.leg USING btree (agency, COALESCE(due, 'infinity'::timestamp with time zone), id) WHERE (outcome IS NULL);

create table dossiers.leg_file (
  leg uuid not null,
  "position" smallint not null,
  file uuid not null,
  constraint leg_file_pkey PRIMARY KEY (leg, "position"),
  constraint leg_file_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint leg_file_leg_fkey FOREIGN KEY (leg) REFERENCES dossiers.leg(id)
);
CREATE INDEX leg_file_of_file ON dossiers.leg_file USING btree (file);

create table dossiers.request (
  id uuid not null,
  dossier uuid not null,
  kind text not null,
  number smallint,
  content_sealed bytea not null,
  made_at timestamp with time zone not null,
  made_by uuid not null,
  released_at timestamp with time zone,
  released_by uuid,
  unit uuid,
  file uuid,
  answered_at timestamp with time zone,
  answer_sealed bytea,
  constraint request_pkey PRIMARY KEY (id),
  constraint request_dossier_kind_number_key UNIQUE (dossier, kind, number),
  constraint request_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint request_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint request_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint request_released_by_fkey FOREIGN KEY (released_by) REFERENCES accounts.account(id),
  constraint request_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_request_is_guidance_or_supplement CHECK ((kind = ANY (ARRAY['guidance'::text, 'supplement'::text]))),
  constraint only_what_is_answered_has_an_answer CHECK (((answer_sealed IS NULL) OR (answered_at IS NOT NULL))),
  constraint only_what_went_out_is_answered CHECK (((answered_at IS NULL) OR (released_at IS NOT NULL))),
  constraint what_went_out_has_its_number CHECK (((released_at IS NULL) = (number IS NULL)))
);
CREATE INDEX request_of_dossier ON dossiers.request USING btree (dossier, made_at, id);

create table dossiers.result (
  dossier uuid not null,
  identifier text not null,
  outcome text not null,
  kind text not null,
  title text not null,
  fields_sealed bytea not null,
  note_sealed bytea,
  draft uuid not null,
  file uuid,
  number text,
  issuer uuid not null,
  issued_on date,
  revoked_at timestamp with time zone,
  constraint result_pkey PRIMARY KEY (dossier),
  constraint result_identifier_key UNIQUE (identifier),
  constraint result_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint result_draft_fkey FOREIGN KEY (draft) REFERENCES documents.file(id),
  constraint result_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint result_issuer_fkey FOREIGN KEY (issuer) REFERENCES organisations.unit(id),
  constraint an_outcome_is_one_of_two CHECK ((outcome = ANY (ARRAY['grant'::text, 'refuse'::text])))
);

create table dossiers.revision (
  dossier uuid not null,
  version integer not null,
  form_sealed bytea not null,
  attachments jsonb not null,
  begun_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint revision_pkey PRIMARY KEY (dossier),
  constraint revision_begun_by_fkey FOREIGN KEY (begun_by) REFERENCES accounts.account(id),
  constraint revision_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id)
);

create table dossiers.task (
  dossier uuid not null,
  "position" smallint not null,
  step text not null,
  name text not null,
  role text not null,
  unit uuid not null,
  holder uuid,
  budget_minutes integer,
  started_at timestamp with time zone not null,
  due timestamp with time zone,
  ended_at timestamp with time zone,
  round smallint default 1 not null,
  warned_due timestamp with time zone,
  constraint task_pkey PRIMARY KEY (dossier, "position"),
  constraint task_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint task_holder_fkey FOREIGN KEY (holder) REFERENCES accounts.account(id),
  constraint task_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id)
);
CREATE INDEX task_to_plan ON dossiers.task USING btree (dossier, "position") WHERE ((due IS DISTINCT FROM warned_due) AND (ended_at IS NULL));

create table dossiers.warning (
  dossier uuid not null,
  about text not null,
  round smallint not null,
  percent smallint not null,
  falls_at timestamp with time zone not null,
  due timestamp with time zone not null,
  given_at timestamp with time zone,
  passed_over boolean default false not null,
  constraint warning_pkey PRIMARY KEY (dossier, about, round, percent, due),
  constraint warning_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint a_share_is_counted_in_hundredths CHECK (((percent >= 1) AND (percent <= 100))),
  constraint only_what_was_given_was_passed_over CHECK (((given_at IS NOT NULL) OR (NOT passed_over)))
);
CREATE INDEX warning_to_give ON dossiers.warning USING btree (falls_at) WHERE (given_at IS NULL);

CREATE OR REPLACE FUNCTION dossiers.history_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) #- '{details,sealed}') = (to_jsonb(old) #- '{details,sealed}')
    and substring(decode(new.details ->> 'sealed', 'base64') from 44)
      is not distinct from substring(decode(old.details ->> 'sealed', 'base64') from 44)
  then return new; end if;
  raise exception 'the history of a dossier is neither changed nor deleted' using errcode = 'insufficient_privilege';
end $function$;

create schema ground;

create table ground.counter (
  scope text not null,
  period text not null,
  last integer not null,
  constraint counter_pkey PRIMARY KEY (scope, period),
  constraint counting_starts_at_one CHECK ((last >= 1))
);

create table ground.edition (
  what text not null,
  number bigint not null,
  constraint edition_pkey PRIMARY KEY (what)
);

create table ground.idempotency (
  account uuid not null,
  key text not null,
  request bytea not null,
  status smallint not null,
  resource text not null,
  created_at timestamp with time zone not null,
  constraint idempotency_pkey PRIMARY KEY (account, key),
  constraint a_key_is_not_a_letter CHECK (((length(key) >= 1) AND (length(key) <= 200)))
);
CREATE INDEX idempotency_by_age ON ground.idempotency USING btree (created_at);

create table ground.migration (
  name text not null,
  checksum text not null,
  applied_at timestamp with time zone default now() not null,
  constraint migration_pkey PRIMARY KEY (name)
);

create table ground.throttle (
  subject text not null,
  window_start timestamp with time zone not null,
  hits integer not null,
  constraint throttle_pkey PRIMARY KEY (subject)
);

CREATE OR REPLACE FUNCTION ground.editions()
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_object_agg(what, number) from ground.edition
$function$;

CREATE OR REPLACE FUNCTION ground.fold(words text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE STRICT
RETURN lower(public.unaccent('public.unaccent'::regdictionary, NORMALIZE(words, NFC)));

CREATE OR REPLACE FUNCTION ground.new_edition()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'ground', 'pg_catalog'
AS $function$
begin
  update ground.edition set number = nextval('ground.edition_number') where what = tg_argv[0];
  return null;
end $function$;

create schema notifications;

create table notifications.delivery (
  message uuid not null,
  channel text not null,
  state text not null,
  attempts smallint default 0 not null,
  fault text,
  done_at timestamp with time zone,
  queued_at timestamp with time zone,
  constraint delivery_pkey PRIMARY KEY (message, channel),
  constraint delivery_message_fkey FOREIGN KEY (message) REFERENCES notifications.message(id),
  constraint a_delivery_is_in_one_state CHECK ((state = ANY (ARRAY['waiting'::text, 'sent'::text, 'failed'::text, 'no-address'::text, 'channel-off'::text])))
);
CREATE INDEX delivery_in_the_outbox ON notifications.delivery USING btree (message, channel) WHERE (queued_at IS NULL);

create table notifications.message (
  id uuid not null,
  account uuid not null,
  dossier uuid,
  template text not null,
  subject_sealed bytea not null,
  body_sealed bytea not null,
  created_at timestamp with time zone not null,
  read_at timestamp with time zone,
  gaps_sealed bytea,
  constraint message_pkey PRIMARY KEY (id),
  constraint message_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id)
);
CREATE INDEX message_of_account ON notifications.message USING btree (account, created_at DESC, id DESC);
CREATE TRIGGER a_sent_message_stays BEFORE DELETE OR UPDATE ON notifications.message FOR EACH ROW EXECUTE FUNCTION notifications.stays_as_sent();
CREATE TRIGGER sent_messages_stay BEFORE TRUNCATE ON notifications.message FOR EACH STATEMENT EXECUTE FUNCTION notifications.stays_as_sent();

CREATE OR REPLACE FUNCTION notifications.stays_as_sent()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if tg_op = 'UPDATE' and (to_jsonb(new) - 'read_at' - 'subject_sealed' - 'body_sealed' - 'gaps_sealed')
    = (to_jsonb(old) - 'read_at' - 'subject_sealed' - 'body_sealed' - 'gaps_sealed')
    -- A new master key wraps the data key anew: what stands behind its 43 bytes stays.
    and substring(new.subject_sealed from 44) = substring(old.subject_sealed from 44)
    and substring(new.body_sealed from 44) = substring(old.body_sealed from 44)
    and substring(new.gaps_sealed from 44) is not distinct from substring(old.gaps_sealed from 44)
  then return new; end if;
  raise exception 'a message that was sent is neither changed nor deleted' using errcode = 'insufficient_privilege';
end $function$;

create schema organisations;

create table organisations.assignment (
  id uuid not null,
  account uuid not null,
  unit uuid not null,
  duty text not null,
  decision text not null,
  file uuid not null,
  valid_from date not null,
  valid_to date,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ended_on date,
  ended_by uuid,
  constraint assignment_pkey PRIMARY KEY (id),
  constraint assignment_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint assignment_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts.account(id),
  constraint assignment_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint assignment_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_duty_is_one_of_four CHECK ((duty = ANY (ARRAY['digitiser'::text, 'authenticator'::text, 'key-custodian'::text, 'supporter'::text]))),
  constraint an_assignment_ends_after_it_begins CHECK (((valid_to IS NULL) OR (valid_from <= valid_to))),
  constraint who_ended_an_assignment_is_known CHECK (((ended_on IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX assignment_by_account ON organisations.assignment USING btree (account);
CREATE INDEX assignment_by_unit ON organisations.assignment USING btree (unit, duty);

create table organisations.change (
  id uuid not null,
  kind text not null,
  unit uuid not null,
  into_unit uuid,
  decision text not null,
  reason text not null,
  effective date not null,
  before jsonb not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  constraint change_pkey PRIMARY KEY (id),
  constraint change_into_unit_fkey FOREIGN KEY (into_unit) REFERENCES organisations.unit(id),
  constraint change_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint change_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_unit_is_changed_in_one_of_these_ways CHECK ((kind = ANY (ARRAY['merge'::text, 'rename'::text, 'open'::text, 'close'::text, 'change'::text])))
);
CREATE INDEX change_of_unit ON organisations.change USING btree (unit, made_at);

create table organisations.delegation (
  id uuid not null,
  post uuid not null,
  account uuid not null,
  form text not null,
  title text not null,
  reason text not null,
  decision text not null,
  valid_from date not null,
  valid_to date not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ended_on date,
  ended_by uuid,
  constraint delegation_pkey PRIMARY KEY (id),
  constraint delegation_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint delegation_ended_by_fkey FOREIGN KEY (ended_by) REFERENCES accounts.account(id),
  constraint delegation_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint delegation_post_fkey FOREIGN KEY (post) REFERENCES organisations.post(id),
  constraint a_delegation_has_a_period CHECK ((valid_from <= valid_to)),
  constraint a_delegation_has_one_of_the_forms CHECK ((form = ANY (ARRAY['KT'::text, 'TL'::text, 'TUQ'::text, 'Q'::text]))),
  constraint who_ended_it_is_known CHECK (((ended_on IS NULL) = (ended_by IS NULL)))
);
CREATE INDEX delegation_by_account ON organisations.delegation USING btree (account, valid_to);
CREATE INDEX delegation_by_post ON organisations.delegation USING btree (post, valid_to);

create table organisations.device (
  id uuid not null,
  unit uuid not null,
  kind text not null,
  model text not null,
  place text not null,
  settings jsonb not null,
  tested_at timestamp with time zone,
  tested_by uuid,
  works boolean,
  note text,
  retired_on date,
  changed_by uuid not null,
  changed_at timestamp with time zone not null,
  constraint device_pkey PRIMARY KEY (id),
  constraint device_changed_by_fkey FOREIGN KEY (changed_by) REFERENCES accounts.account(id),
  constraint device_tested_by_fkey FOREIGN KEY (tested_by) REFERENCES accounts.account(id),
  constraint device_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_device_is_of_one_kind CHECK ((kind = ANY (ARRAY['scanner'::text, 'printer'::text, 'card-reader'::text]))),
  constraint a_test_has_its_hour CHECK ((((tested_at IS NULL) = (works IS NULL)) AND ((tested_at IS NULL) = (tested_by IS NULL))))
);
CREATE INDEX device_by_unit ON organisations.device USING btree (unit, kind);

create view organisations.held_post as
 SELECT post.id,
    post.account,
    post.unit,
    post.role,
    post.title,
    post.decision,
    post.valid_from,
    post.valid_to,
    NULL::uuid AS delegation
   FROM organisations.post
UNION ALL
 SELECT p.id,
    d.account,
    p.unit,
    p.role,
    ((((d.form || '. '::text) || p.title) || ', '::text) || d.title) AS title,
    d.decision,
    GREATEST(d.valid_from, p.valid_from) AS valid_from,
    LEAST(d.valid_to, d.ended_on, p.valid_to) AS valid_to,
    d.id AS delegation
   FROM (organisations.delegation d
     JOIN organisations.post p ON ((p.id = d.post)));

create table organisations.post (
  id uuid not null,
  account uuid not null,
  unit uuid not null,
  role text not null,
  title text not null,
  decision text,
  valid_from date not null,
  valid_to date,
  seconded_from uuid,
  constraint post_pkey PRIMARY KEY (id),
  constraint nobody_holds_a_post_twice UNIQUE (account, unit, role, valid_from),
  constraint post_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint post_seconded_from_fkey FOREIGN KEY (seconded_from) REFERENCES organisations.unit(id),
  constraint post_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id)
);
CREATE INDEX post_by_unit ON organisations.post USING btree (unit, role);

create table organisations.proposed_post (
  id uuid not null,
  account uuid not null,
  unit uuid not null,
  role text not null,
  title text not null,
  decision text not null,
  seconded_from uuid,
  proposed_by uuid not null,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  is_granted boolean,
  constraint proposed_post_pkey PRIMARY KEY (id),
  constraint proposed_post_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint proposed_post_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.account(id),
  constraint proposed_post_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES accounts.account(id),
  constraint proposed_post_seconded_from_fkey FOREIGN KEY (seconded_from) REFERENCES organisations.unit(id),
  constraint proposed_post_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_decided_proposal_says_by_whom CHECK ((((decided_by IS NULL) = (decided_at IS NULL)) AND ((decided_by IS NULL) = (is_granted IS NULL)))),
  constraint a_post_is_given_by_somebody_else CHECK (((is_granted IS NOT TRUE) OR ((decided_by <> proposed_by) AND (decided_by <> account))))
);
CREATE UNIQUE INDEX one_open_proposal_of_a_post ON organisations.proposed_post USING btree (account, unit, role) WHERE (decided_at IS NULL);
CREATE INDEX proposed_post_by_unit ON organisations.proposed_post USING btree (unit) WHERE (decided_at IS NULL);

create table organisations.request (
  id uuid not null,
  kind text not null,
  unit uuid not null,
  title text not null,
  reason text not null,
  decision text not null,
  post uuid,
  successor uuid,
  successor_title text,
  asked_by uuid not null,
  asked_at timestamp with time zone not null,
  proposed_by uuid,
  proposed_at timestamp with time zone,
  proposal text,
  decided_by uuid,
  decided_at timestamp with time zone,
  is_granted boolean,
  reference text,
  constraint request_pkey PRIMARY KEY (id),
  constraint request_asked_by_fkey FOREIGN KEY (asked_by) REFERENCES accounts.account(id),
  constraint request_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES accounts.account(id),
  constraint request_post_fkey FOREIGN KEY (post) REFERENCES organisations.post(id),
  constraint request_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES accounts.account(id),
  constraint request_successor_fkey FOREIGN KEY (successor) REFERENCES accounts.account(id),
  constraint request_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_change_of_staff_names_post_and_successor CHECK (((kind = 'staff-change'::text) = ((post IS NOT NULL) AND (successor IS NOT NULL) AND (successor_title IS NOT NULL)))),
  constraint a_proposal_has_its_hour CHECK ((((proposed_by IS NULL) = (proposed_at IS NULL)) AND ((proposed_by IS NULL) = (proposal IS NULL)))),
  constraint a_request_is_decided_yes_or_no CHECK ((((decided_at IS NULL) = (is_granted IS NULL)) AND ((decided_at IS NULL) = (decided_by IS NULL)) AND ((decided_at IS NULL) = (reference IS NULL)))),
  constraint a_request_is_one_of_two CHECK ((kind = ANY (ARRAY['staff-change'::text, 'extension'::text]))),
  constraint an_extension_is_proposed_before_it_is_granted CHECK (((kind <> 'extension'::text) OR (is_granted IS NOT TRUE) OR (proposed_by IS NOT NULL))),
  constraint nobody_grants_what_they_asked CHECK (((is_granted IS NOT TRUE) OR (decided_by <> asked_by)))
);
CREATE INDEX request_by_unit ON organisations.request USING btree (unit, asked_at DESC);

create table organisations.unit (
  id uuid not null,
  parent uuid,
  kind text not null,
  level text not null,
  name text not null,
  short_name text,
  identifier text not null,
  old_identifier text,
  place text not null,
  address text,
  phone text,
  seal_name text,
  valid_from date not null,
  valid_to date,
  duty text,
  successor uuid,
  website text,
  remit text,
  settles boolean default false not null,
  constraint unit_pkey PRIMARY KEY (id),
  constraint unit_identifier_key UNIQUE (identifier),
  constraint unit_parent_fkey FOREIGN KEY (parent) REFERENCES organisations.unit(id),
  constraint unit_successor_fkey FOREIGN KEY (successor) REFERENCES organisations.unit(id),
  constraint a_duty_is_a_word CHECK ((duty ~ '^[a-z]+(-[a-z]+)*$'::text)),
  constraint a_unit_is_of_one_kind CHECK ((kind = ANY (ARRAY['province'::text, 'department'::text, 'district'::text, 'commune'::text, 'centre'::text, 'division'::text, 'branch'::text, 'point'::text, 'notary'::text, 'central-agency'::text, 'public-unit'::text, 'postal'::text]))),
  constraint a_unit_stands_on_one_level CHECK ((level = ANY (ARRAY['ministry'::text, 'province'::text, 'district'::text, 'commune'::text, 'other'::text]))),
  constraint a_website_is_an_address CHECK ((website ~ '^https?://[^[:space:]]+$'::text))
);
CREATE INDEX unit_by_parent ON organisations.unit USING btree (parent);
CREATE INDEX unit_of_duty ON organisations.unit USING btree (duty) WHERE (duty IS NOT NULL);

create schema policy;

create table policy.decision (
  id uuid not null,
  number bigint generated always as identity not null,
  setting text,
  is_cleared boolean default false not null,
  value jsonb not null,
  valid_from date not null,
  valid_until date,
  legal_basis text not null,
  confidence text default 'read'::text not null,
  reason text,
  demands text,
  proposed_by uuid,
  proposed_at timestamp with time zone not null,
  decided_by uuid,
  decided_at timestamp with time zone,
  is_approved boolean,
  reference text,
  constraint decision_pkey PRIMARY KEY (id),
  constraint decision_number_key UNIQUE (number),
  constraint a_decision_is_yes_or_no CHECK (((decided_at IS NULL) = (is_approved IS NULL))),
  constraint a_preset_is_replaced_not_cleared CHECK (((setting IS NOT NULL) OR (NOT is_cleared))),
  constraint a_value_ends_after_it_begins CHECK ((valid_until > valid_from)),
  constraint a_value_is_as_sure_as_we_know CHECK ((confidence = ANY (ARRAY['read'::text, 'second-hand'::text, 'unconfirmed'::text]))),
  constraint what_needs_approval_is_approved_by_another_with_a_paper CHECK (((demands IS NULL) OR (is_approved IS NOT TRUE) OR ((decided_by IS DISTINCT FROM proposed_by) AND (reference IS NOT NULL))))
);
CREATE TRIGGER decision_makes_a_new_edition AFTER INSERT OR DELETE OR UPDATE ON policy.decision FOR EACH STATEMENT EXECUTE FUNCTION ground.new_edition('policy');

create schema procedures;

create table procedures.agency (
  code text not null,
  unit uuid not null,
  "position" smallint not null,
  constraint agency_pkey PRIMARY KEY (code, unit),
  constraint agency_code_fkey FOREIGN KEY (code) REFERENCES procedures.procedure(code),
  constraint agency_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id)
);

create table procedures."national" (
  code text not null,
  number integer not null,
  imported_on date not null,
  entry jsonb not null,
  reading jsonb not null,
  reading_number smallint not null,
  content_hash bytea not null,
  imported_at timestamp with time zone not null,
  constraint national_pkey PRIMARY KEY (code, number),
  constraint national_code_fkey FOREIGN KEY (code) REFERENCES procedures.procedure(code),
  constraint versions_of_an_entry_begin_at_one CHECK ((number >= 1))
);

create table procedures.procedure (
  code text not null,
  name text not null,
  field text not null,
  levels text[] not null,
  online_level text not null,
  search text not null,
  state text default 'published'::text not null,
  short_name text,
  english_name text,
  title text default ''::text not null,
  initials text default ''::text not null,
  sound text default ''::text not null,
  audience text[] default '{}'::text[] not null,
  filed_here boolean default false not null,
  constraint procedure_pkey PRIMARY KEY (code),
  constraint a_procedure_is_in_one_state CHECK ((state = ANY (ARRAY['waiting'::text, 'published'::text, 'abolished'::text])))
);
CREATE INDEX procedure_by_field ON procedures.procedure USING btree (field);
CREATE INDEX procedure_by_title ON procedures.procedure USING gin (title public.gin_trgm_ops) WITH (fastupdate=off);
CREATE INDEX procedure_by_words ON procedures.procedure USING gin (search public.gin_trgm_ops) WITH (fastupdate=off);

create table procedures.trial (
  id uuid not null,
  version uuid not null,
  tested_by text not null,
  tested_on date not null,
  result text not null,
  note text not null,
  recorded_by uuid not null,
  recorded_at timestamp with time zone not null,
  constraint trial_pkey PRIMARY KEY (id),
  constraint trial_recorded_by_fkey FOREIGN KEY (recorded_by) REFERENCES accounts.account(id),
  constraint trial_version_fkey FOREIGN KEY (version) REFERENCES procedures.version(id),
  constraint a_trial_is_passed_or_failed CHECK ((result = ANY (ARRAY['passed'::text, 'failed'::text])))
);
CREATE INDEX trial_of_version ON procedures.trial USING btree (version, recorded_at DESC);

create table procedures.version (
  id uuid not null,
  code text not null,
  number integer not null,
  valid_from date not null,
  valid_to date,
  decision text not null,
  definition jsonb not null,
  process text not null,
  content_hash bytea not null,
  loaded_at timestamp with time zone not null,
  released_at timestamp with time zone,
  released_by uuid,
  constraint version_pkey PRIMARY KEY (id),
  constraint versions_of_a_procedure_are_numbered UNIQUE (code, number),
  constraint version_code_fkey FOREIGN KEY (code) REFERENCES procedures.procedure(code),
  constraint version_released_by_fkey FOREIGN KEY (released_by) REFERENCES accounts.account(id)
);

create schema ratings;

create table ratings.rating (
  dossier uuid not null,
  account uuid not null,
  score smallint not null,
  comment_sealed bytea,
  at timestamp with time zone not null,
  constraint rating_pkey PRIMARY KEY (dossier),
  constraint rating_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint rating_dossier_fkey FOREIGN KEY (dossier) REFERENCES dossiers.dossier(id),
  constraint a_score_is_from_one_to_five CHECK (((score >= 1) AND (score <= 5)))
);

create schema records;

create table records.item (
  id uuid not null,
  record uuid not null,
  kind text not null,
  title text not null,
  number text,
  issuer uuid,
  issued_on date,
  valid_to date,
  source text not null,
  origin uuid,
  file uuid,
  legal_status text not null,
  authenticated_by uuid,
  authenticated_at timestamp with time zone,
  replaced_by uuid,
  delivered_at timestamp with time zone not null,
  constraint item_pkey PRIMARY KEY (id),
  constraint item_authenticated_by_fkey FOREIGN KEY (authenticated_by) REFERENCES accounts.account(id),
  constraint item_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint item_issuer_fkey FOREIGN KEY (issuer) REFERENCES organisations.unit(id),
  constraint item_record_fkey FOREIGN KEY (record) REFERENCES records.record(id),
  constraint item_replaced_by_fkey FOREIGN KEY (replaced_by) REFERENCES records.item(id),
  constraint an_item_comes_from_a_named_source CHECK ((source = ANY (ARRAY['result'::text, 'component'::text, 'counter'::text, 'portal'::text, 'specialised-system'::text, 'national-database'::text, 'notary'::text]))),
  constraint an_item_has_one_legal_status CHECK ((legal_status = ANY (ARRAY['created'::text, 'authenticated'::text, 'not-verifiable'::text, 'superseded'::text])))
);
CREATE INDEX item_by_file ON records.item USING btree (file) WHERE (file IS NOT NULL);
CREATE INDEX item_of_record ON records.item USING btree (record, delivered_at DESC, id DESC);
CREATE UNIQUE INDEX one_item_for_each_origin_and_kind ON records.item USING btree (record, origin, kind) WHERE (origin IS NOT NULL);

create table records.record (
  id uuid not null,
  code text not null,
  account uuid not null,
  kind text not null,
  created_at timestamp with time zone not null,
  constraint record_pkey PRIMARY KEY (id),
  constraint record_account_key UNIQUE (account),
  constraint record_code_key UNIQUE (code),
  constraint record_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint a_record_is_of_a_person_or_an_organisation CHECK ((kind = ANY (ARRAY['person'::text, 'organisation'::text])))
);

create table records.reuse (
  id uuid not null,
  item uuid not null,
  dossier uuid not null,
  purpose text not null,
  basis text not null,
  used_by uuid not null,
  used_at timestamp with time zone not null,
  constraint reuse_pkey PRIMARY KEY (id),
  constraint reuse_item_fkey FOREIGN KEY (item) REFERENCES records.item(id),
  constraint reuse_used_by_fkey FOREIGN KEY (used_by) REFERENCES accounts.account(id),
  constraint a_reuse_has_a_basis CHECK ((basis = ANY (ARRAY['own-filing'::text, 'asked-at-the-counter'::text]))),
  constraint a_reuse_has_a_purpose CHECK ((length(TRIM(BOTH FROM purpose)) > 2))
);
CREATE INDEX reuse_in_dossier ON records.reuse USING btree (dossier, used_at);
CREATE INDEX reuse_of_item ON records.reuse USING btree (item, used_at);

create schema safety;

create table safety.alert (
  id uuid not null,
  rule text not null,
  subject text not null,
  entries integer not null,
  first_entry bigint,
  last_entry bigint,
  details jsonb not null,
  raised_at timestamp with time zone not null,
  last_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  conclusion_sealed bytea,
  constraint alert_pkey PRIMARY KEY (id),
  constraint alert_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts.account(id),
  constraint who_closed_an_alert_said_why CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (conclusion_sealed IS NULL))))
);
CREATE INDEX alert_by_instant ON safety.alert USING btree (raised_at, id);
CREATE UNIQUE INDEX one_open_alert_of_a_kind ON safety.alert USING btree (rule, subject) WHERE (closed_at IS NULL);

create table safety."case" (
  id uuid not null,
  number text not null,
  kind text not null,
  told_sealed bytea not null,
  stream text,
  extract_sealed bytea,
  extract_sha256 bytea,
  entries integer not null,
  reported_by uuid,
  reported_from text,
  reported_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  conclusion_sealed bytea,
  constraint case_pkey PRIMARY KEY (id),
  constraint case_number_key UNIQUE (number),
  constraint case_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES accounts.account(id),
  constraint case_reported_by_fkey FOREIGN KEY (reported_by) REFERENCES accounts.account(id),
  constraint an_extract_is_of_a_stream CHECK ((((stream IS NULL) = (extract_sealed IS NULL)) AND ((stream IS NULL) = (extract_sha256 IS NULL)) AND ((stream IS NOT NULL) OR (entries = 0)))),
  constraint who_closed_a_case_said_why CHECK ((((closed_at IS NULL) = (closed_by IS NULL)) AND ((closed_at IS NULL) = (conclusion_sealed IS NULL))))
);
CREATE INDEX case_by_instant ON safety."case" USING btree (reported_at, id);

create table safety.contact (
  id uuid not null,
  duty text not null,
  unit uuid not null,
  account uuid not null,
  made_by uuid not null,
  made_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  constraint contact_pkey PRIMARY KEY (id),
  constraint contact_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint contact_made_by_fkey FOREIGN KEY (made_by) REFERENCES accounts.account(id),
  constraint contact_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_contact_has_one_of_the_duties CHECK ((duty = ANY (ARRAY['operator'::text, 'it-centre'::text])))
);
CREATE UNIQUE INDEX one_contact_in_force_by_person ON safety.contact USING btree (duty, account) WHERE (ended_at IS NULL);

create table safety.waiting (
  rule text not null,
  subject text not null,
  entries jsonb not null,
  last_at timestamp with time zone not null,
  constraint waiting_pkey PRIMARY KEY (rule, subject),
  constraint what_waits_is_a_list CHECK ((jsonb_typeof(entries) = 'array'::text))
);
CREATE INDEX waiting_by_instant ON safety.waiting USING btree (last_at);

create table safety.watch (
  one boolean default true not null,
  read_to bigint not null,
  seen_to bigint,
  awaits text[],
  writers jsonb default '{}'::jsonb not null,
  constraint watch_pkey PRIMARY KEY (one),
  constraint there_is_one_watch CHECK (one),
  constraint what_is_awaited_was_seen CHECK (((seen_to IS NULL) = (awaits IS NULL)))
);

create schema signatures;

create table signatures.certificate (
  id uuid not null,
  serial text not null,
  kind text not null,
  subject text not null,
  issuer text not null,
  account uuid,
  unit uuid,
  certificate bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  revoked_at timestamp with time zone,
  created_at timestamp with time zone not null,
  constraint certificate_pkey PRIMARY KEY (id),
  constraint certificate_serial_key UNIQUE (serial),
  constraint certificate_account_fkey FOREIGN KEY (account) REFERENCES accounts.account(id),
  constraint certificate_unit_fkey FOREIGN KEY (unit) REFERENCES organisations.unit(id),
  constraint a_certificate_speaks_for_somebody CHECK ((((kind = 'authority'::text) AND (account IS NULL) AND (unit IS NULL)) OR ((kind = 'person'::text) AND (account IS NOT NULL)) OR ((kind = 'organisation'::text) AND (unit IS NOT NULL))))
);
CREATE INDEX certificate_by_account ON signatures.certificate USING btree (account) WHERE (account IS NOT NULL);
CREATE INDEX certificate_by_unit ON signatures.certificate USING btree (unit) WHERE (unit IS NOT NULL);

create table signatures.device (
  id uuid not null,
  certificate uuid not null,
  custodian uuid,
  kind text not null,
  locked_key bytea,
  wrong_pins smallint default 0 not null,
  state text default 'in-use'::text not null,
  created_at timestamp with time zone not null,
  constraint device_pkey PRIMARY KEY (id),
  constraint device_certificate_fkey FOREIGN KEY (certificate) REFERENCES signatures.certificate(id),
  constraint device_custodian_fkey FOREIGN KEY (custodian) REFERENCES accounts.account(id),
  constraint a_device_is_in_one_state CHECK ((state = ANY (ARRAY['in-use'::text, 'locked'::text, 'lost'::text, 'recalled'::text])))
);
CREATE INDEX device_by_custodian ON signatures.device USING btree (custodian);

create table signatures.service_key (
  id uuid not null,
  purpose text not null,
  certificate bytea not null,
  root bytea not null,
  key_sealed bytea not null,
  valid_from timestamp with time zone not null,
  valid_to timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint service_key_pkey PRIMARY KEY (id),
  constraint the_house_signs_for_a_purpose CHECK ((purpose = ANY (ARRAY['audit-seal'::text, 'time-stamp'::text])))
);
CREATE INDEX service_key_by_purpose ON signatures.service_key USING btree (purpose, valid_from);

create table signatures.signature (
  id uuid not null,
  file uuid not null,
  "position" smallint not null,
  speaks_as text not null,
  certificate uuid not null,
  signer uuid not null,
  draft_sha256 bytea not null,
  signed_at timestamp with time zone not null,
  constraint signature_pkey PRIMARY KEY (id),
  constraint signatures_on_a_file_stand_in_order UNIQUE (file, "position"),
  constraint signature_certificate_fkey FOREIGN KEY (certificate) REFERENCES signatures.certificate(id),
  constraint signature_file_fkey FOREIGN KEY (file) REFERENCES documents.file(id),
  constraint signature_signer_fkey FOREIGN KEY (signer) REFERENCES accounts.account(id),
  constraint a_signature_is_personal_or_of_an_organisation CHECK ((speaks_as = ANY (ARRAY['person'::text, 'organisation'::text])))
);
CREATE INDEX signature_of_draft ON signatures.signature USING btree (draft_sha256);
