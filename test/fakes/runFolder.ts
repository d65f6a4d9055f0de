/** Everything that a run of the tests lays down lies in one folder, which goes with the run: what a test leaves behind would fill memory otherwise. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { temporaryRoot } from '../../build/temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where derivedOnce.ts keeps the keys that have been derived. */
    derivedKeys: string
  }
}

export default function runFolder(project: TestProject): () => void {
  const folder = mkdtempSync(join(temporaryRoot(), 'chancery-tests-'))
  // The processes of the tests are started after this, and by this one.
  process.env['TMPDIR'] = folder
  const derivedKeys = join(folder, 'derived-keys')
  mkdirSync(derivedKeys)
  project.provide('derivedKeys', derivedKeys)
  return () => rmSync(folder, { recursive: true, force: true })
}
