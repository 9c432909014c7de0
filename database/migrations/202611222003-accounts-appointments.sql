-- Whom somebody appoints is told by name and number, and known once that one accepts. Until then the appointment waits, whether or not the number has an
-- account: so nobody learns from it who has one.
alter table accounts.representation
  alter column agent drop not null,
  add column agent_fingerprint bytea,
  add column accepted_at timestamptz,
  add constraint an_agent_is_known_or_told check (agent is not null
    or (told_sealed is not null and agent_fingerprint is not null and decided_by = beneficiary)),
  add constraint only_who_is_known_accepted check (accepted_at is null or agent is not null);
create index representation_offered on accounts.representation (agent_fingerprint) where agent is null and ended_at is null;
