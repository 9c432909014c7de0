-- How the agency answered: granted or refused, known once the answer is issued.
alter table dossiers.dossier add column outcome text;

update dossiers.dossier d
set outcome = r.outcome
from dossiers.result r
where r.dossier = d.id and d.issued_at is not null;

alter table dossiers.dossier
  add constraint an_answer_grants_or_refuses check (outcome in ('grant', 'refuse')),
  add constraint only_what_is_issued_has_an_outcome check (outcome is null or issued_at is not null);
