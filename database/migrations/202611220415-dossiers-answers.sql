-- How a request was answered: which papers came, and in the applicant's own words why a paper that was asked for stays as it is.
alter table dossiers.request
  add column answer_sealed bytea,
  add constraint only_what_is_answered_has_an_answer check (answer_sealed is null or answered_at is not null);
