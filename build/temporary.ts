/** Where tests keep their vaults, sticks and papers. */
import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'

const MEMORY = '/dev/shm'
/** Several times what all tests together lay down at one moment. */
const ROOM_BYTES = 4 * 1024 ** 3

/** In memory where the machine has room there: tests flush many thousand times, and that a disk was slow to answer proves nothing. */
export function temporaryRoot(): string {
  try {
    const { bavail, bsize } = statfsSync(MEMORY)
    return bavail * bsize < ROOM_BYTES ? tmpdir() : MEMORY
  } catch {
    return tmpdir()
  }
}
