-- A date that is promised anew after it was missed may be missed again: of one stretch of time there is a line for each date that went by.
alter table dossiers.warning drop constraint warning_pkey;
alter table dossiers.warning add primary key (dossier, about, round, percent, due);
