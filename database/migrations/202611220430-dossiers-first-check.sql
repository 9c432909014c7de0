-- When the counter first said anything of a filing: from its receipt until then is the time to the first check.
alter table dossiers.dossier add column first_checked_at timestamptz;

update dossiers.dossier d
set first_checked_at = e.at
from (
  select dossier, min(at) as at from dossiers.event
  where event in ('accepted', 'returned-with-guidance', 'rejected')
  group by dossier
) e
where e.dossier = d.id;
