-- Since when the present holder has an account that somebody else had opened under their number: what that one left ended then, and says why.
alter table accounts.account add column held_since timestamptz;

alter table accounts.representation
  add column end_reason text,
  add constraint an_end_has_a_known_reason check (end_reason is null or (ended_at is not null and end_reason in ('changed-hands', 'merged')));

alter table accounts.data_change
  add column why text,
  add constraint a_change_that_fell_away_says_why check (why is null or (taken is false and why in ('changed-hands', 'merged')));

-- What somebody accepted holds for them alone: whoever has the account afterwards accepts anew, and both stay to be read.
alter table accounts.terms_acceptance
  add column ended_at timestamptz,
  add column end_reason text,
  add constraint an_acceptance_ends_for_a_reason check ((ended_at is null) = (end_reason is null) and (end_reason is null or end_reason in ('changed-hands'))),
  drop constraint terms_acceptance_pkey,
  add constraint terms_acceptance_pkey primary key (account, edition, at);
create unique index one_acceptance_counts on accounts.terms_acceptance (account, edition) where ended_at is null;
