/** What is in preparation on a REV and has not been handed in: at most one of each kind, by the person of this vault. */
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { DraftKind } from '../../../shared/ipc/textMethods.ts'
import type { Connection } from './connection.ts'

export interface DraftPlace {
  readonly dossier: DossierId
  readonly text: TextId
  readonly rev: number
  readonly kind: DraftKind
}

/** A draft without its content. */
export interface DraftHead extends DraftPlace {
  /** Suggestions or verdicts in it. */
  readonly parts: number
  readonly keptAtUtcMs: number
}

export interface DraftsTable {
  /** In the order of being kept, the oldest first. */
  all(): DraftHead[]
  get(place: DraftPlace): { readonly content: string; readonly keptAtUtcMs: number } | null
  /** In place of what was kept there before. */
  put(draft: DraftHead, content: string): void
  /** Whether there was one. */
  remove(place: DraftPlace): boolean
}

const HERE = 'dossier = ? AND text = ? AND rev = ? AND kind = ?'

export function draftsTable(db: Connection): DraftsTable {
  const select = db.prepare<[], DraftHead>('SELECT dossier, text, rev, kind, parts, kept_at AS keptAtUtcMs FROM drafts ORDER BY kept_at, dossier, text, rev, kind')
  const find = db.prepare<unknown[], { content: string; keptAtUtcMs: number }>(`SELECT content, kept_at AS keptAtUtcMs FROM drafts WHERE ${HERE}`)
  const replace = db.prepare('INSERT OR REPLACE INTO drafts (dossier, text, rev, kind, content, parts, kept_at) VALUES (?, ?, ?, ?, ?, ?, ?)')
  const remove = db.prepare(`DELETE FROM drafts WHERE ${HERE}`)
  return {
    all: () => select.all(),
    get: ({ dossier, text, rev, kind }) => find.get(dossier, text, rev, kind) ?? null,
    put({ dossier, text, rev, kind, parts, keptAtUtcMs }, content) {
      replace.run(dossier, text, rev, kind, content, parts, keptAtUtcMs)
    },
    remove: ({ dossier, text, rev, kind }) => remove.run(dossier, text, rev, kind).changes > 0,
  }
}
