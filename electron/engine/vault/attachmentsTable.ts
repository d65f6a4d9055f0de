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
  get(event: EventId): KeptAttachment | null
  /** Names of all blobs that have a key here. */
  blobs(): ReadonlySet<string>
  add(attachment: KeptAttachment): void
  /** The key is overwritten in the page that held it (secure_delete). Whether there was one. */
  remove(event: EventId): boolean
}

export function attachmentsTable(db: Connection): AttachmentsTable {
  const find = db.prepare<[string], KeptAttachment>('SELECT event, blob, key, kept_at AS keptAtUtcMs FROM attachments WHERE event = ?')
  const blobs = db.prepare<[], { blob: string }>('SELECT blob FROM attachments')
  const insert = db.prepare('INSERT INTO attachments (event, blob, key, kept_at) VALUES (?, ?, ?, ?)')
  const remove = db.prepare('DELETE FROM attachments WHERE event = ?')
  return {
    get: (event) => find.get(event) ?? null,
    blobs: () => new Set(blobs.all().map((row) => row.blob)),
    add({ event, blob, key, keptAtUtcMs }) {
      insert.run(event, blob, key, keptAtUtcMs)
    },
    remove: (event) => remove.run(event).changes > 0,
  }
}
