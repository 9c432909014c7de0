-- Why a consent ended where it was not its giver who withdrew it.
alter table disclosures.consent
  add column end_reason text,
  add constraint a_consent_ends_for_a_known_reason check (end_reason is null or (withdrawn_at is not null and end_reason in ('changed-hands')));
