/** The keys of this installation after the first, which stay in `identity`. */
export const OWN_KEYS = `
CREATE TABLE own_keys (
  generation INTEGER PRIMARY KEY CHECK (generation > 1),
  secret BLOB NOT NULL,
  card BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
`
