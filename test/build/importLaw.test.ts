/** The table of the import law itself: whole, free of cycles, and covering every package and folder of the project. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { COMPUTED_IMPORTS, judgeImport, OUTSIDE_PACKAGES, ROOMS, roomOf } from '../../build/importLaw.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const manifest: { dependencies: object; devDependencies: object } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))

/** Rooms reachable from `room` over one or more imports. A single file stands for itself, not for its room. */
function reachable(room: string): Set<string> {
  const seen = new Set<string>()
  const visit = (from: string): void => {
    for (const next of ROOMS[from]?.rooms ?? []) {
      if (seen.has(next)) continue
      seen.add(next)
      visit(next)
    }
  }
  visit(room)
  return seen
}

test('no room can reach itself through others', () => {
  expect(Object.keys(ROOMS).filter((room) => reachable(room).has(room))).toEqual([])
})

test('every package of package.json is categorised, and only those', () => {
  const inRooms = new Set(Object.values(ROOMS).flatMap((law) => law.packages))
  // `better-sqlite3` is the name of the types of the package with page encryption.
  inRooms.delete('better-sqlite3')
  const wanted = Object.keys({ ...manifest.dependencies, ...manifest.devDependencies })
  const covered = (name: string): boolean => inRooms.has(name) || inRooms.has(`${name.split('/')[0]}/*`) || OUTSIDE_PACKAGES.includes(name)
  expect(wanted.filter((name) => !covered(name))).toEqual([])
  expect([...inRooms, ...OUTSIDE_PACKAGES].filter((name) => !name.endsWith('/*') && !wanted.includes(name))).toEqual([])
})

test('every folder of the product belongs to a room', () => {
  const folders = ['shared', 'electron', 'electron/engine', 'renderer'].flatMap((parent) =>
    readdirSync(join(ROOT, parent), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => `${parent}/${entry.name}`))
  expect(folders.filter((folder) => roomOf(`${folder}/file.ts`) === null)).toEqual([])
})

test('a room imports itself and what it may, whatever the detour in the path', () => {
  expect(judgeImport('shared/text/a.ts', './b.ts')).toBeNull()
  expect(judgeImport('shared/text/a.ts', '../../shared/base/b.ts')).toBeNull()
  expect(judgeImport('shared/text/deep/a.ts', '../../text/../dossier/b.ts')).toContain('shared/dossier')
  expect(judgeImport('shared/text/a.ts', '../../../elsewhere/b.ts')).toContain('outside the project')
  expect(judgeImport('electron/main/a.ts', '../engine/wire.ts')).toBeNull()
  expect(judgeImport('electron/main/a.ts', '../engine/entry.ts')).toContain('electron/engine')
})

test('tests, build and bench import anything; nothing of the product may compute an import but what loads the command line', () => {
  expect(judgeImport('test/engine/a.test.ts', 'node:net')).toBeNull()
  expect(COMPUTED_IMPORTS).toEqual(['electron/main/commandLine.ts'])
})
