import type { Result } from '../../../shared/base/result.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import { writeFile, type WriteFault } from './writeFile.ts'

/** `key` is 32 random bytes; the file is these and nothing else. */
export function writeKeyFile(path: string, key: Uint8Array): Promise<Result<WrittenFile, WriteFault>> {
  return writeFile(path, key, { secret: true })
}
