/** The entries of a case on the command line are called what the window calls them. */
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { terminalIn, type Ran } from './terminal.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-entries-'))
const terminal = terminalIn(folder)
const on = (...argv: string[]): Promise<Ran> => terminal.run(...argv, '--vault', 'cz', '--passphrase-stdin')

async function add(content: object): Promise<Ran & { event: string }> {
  writeFileSync(join(folder, 'entry.json'), JSON.stringify(content))
  const ran = await on('entry', 'add', 'EX/1', '--content', 'entry.json', '--json')
  return { ...ran, event: ran.code === 0 ? (JSON.parse(ran.out) as { result: { event: string } }).result.event : '' }
}
async function open(reference: string, title: string): Promise<string> {
  const { out } = await on('dossier', 'open', '--reference', reference, '--title', title, '--kind', 'exercise', '--limite', '--json')
  return (JSON.parse(out) as { result: { dossier: string } }).result.dossier
}

beforeAll(async () => {
  await on('vault', 'create', '--acknowledge', '--name', 'Radovan Hruskovec', '--delegation', 'CZ')
  await on('circle', 'found', 'Working Party', '--kind', 'HWPCI')
  await open('EX/1', 'A fictional case')
})

test('a link by the present title of its dossier, an attribution by its actor, and what has no title by its kind', async () => {
  const actor = await open('EX/2', 'Grey Heron, the actor')
  await add({ kind: 'link', to: actor, relation: 'belongsTo', title: 'What its author called it', note: '' })
  await add({ kind: 'attribution', stance: 'undecided', actor: 'Nobody yet', publicity: 'private', manner: 'alone', text: 'For instructions' })
  await add({ kind: 'interest', awareness: true, jointResponse: false, text: 'Two ports are ours' })
  const { out } = await on('entry', 'list', 'EX/1')
  const rows = ['link', 'attribution', 'interest'].map((kind) => out.split('\n').find((line) => new RegExp(` ${kind} `).test(line)))
  expect(rows).toEqual([expect.stringContaining('Grey Heron, the actor'), expect.stringContaining('Nobody yet'), expect.stringMatching(/Interest/)])
  expect(out).not.toContain('What its author called it')
})

test('an entry that would build on something of another kind is refused, with what to do', async () => {
  const { event } = await add({ kind: 'interest', awareness: true, jointResponse: true, text: 'More ports are ours' })
  const { err, code } = await add({ kind: 'decision', option: event, measure: { measure: 'demarche', catalogue: 0, name: 'Démarche' }, body: 'PSC', procedure: 'meeting', on: null, outcome: 'agreed', legalBasis: '', documentNumber: '', text: '' })
  expect([code, err]).toEqual([1, expect.stringMatching(/refers-to-nothing[^]*Refer to an entry that stands there/)])
})
