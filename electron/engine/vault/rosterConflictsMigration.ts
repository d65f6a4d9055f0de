/** Two roster events of one secretariat that cannot both be, as they were signed. One proof for a circle is enough. */
export const ROSTER_CONFLICTS = `
CREATE TABLE roster_conflicts (
  circle TEXT PRIMARY KEY,
  epoch INTEGER NOT NULL,
  events BLOB NOT NULL,
  found_at INTEGER NOT NULL
) STRICT;
`
