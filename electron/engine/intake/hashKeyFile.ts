/** A key file is any file that is not empty: only its hash plays a part, so nothing in it is parsed. */
import { fromHex } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { openSourceFile, type SourceFile, type SourceFault } from './sourceFile.ts'

const MOST_BYTES = 256 * 1024 * 1024
const PIECE_BYTES = 1024 * 1024

export type KeyFileSourceFault = SourceFault | 'key-file-empty'

/** 32 bytes. */
export async function hashKeyFile(path: string, hashing: Hashing): Promise<Result<Uint8Array, KeyFileSourceFault>> {
  const source = await openSourceFile(path, MOST_BYTES)
  if (!source.ok) return source
  try {
    if (source.value.sizeBytes === 0) return err('key-file-empty')
    return await hashWhole(source.value, hashing)
  } finally {
    await source.value.close()
  }
}

async function hashWhole(source: SourceFile, hashing: Hashing): Promise<Result<Uint8Array, SourceFault>> {
  let sizeBytes = 0
  for (;;) {
    const piece = await source.read(PIECE_BYTES)
    if (!piece.ok) return piece
    sizeBytes += piece.value.length
    if (sizeBytes > source.sizeBytes) return err('file-unreadable')
    if (piece.value.length > 0) hashing.update(piece.value)
    const last = piece.value.length < PIECE_BYTES
    // What opens the vault does not stay in memory.
    piece.value.fill(0)
    if (last) break
  }
  // It shrank while it was read.
  return sizeBytes === source.sizeBytes ? ok(fromHex(hashing.digest())) : err('file-unreadable')
}
