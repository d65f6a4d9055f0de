/** What is being typed into a form and is not signed yet: one row for each place where a form can be open. `content` is JSON. */
export const FORMS = `
CREATE TABLE forms (
  place TEXT PRIMARY KEY,
  content TEXT NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT;
`
