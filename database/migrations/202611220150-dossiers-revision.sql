-- What the applicant is changing in a dossier that was already submitted, kept until it is sent: the answers and the papers as they would
-- be afterwards. It ends with the act that sends it, and with every act that moves the dossier.
create table dossiers.revision (
  dossier uuid primary key references dossiers.dossier,
  version integer not null,
  form_sealed bytea not null,
  attachments jsonb not null,
  begun_by uuid not null references accounts.account,
  changed_at timestamptz not null
);
