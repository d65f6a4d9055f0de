/** `npm start` on a machine without an Electron runtime. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

test('without a runtime it says in one line what is missing and how to get it, downloads nothing, and exits 1', () => {
  const done = spawnSync(process.execPath, ['build/start.ts'], { cwd: ROOT, env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: join(ROOT, 'no-such-folder') }, encoding: 'utf8', timeout: 20_000 })
  expect(done.status).toBe(1)
  expect(done.stdout).toBe('')
  expect(done.stderr.trim().split('\n')).toEqual([expect.stringMatching(/^The Electron runtime is not installed.*npm run install-electron$/)])
})
