/** The schema, in numbered steps. A step, once released, is never changed; `user_version` is the number of the last one done. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { ATTACHMENTS } from './attachmentsMigration.ts'
import type { Connection } from './connection.ts'
import { FORMS } from './formsMigration.ts'
import { IMPORTS } from './importsMigration.ts'
import { ROSTER_CONFLICTS } from './rosterConflictsMigration.ts'
import { OWN_KEYS } from './ownKeysMigration.ts'
import { HEALTH } from './healthMigration.ts'
import { REGISTER_COUNT } from './registerCountMigration.ts'
import { REGISTER_HEAD } from './registerMigration.ts'
import { SEARCH } from './searchSchema.ts'

/** Lists inside a row are deterministic CBOR; times are UTC milliseconds by this machine's clock; an empty `dossier` of a fork means the circle itself. */
const FIRST = `
CREATE TABLE events (
  place INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  circle TEXT NOT NULL,
  dossier TEXT,
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  header BLOB NOT NULL,
  signature BLOB NOT NULL,
  body BLOB,
  admitted_at INTEGER NOT NULL
) STRICT;
CREATE INDEX events_by_log ON events (circle, dossier, log, seq);
CREATE TABLE waiting (
  id TEXT PRIMARY KEY,
  circle TEXT NOT NULL,
  header BLOB NOT NULL,
  signature BLOB NOT NULL,
  body BLOB,
  arrived_at INTEGER NOT NULL
) STRICT;
CREATE TABLE forks (
  circle TEXT NOT NULL,
  dossier TEXT NOT NULL,
  log TEXT NOT NULL,
  seq INTEGER NOT NULL,
  events BLOB NOT NULL,
  found_at INTEGER NOT NULL,
  PRIMARY KEY (circle, dossier, log, seq)
) STRICT;
CREATE TABLE cards (
  installation TEXT PRIMARY KEY,
  card BLOB NOT NULL,
  signature BLOB NOT NULL,
  trusted INTEGER NOT NULL,
  read_at INTEGER NOT NULL
) STRICT;
CREATE TABLE bundles (
  place INTEGER PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  hash TEXT NOT NULL,
  circle TEXT NOT NULL,
  sender TEXT NOT NULL,
  counter INTEGER NOT NULL,
  previous TEXT,
  recipients BLOB NOT NULL,
  events BLOB NOT NULL,
  frontier BLOB NOT NULL,
  file_name TEXT NOT NULL,
  at INTEGER NOT NULL,
  UNIQUE (direction, hash)
) STRICT;
CREATE TABLE register (
  seq INTEGER PRIMARY KEY,
  entry BLOB NOT NULL,
  hash TEXT NOT NULL,
  signature BLOB NOT NULL
) STRICT;
CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;
CREATE TABLE identity (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  secret BLOB NOT NULL,
  card BLOB NOT NULL,
  signature BLOB NOT NULL
) STRICT;
`

/** What is in preparation and not handed in. `content` is JSON, which gives every character back as it was typed; `parts` counts its suggestions or verdicts. */
const DRAFTS = `
CREATE TABLE drafts (
  dossier TEXT NOT NULL,
  text TEXT NOT NULL,
  rev INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('suggestions', 'verdicts')),
  content TEXT NOT NULL,
  parts INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  PRIMARY KEY (dossier, text, rev, kind)
) STRICT;
`

/** By their numbers, from 1. What to do about a new one: ARCHITECTURE.md, "Where to add". */
export const MIGRATIONS: readonly string[] = [FIRST, DRAFTS, ATTACHMENTS, SEARCH, REGISTER_HEAD, OWN_KEYS, FORMS, IMPORTS, HEALTH, ROSTER_CONFLICTS, REGISTER_COUNT]
export const NEWEST_VERSION = MIGRATIONS.length

/**
 * Brings the schema up to date in one transaction, so that a vault is at its old version or at the newest and never between. A vault of a
 * newer Chancery is refused untouched, and so is an existing database without any version: it is not one that was made here, and a vault is
 * never re-created. `keepCopy` is called before anything changes in a vault that existed. Answers the version that was found.
 */
export function migrate(db: Connection, mode: 'existing' | 'new', keepCopy: () => void = () => undefined): Result<number, 'newer' | 'damaged'> {
  const version = schemaVersion(db)
  if (mode === 'existing' && version < 1) return err('damaged')
  if (version > NEWEST_VERSION) return err('newer')
  if (version === NEWEST_VERSION) return ok(version)
  if (mode === 'existing') keepCopy()
  db.transaction(() => {
    for (const step of MIGRATIONS.slice(version)) db.exec(step)
    db.pragma(`user_version=${NEWEST_VERSION}`)
  }).exclusive()
  return ok(version)
}

export function schemaVersion(db: Connection): number {
  const version: unknown = db.pragma('user_version', { simple: true })
  if (typeof version !== 'number') throw new Error('user_version is a number')
  return version
}
