-- By which representation somebody filed for another; empty where people file for themselves or the counter enters for them.
alter table dossiers.dossier add column representation uuid references accounts.representation;
