import { hex } from '../../../shared/base/bytes.ts'
import { deriveKey } from './hash.ts'
import { wipe } from './wipe.ts'

/** `db` opens the database, `blobs` is reserved (each attachment has a key of its own), `backup` opens the streams of backups, `local` what never leaves this machine but lies outside the database. */
export type SubkeyUse = 'db' | 'blobs' | 'backup' | 'local'

/** 32 bytes: H256(key = DEK, "chancery/vault/v1/" + use + 0x00 || u32 0). */
export function subkeyOf(dek: Uint8Array, use: SubkeyUse): Uint8Array {
  return deriveKey(dek, `chancery/vault/v1/${use}\0`)
}

/** The key of the database as SQLite takes it: in a string, which cannot be overwritten. */
export function databaseKeyOf(dek: Uint8Array): string {
  const key = subkeyOf(dek, 'db')
  try {
    return hex(key)
  } finally {
    wipe(key)
  }
}
