/** The lint that `npm test` runs, on files that break its rules on purpose: each must be reported, and the lawful ones must not. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

interface Case {
  readonly file: string
  readonly source: string
  /** Part of the message, or the rule that must speak; null where nothing may. */
  readonly reported: string | null
}

const CASES: Readonly<Record<string, Case>> = {
  'a forbidden room': { file: 'shared/base/a.ts', source: "export { b } from '../text/b.ts'", reported: 'shared/base may not import shared/text' },
  'a forbidden type import': { file: 'renderer/screens/a.ts', source: "import type { T } from '../../shared/bundle/t.ts'\nexport type A = T", reported: 'renderer may not import shared/bundle' },
  'a forbidden import() type': { file: 'renderer/screens/b.ts', source: "export type A = import('../../shared/log/t.ts').T", reported: 'renderer may not import shared/log' },
  'a forbidden dynamic import': { file: 'shared/text/a.ts', source: "export const load = () => import('../dossier/fold.ts')", reported: 'shared/text may not import shared/dossier' },
  'a computed import': { file: 'electron/cli/a.ts', source: 'export const load = (name: string) => import(name)', reported: 'must name its module' },
  'a package that nobody has categorised': { file: 'renderer/app/a.ts', source: "import x from 'left-pad'\nexport { x }", reported: 'left-pad is not categorised' },
  'a categorised package in the wrong room': { file: 'renderer/screens/c.ts', source: "import { EditorView } from 'prosemirror-view'\nexport { EditorView }", reported: 'renderer may not import the package prosemirror-view' },
  'libsodium outside keys': { file: 'electron/engine/vault/a.ts', source: "import sodium from 'libsodium-wrappers-sumo'\nexport { sodium }", reported: 'electron/engine/vault may not import the package libsodium' },
  'one engine room in another': { file: 'electron/engine/intake/a.ts', source: "export { x } from '../vault/x.ts'", reported: 'electron/engine/intake may not import electron/engine/vault' },
  'the engine behind the command line': { file: 'electron/cli/b.ts', source: "export { x } from '../engine/session.ts'", reported: 'electron/cli may not import electron/engine' },
  'Electron in the engine': { file: 'electron/engine/a.ts', source: "import { app } from 'electron'\nexport { app }", reported: 'may not import the package electron' },
  'test code in the product': { file: 'electron/engine/b.ts', source: "export { x } from '../../test/fakes/x.ts'", reported: 'belongs to no room' },
  'a file without a room': { file: 'electron/other/a.ts', source: "export { x } from './x.ts'", reported: 'belongs to no room' },
  'a node module in shared': { file: 'shared/log/a.ts', source: "import { readFileSync } from 'node:fs'\nexport { readFileSync }", reported: 'shared/log may not import node:fs' },
  'a network module': { file: 'electron/engine/outgoing/a.ts', source: "import { connect } from 'node:net'\nexport { connect }", reported: 'may not import node:net' },
  'a network module without its prefix': { file: 'electron/engine/outgoing/b.ts', source: "import { request } from 'https'\nexport { request }", reported: 'https is not categorised' },
  'fetch': { file: 'renderer/app/b.ts', source: "export const a = () => fetch('x')", reported: 'no-restricted-globals' },
  'fetch by a side door': { file: 'renderer/app/c.ts', source: "export const a = () => globalThis['fetch']('x')", reported: 'leads out of the machine' },
  "Electron's own network": { file: 'electron/main/a.ts', source: "import { net } from 'electron'\nexport { net }", reported: 'leads out of the machine' },
  'files that import each other': { file: 'shared/text/cycleA.ts', source: "import { b } from './cycleB.ts'\nexport const a = () => b", reported: 'no-cycle' },
  'the clock in shared': { file: 'shared/silence/a.ts', source: 'export const now = () => Date.now()', reported: 'no-restricted-properties' },
  'the clock by its constructor': { file: 'shared/silence/b.ts', source: 'export const now = () => new Date()', reported: 'reads the clock' },
  'dice in shared': { file: 'shared/base/b.ts', source: 'export const roll = () => Math.random()', reported: 'no-restricted-properties' },
  'the process in shared': { file: 'shared/base/c.ts', source: 'export const home = () => process.env', reported: 'no-restricted-globals' },
  'the bridge outside its client': { file: 'renderer/screens/d.ts', source: "export const lock = () => Reflect.get(window.chancery, 'lock')", reported: 'Only renderer/engineClient.ts' },
  'any': { file: 'shared/base/d.ts', source: 'export const a = (x: any) => x', reported: 'no-explicit-any' },
  'a silenced compiler': { file: 'shared/base/e.ts', source: "// @ts-ignore\nexport const a: number = 'x'", reported: 'ban-ts-comment' },
  'a skipped test': { file: 'test/shared/a.test.ts', source: "import { test } from 'vitest'\ntest.skip('x', () => undefined)", reported: 'no-disabled-tests' },
  'a test that runs alone': { file: 'test/shared/b.test.ts', source: "import { test } from 'vitest'\ntest.only('x', () => undefined)", reported: 'no-focused-tests' },
  'a lawful file of shared': { file: 'shared/dossier/z.ts', source: "import type { T } from '../text/t.ts'\nexport const day = (t: T, at: number) => [t, new Date(at)]", reported: null },
  'a lawful engine room': { file: 'electron/engine/keys/z.ts', source: "import sodium from 'libsodium-wrappers-sumo'\nexport { sodium }", reported: null },
  'a lawful screen': { file: 'renderer/screens/z.ts', source: "import { useState } from 'react'\nexport { useState }", reported: null },
}

let project: string
let reports: ReadonlyMap<string, string>

function put(file: string, source: string): void {
  mkdirSync(dirname(join(project, file)), { recursive: true })
  writeFileSync(join(project, file), `${source}\n`)
}

function lint(): Map<string, string> {
  const done = spawnSync(join(ROOT, 'node_modules', '.bin', 'oxlint'), ['--format', 'unix'], { cwd: project, encoding: 'utf8', shell: process.platform === 'win32' })
  const found = new Map<string, string>()
  for (const line of done.stdout.split('\n')) {
    const [, file] = /^([^:]+):\d+:\d+: /.exec(line) ?? []
    if (file !== undefined) found.set(file, `${found.get(file) ?? ''}${line}\n`)
  }
  return found
}

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'chancery-lint-'))
  put('package.json', '{ "type": "module" }')
  put('oxlint.config.ts', `export { default } from ${JSON.stringify(join(ROOT, 'oxlint.config.ts'))}`)
  put('shared/text/cycleB.ts', "import { a } from './cycleA.ts'\nexport const b = () => a")
  for (const one of Object.values(CASES)) put(one.file, one.source)
  reports = lint()
})
afterAll(() => rmSync(project, { recursive: true, force: true }))

test.for(Object.entries(CASES).filter(([, one]) => one.reported !== null))('lint reports %s', ([, one]) => {
  expect(reports.get(one.file) ?? 'nothing reported').toContain(one.reported)
})

test.for(Object.entries(CASES).filter(([, one]) => one.reported === null))('lint lets pass %s', ([, one]) => {
  expect(reports.get(one.file)).toBeUndefined()
})
