/** What is shown of a file: its blocks, and half as many sums of them again, so that a reader who missed some need not wait for the next round. */
import { equalBytes } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { BUNDLE_MAGIC } from '../../../shared/bundle/container.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { createFountain, type Fountain } from '../../../shared/optical/fountain.ts'
import { OPTICAL_LIMITS } from '../../../shared/optical/frame.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { readFile } from '../intake/readFile.ts'
import type { HandlerContext } from './context.ts'
import { shownName } from './shownName.ts'

/** A code of version 14 with error correction L: read from a screen at arm's length. */
const BLOCK_BYTES = 384
const LEAST_SUMS = 12

export interface ShownFile {
  readonly fileName: string
  readonly fountain: Fountain
  readonly frames: string[]
}

export async function framesOf(source: FileGrant, context: HandlerContext): Promise<Result<ShownFile, Refusal>> {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const bytes = await readFile(path, OPTICAL_LIMITS.fileBytes)
  if (!bytes.ok) return err(refusal(bytes.error, bytes.error === 'file-too-large' ? { limitBytes: OPTICAL_LIMITS.fileBytes } : {}, bytes.error === 'file-too-large' ? 'limit' : null))
  if (!equalBytes(bytes.value.subarray(0, BUNDLE_MAGIC.length), BUNDLE_MAGIC)) return err(refusal('not-a-bundle', {}, 'container'))
  const fountain = createFountain('bundle', bytes.value, Math.max(OPTICAL_LIMITS.leastBlockBytes, Math.min(BLOCK_BYTES, bytes.value.length)), context.hash)
  const count = fountain.blocks + Math.max(LEAST_SUMS, Math.ceil(fountain.blocks / 2))
  return ok({ fileName: shownName(path), fountain, frames: Array.from({ length: count }, (_, index) => fountain.frame(index)) })
}
