/** A whole foreign file of bounded size. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { openSourceFile, type SourceFault } from './sourceFile.ts'

export async function readFile(path: string, limitBytes: number): Promise<Result<Uint8Array, SourceFault>> {
  const source = await openSourceFile(path, limitBytes)
  if (!source.ok) return source
  try {
    const bytes = await source.value.read(source.value.sizeBytes + 1)
    if (!bytes.ok) return bytes
    // It grew or shrank while it was read.
    return bytes.value.length === source.value.sizeBytes ? ok(bytes.value) : err('file-unreadable')
  } finally {
    await source.value.close()
  }
}
