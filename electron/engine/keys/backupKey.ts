/** The stream of a backup: its key depends on the vault and on every byte of the header before it. shared/backup/FORMAT.md. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { openChunks, sealChunks, type ChunkOpening, type ChunkSealing } from './chunkStream.ts'
import { deriveKey, keyedHash } from './hash.ts'
import { subkeyOf } from './subkeys.ts'
import { wipe } from './wipe.ts'

const KEY_LABEL = 'chancery/backup/v1/key\0'
const STREAM_LABEL = utf8('chancery/backup/v1/stream\0')

/** 32 bytes that open every backup of this vault, and nothing else of it. */
export function backupKeyOf(dek: Uint8Array): Uint8Array {
  return subkeyOf(dek, 'backup')
}

/** `header` with its fresh salt: no two backups have one key. */
export function sealBackup(backupKey: Uint8Array, header: Uint8Array): ChunkSealing {
  return withStreamKey(backupKey, header, (key) => sealChunks(key, STREAM_LABEL))
}

export function openBackup(backupKey: Uint8Array, header: Uint8Array, head: Uint8Array): ChunkOpening {
  return withStreamKey(backupKey, header, (key) => openChunks(key, head, STREAM_LABEL))
}

function withStreamKey<T>(backupKey: Uint8Array, header: Uint8Array, use: (key: Uint8Array) => T): T {
  const key = deriveKey(backupKey, KEY_LABEL, keyedHash(backupKey, header))
  try {
    return use(key)
  } finally {
    wipe(key)
  }
}
