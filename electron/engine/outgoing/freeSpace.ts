/** Whether a file will fit, asked before the first byte is written. */
import { statfs } from 'node:fs/promises'

/** Bytes that may still be written in this folder; null where the file system does not say. */
export async function freeBytes(folder: string): Promise<number | null> {
  try {
    const { bavail, bsize } = await statfs(folder)
    return bavail * bsize
  } catch {
    return null
  }
}
