create schema ratings;

create table ratings.rating (
  dossier uuid primary key references dossiers.dossier,
  account uuid not null references accounts.account,
  score smallint not null,
  comment_sealed bytea,
  at timestamptz not null,
  constraint a_score_is_from_one_to_five check (score between 1 and 5)
);
