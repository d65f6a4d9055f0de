/** Step 3. Where the content of an attachment lies and the key that opens it: the only place where that key is. */
export const ATTACHMENTS = `
CREATE TABLE attachments (
  event TEXT PRIMARY KEY,
  blob TEXT NOT NULL UNIQUE,
  key BLOB NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;
`
