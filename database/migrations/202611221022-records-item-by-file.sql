-- Whether an officer may open a file is asked by the file: of the items of records too.
create index item_by_file on records.item (file) where file is not null;
