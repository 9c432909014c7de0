-- Who signed a result is asked by its draft, which every signature names; without an index that read all signatures there are.
create index signature_of_draft on signatures.signature (draft_sha256);
