/** The lock file serves every platform: `npm ci` refuses a lock file that leaves out an optional package of another one. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

interface Locked {
  readonly version?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const lock: { packages: Readonly<Record<string, Locked>> } = JSON.parse(readFileSync(join(import.meta.dirname, '..', '..', 'package-lock.json'), 'utf8'))

test('every optional package that a locked package names is locked too', () => {
  const missing = Object.entries(lock.packages).flatMap(([place, locked]) =>
    Object.keys(locked.optionalDependencies ?? {}).filter((name) => lock.packages[`node_modules/${name}`] === undefined && lock.packages[`${place}/node_modules/${name}`] === undefined))
  expect(missing).toEqual([])
})
