/**
 * Step 9. `head_copy` says whether a copy of the head was ever kept outside the database: from then on one that is missing was taken away.
 * `former_identities` holds who this vault was before it was restored from a backup: each of its cards, and of its keys the
 * ones that open bundles; null where such a key had been deleted.
 */
export const HEALTH = `
CREATE TABLE head_copy (only INTEGER PRIMARY KEY CHECK (only = 1), kept INTEGER NOT NULL) STRICT;
INSERT INTO head_copy (only, kept) VALUES (1, 0);
CREATE TABLE former_identities (
  place INTEGER PRIMARY KEY,
  sealing_seed BLOB,
  card BLOB NOT NULL,
  signature BLOB NOT NULL,
  retired_at INTEGER NOT NULL
) STRICT;
`
