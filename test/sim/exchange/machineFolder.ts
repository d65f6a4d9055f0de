/** What one machine of a run has beside its database: the sealed contents of attachments, and a desk with files in the clear. */
import { existsSync, linkSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { blobFiles, type BlobFiles } from '../../../electron/engine/vault/blobFiles.ts'

export interface MachineFolder {
  readonly blobs: BlobFiles
  readonly desk: string
  /** Names of all that lies among the contents, finished or not. */
  names(): string[]
  /** The contents as they lie there at this moment: when the power fails, nobody takes away what was begun. */
  remember(): void
  /** Puts back what was taken away since. */
  restore(): void
  remove(): void
}

export function createMachineFolder(): MachineFolder {
  const root = mkdtempSync(join(tmpdir(), 'chancery-sim-machine-'))
  const [contents, desk, moment] = [join(root, 'blobs'), join(root, 'desk'), join(root, 'moment')] as const
  for (const folder of [contents, desk, moment]) mkdirSync(folder)
  return {
    blobs: blobFiles(contents), desk,
    names: () => readdirSync(contents),
    remember() {
      for (const name of readdirSync(contents)) linkSync(join(contents, name), join(moment, name))
    },
    restore() {
      for (const name of readdirSync(moment)) {
        if (existsSync(join(contents, name))) rmSync(join(moment, name))
        else renameSync(join(moment, name), join(contents, name))
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}
