/** Files that came into the vault's folder otherwise than by the person's hand, sealed as they came, until the door has looked at them. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface IncomingFiles {
  /** Replaces one of the same name. Throws what the disk throws; the absolute path. */
  put(name: string, bytes: Uint8Array): string
  /** All that an earlier session left. Where it cannot be removed now, the next opening tries again. */
  sweep(): void
}

export function incomingFiles(folder: string): IncomingFiles {
  return {
    put(name, bytes) {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      const path = join(folder, name)
      writeFileSync(path, bytes, { mode: 0o600 })
      return path
    },
    sweep() {
      try {
        rmSync(folder, { recursive: true, force: true })
      } catch {
        // They hold nothing that anybody needs, and nothing in the clear.
      }
    },
  }
}
