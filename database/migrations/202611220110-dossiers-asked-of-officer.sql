create index dossier_asked_of_officer on dossiers.dossier (officer, due, id) where queue = 'supplement';
