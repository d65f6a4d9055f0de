/**
 * Step 8. What each import changed, so that it can be undone while nothing builds on it; and of each bundle what travelled without
 * body or with content, what its sender said that it lacks, and the statement that its sender signed. `x'80'` is the empty list in CBOR.
 */
export const IMPORTS = `
CREATE TABLE imports (
  place INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('standing', 'sealed', 'undone')),
  changes BLOB NOT NULL
) STRICT;
ALTER TABLE bundles ADD COLUMN withheld BLOB NOT NULL DEFAULT x'80';
ALTER TABLE bundles ADD COLUMN contents BLOB NOT NULL DEFAULT x'80';
ALTER TABLE bundles ADD COLUMN without_body BLOB NOT NULL DEFAULT x'80';
ALTER TABLE bundles ADD COLUMN without_content BLOB NOT NULL DEFAULT x'80';
ALTER TABLE bundles ADD COLUMN manifest BLOB;
ALTER TABLE bundles ADD COLUMN header_hash BLOB;
ALTER TABLE bundles ADD COLUMN signature BLOB;
`
