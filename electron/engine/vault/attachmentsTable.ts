/** Attachments whose content is on this machine: the name of the file that holds it, and its key. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Connection } from './connection.ts'

export interface KeptAttachment {
  /** The event that added it. */
  readonly event: EventId
  /** Name in the folder of blobs. */
  readonly blob: string
  readonly key: Uint8Array
  readonly keptAtUtcMs: number
}

export interface AttachmentsTable {
  /** With the key, which is the caller's to overwrite. */
  get(event: EventId): KeptAttachment | null
  /** Where the content lies, for whoever need not open it; null where there is none here. */
  blobOf(event: EventId): string | null
  /** Names of all blobs that have a key here. */
  blobs(): ReadonlySet<string>
  add(attachment: KeptAttachment): void
  /** The key is overwritten in the page that held it (secure_delete). Whether there was one. */
  remove(event: EventId): boolean
}

export function attachmentsTable(db: Connection): AttachmentsTable {
  const find = db.prepare<[string], KeptAttachment>('SELECT event, blob, key, kept_at AS keptAtUtcMs FROM attachments WHERE event = ?')
  const where = db.prepare<[string], string>('SELECT blob FROM attachments WHERE event = ?').pluck()
  const blobs = db.prepare<[], { blob: string }>('SELECT blob FROM attachments')
  const insert = db.prepare('INSERT INTO attachments (event, blob, key, kept_at) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM attachments WHERE event = ?')
  return {
    get: (event) => find.get(event) ?? null,
    blobOf: (event) => where.get(event) ?? null,
    blobs: () => new Set(blobs.all().map((row) => row.blob)),
    add({ event, blob, key, keptAtUtcMs }) {
      insert.run(event, blob, key, keptAtUtcMs)
    },
    remove: (event) => remove.run(event).changes > 0,
  }
}
