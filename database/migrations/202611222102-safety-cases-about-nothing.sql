-- A report that names nothing takes no entries with it: before, it took those of the whole system.
alter table safety.case
  alter column stream drop not null,
  alter column extract_sealed drop not null,
  alter column extract_sha256 drop not null,
  add constraint an_extract_is_of_a_stream check (
    (stream is null) = (extract_sealed is null) and (stream is null) = (extract_sha256 is null) and (stream is not null or entries = 0)
  );
