/** `vault.head`: the copy of how far the database goes, beside it. FORMAT.md, "The copy of the head". */
import * as v from 'valibot'
import { decodeCbor, encodeCbor } from '../../../shared/base/cbor.ts'
import { eventIdSchema, hashSchema, installationIdSchema, type InstallationId } from '../../../shared/base/identifiers.ts'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Standing } from './headTable.ts'
import { replaceFile } from './replaceFile.ts'

export const HEAD_FILE = 'vault.head'
/** A genuine one is far below this. */
const MOST_BYTES = 4096

const noteSchema = v.strictObject({
  v: v.literal(1),
  installation: installationIdSchema,
  entries: v.number(),
  head: v.nullable(hashSchema),
  lastPlace: v.number(),
  lastEvent: v.nullable(eventIdSchema),
  /** When it was kept, by this machine's clock. */
  atUtcMs: v.number(),
})

export interface HeadNote extends Standing {
  readonly installation: InstallationId
  readonly atUtcMs: number
}

/** Makes a note unreadable and unchangeable for anybody without the keys of this vault, and the other way round. */
export interface NoteSeal {
  seal(note: Uint8Array): Uint8Array
  open(sealed: Uint8Array): Uint8Array | null
}

export type FoundHead = HeadNote | 'missing' | 'altered'

export function readHeadFile(folder: string, seal: NoteSeal): FoundHead {
  const sealed = bytesOf(join(folder, HEAD_FILE))
  if (sealed === null) return 'missing'
  const note = sealed.length > MOST_BYTES ? null : seal.open(sealed)
  const decoded = note === null ? null : decodeCbor(note)
  const parsed = decoded?.ok ? v.safeParse(noteSchema, decoded.value) : null
  return parsed?.success ? parsed.output : 'altered'
}

/** Throws what the disk throws. The old note or the new one then stands. */
export function writeHeadFile(folder: string, note: HeadNote, seal: NoteSeal): void {
  replaceFile(join(folder, HEAD_FILE), seal.seal(encodeCbor({ v: 1, ...note })))
}

function bytesOf(path: string): Uint8Array | null {
  try {
    return readFileSync(path)
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    // There, and not to be read: what it says cannot be known.
    return new Uint8Array(0)
  }
}
