/** A folder for the keys that this run of the tests derives: derivedOnce.ts has the reason. */
import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { temporaryRoot } from '../../build/temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    derivedKeys: string
  }
}

export default function derivedKeysFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(temporaryRoot(), 'chancery-derived-keys-'))
  project.provide('derivedKeys', folder)
  return () => rmSync(folder, { recursive: true, force: true })
}
