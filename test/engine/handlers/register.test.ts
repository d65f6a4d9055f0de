import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { registerFaultWords } from '../../../shared/ipc/registerFaultWords.ts'
import { NO_REGISTER_FILTER, REGISTER_FAULTS, type RegisterEntry, type RegisterFilter } from '../../../shared/ipc/registerMethods.ts'
import { conveneCircle, receive, type TestCircle } from '../../fakes/testDelegation.ts'
import { withDatabase } from '../../fakes/vaultFiles.ts'

let circle: TestCircle
let dossier: DossierId
let text: TextId

async function entriesOf(filter: Partial<RegisterFilter> = {}, one = circle.secretariat): Promise<readonly RegisterEntry[]> {
  const { entries } = await one.call('register.list', { limit: 10_000, filter: { ...NO_REGISTER_FILTER, ...filter } })
  return entries
}
async function of(action: string, one = circle.secretariat): Promise<readonly RegisterEntry[]> {
  return (await entriesOf({}, one)).filter((entry) => entry.action === action)
}

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  const { secretariat, root } = circle
  const marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
  const opened = await secretariat.call('dossier.open', { circle: circle.circle, reference: 'WK 7/31', title: '=Čápi a volavky', kind: 'exercise', summary: '', marking, distribution: ['CZ'] })
  dossier = opened.dossier
  writeFileSync(join(root, 'draft.md'), '# Conclusions\n\n1. The Council welcomes herons.\n')
  text = (await secretariat.call('text.add', { dossier, source: secretariat.source(join(root, 'draft.md')), cover: {}, title: null })).text
})
afterAll(() => circle.dissolve())

describe('each entry', () => {
  it('says who, in which dossier and under which marking', async () => {
    const [opened] = await of('dossier.opened')
    expect(opened).toMatchObject({ who: 'Person of GSC (GSC)', dossier, marking: { limite: true, tlp: 'AMBER' }, group: 'statements', subject: 'WK 7/31 =Čápi a volavky' })
    expect(await of('text.add')).toMatchObject([{ subject: 'draft.md', result: 'done', group: 'in', dossier }])
  })

  it('of a view is written once per dossier and REV while the vault is open, and again after it was opened anew', async () => {
    const { secretariat } = circle
    for (let time = 0; time < 3; time++) {
      await secretariat.call('dossier.show', { dossier })
      await secretariat.call('text.show', { dossier, text, rev: 0, comparedWith: null })
    }
    expect(await of('dossier.viewed')).toHaveLength(1)
    expect(await of('text.viewed')).toMatchObject([{ dossier, marking: { limite: true }, group: 'views' }])
    await secretariat.reopen()
    await secretariat.call('dossier.show', { dossier })
    expect(await of('dossier.viewed')).toHaveLength(2)
    expect(await of('text.viewed')).toHaveLength(1)
  })

  it('of an unmarked dossier is not written for a view', async () => {
    const marking = { limite: false, classification: 'NONE', tlp: null, releasableTo: [] }
    const other = await circle.secretariat.call('dossier.open', { circle: circle.circle, reference: 'WK 8/31', title: 'Open', kind: 'exercise', summary: '', marking, distribution: ['CZ'] })
    await circle.secretariat.call('dossier.show', { dossier: other.dossier })
    expect((await of('dossier.viewed')).every((entry) => entry.dossier === dossier)).toBe(true)
  })

  it('of a change of settings says from what to what, and there is none where nothing changed', async () => {
    const { secretariat } = circle
    await secretariat.call('settings.change', { settings: { ...(await secretariat.call('settings.show', {})), lockAfterMinutes: 12 } })
    await secretariat.call('settings.change', { settings: { ...(await secretariat.call('settings.show', {})), lockAfterMinutes: 12 } })
    expect(await of('settings.changed')).toMatchObject([{ subject: 'Minutes until the vault locks itself', details: [['lockAfterMinutes', '5 → 12']] }])
  })

  it('of a refusal names the stage and the file, without its path', async () => {
    writeFileSync(join(circle.root, 'hostile.chbundle'), 'not a bundle at all')
    await circle.secretariat.refused('bundle.preview', { source: circle.secretariat.source(join(circle.root, 'hostile.chbundle')) })
    writeFileSync(join(circle.root, 'hostile.docx'), 'not a zip')
    await circle.secretariat.refused('text.add', { dossier, source: circle.secretariat.source(join(circle.root, 'hostile.docx')), cover: {}, title: null })
    const refused = await entriesOf({ result: 'refused' })
    expect(refused.map(({ action, subject, code, stage }) => ({ action, subject, code, stage }))).toEqual([
      { action: 'text.add', subject: 'hostile.docx', code: 'docx-malformed', stage: expect.any(String) },
      { action: 'bundle.preview', subject: 'hostile.chbundle', code: 'not-a-bundle', stage: expect.any(String) },
    ])
    expect(JSON.stringify(await entriesOf())).not.toContain(circle.root)
  })
})

it('a release says item by item what went to whom, and what was held back from whom and why', async () => {
  const { secretariat, stick } = circle
  const cz = circle.member('CZ')
  const { files } = await secretariat.call('bundle.write', { circle: circle.circle, recipients: [], everything: false, target: secretariat.target(stick) })
  const [decision] = await of('bundle.released')
  const texts = decision?.details.filter(([, said]) => said.includes('text.revIssued')) ?? []
  expect(texts).toEqual([['goes', expect.stringMatching(/^CZ: 1 × text\.revIssued, .*Conclusions.*INIT$/)], ['held', expect.stringMatching(/^DE \(notOnDistributionList\): 1 × text\.revIssued, .*Conclusions/)]])
  const written = await of('bundle.written')
  expect(written).toHaveLength(2)
  expect(written.flatMap((entry) => entry.details.filter(([name]) => name === 'recipient').map(([, who]) => who)).toSorted()).toEqual(['Person of CZ (CZ)', 'Person of DE (DE)'])
  const forCz = files.find((file) => file.delegations.includes('CZ'))?.fileName ?? ''
  await receive(cz, join(stick, forCz))
  expect(await of('bundle.preview', cz)).toMatchObject([{ subject: forCz, marking: { limite: true, tlp: 'AMBER' } }])
  expect(await of('bundle.imported', cz)).toMatchObject([{ subject: expect.stringContaining(forCz), marking: { limite: true, tlp: 'AMBER' } }])
})

describe('the list', () => {
  it('counts what fits, and all: by group, result, dossier, period and words', async () => {
    const { secretariat } = circle
    const all = await secretariat.call('register.list', { limit: 10_000 })
    expect(all.matching).toBe(all.total)
    expect(all.entries.map((entry) => entry.seq)).toEqual(Array.from({ length: all.total }, (_, at) => all.total - at))
    const groups = new Set(all.entries.map((entry) => entry.group))
    let sum = 0
    for (const group of groups) sum += (await secretariat.call('register.list', { limit: 1, filter: { ...NO_REGISTER_FILTER, group } })).matching
    expect(sum).toBe(all.total)
    expect((await entriesOf({ dossier })).every((entry) => entry.dossier === dossier)).toBe(true)
    expect((await entriesOf({ words: 'CAPI nowhere' }))).toEqual([])
    expect((await entriesOf({ words: 'capi opened' })).length).toBeGreaterThan(0)
    const at = all.entries[0]?.atUtcMs ?? 0
    expect(await entriesOf({ toUtcMs: at - 1e9 })).toEqual([])
    expect((await entriesOf({ fromUtcMs: at })).length).toBeGreaterThan(0)
  })
})

describe('the export', () => {
  /** RFC 4180, read by its own rules. */
  const parseCsv = (source: string): string[][] => {
    const rows: string[][] = [[]]
    let cell = ''
    let quoted = false
    for (let at = 0; at < source.length; at++) {
      const letter = source[at] ?? ''
      if (quoted && letter === '"' && source[at + 1] === '"') { cell += '"'; at += 1 }
      else if (letter === '"') quoted = !quoted
      else if (!quoted && letter === ',') { rows.at(-1)?.push(cell); cell = '' }
      else if (!quoted && letter === '\r' && source[at + 1] === '\n') { rows.at(-1)?.push(cell); cell = ''; rows.push([]); at += 1 }
      else cell += letter
    }
    expect(quoted).toBe(false)
    expect(rows.pop()).toEqual([])
    return rows
  }

  it('as CSV holds exactly the entries, in order, and nothing that a spreadsheet would run; and is an entry itself', async () => {
    const { secretariat, stick } = circle
    const before = (await entriesOf()).toReversed()
    const written = await secretariat.call('register.export', { format: 'csv', target: secretariat.target(stick) })
    const source = readFileSync(join(stick, written.fileName), 'utf8')
    expect(source.startsWith('\uFEFF')).toBe(true)
    const [heading, ...rows] = parseCsv(source.slice(1))
    expect(written.entries).toBe(before.length)
    expect(rows).toHaveLength(before.length)
    const column = (name: string): string[] => rows.map((row) => row[heading?.indexOf(name) ?? -1] ?? '')
    expect(column('Entry')).toEqual(before.map((entry) => String(entry.seq)))
    expect(column('Time (UTC, claimed)')).toEqual(before.map((entry) => new Date(entry.atUtcMs).toISOString()))
    expect(column('Action')).toEqual(before.map((entry) => entry.action))
    expect(column('Hash')).toEqual(before.map((entry) => entry.hash))
    expect(column('Result')).toEqual(before.map((entry) => entry.result))
    expect(column('Concerning')).toEqual(before.map((entry) => entry.subject))
    expect(column('Details')).toEqual(before.map((entry) => entry.details.map(([name, said]) => `${name}: ${said}`).join('\n')))
    expect(rows.flat().filter((cell) => /^[=+\-@\t\r|%]/.test(cell))).toEqual([])
    const [exported] = await of('register.exported')
    expect(exported).toMatchObject({ subject: `${written.fileName}: ${before.length} of ${before.length} entries`, marking: { limite: true, tlp: 'AMBER' } })
    expect(exported?.details[0]).toEqual(['file', written.fileName])
  })

  it('as HTML has every entry, the highest marking at the head and foot of every page, and no way to run anything', async () => {
    const { secretariat, stick } = circle
    await secretariat.call('dossier.contribute', {
      dossier, kind: 'briefing', title: 'Seen', source: '', text: '', marking: { limite: true, classification: 'NONE', tlp: 'RED', releasableTo: [] }, reliability: null, credibility: null,
    })
    const hostile = join(circle.root, '<script>alert(1)<.md')
    writeFileSync(hostile, 'Words\n')
    await secretariat.call('text.add', { dossier, source: secretariat.source(hostile), cover: {}, title: '</style><script>' })
    const entries = (await entriesOf({ group: 'statements' })).toReversed()
    const { fileName } = await secretariat.call('register.export', { format: 'html', target: secretariat.target(stick), filter: { ...NO_REGISTER_FILTER, group: 'statements' } })
    const html = readFileSync(join(stick, fileName), 'utf8')
    expect([...html.matchAll(/<td class="seq">(\d+)<\/td>/g)].map((found) => Number(found[1]))).toEqual(entries.map((entry) => entry.seq))
    expect(html).toMatch(/@top-center \{ content: "LIMITE {2}TLP:RED"/)
    expect(html).toMatch(/@bottom-right \{ content: "Page " counter\(page\) " of " counter\(pages\)/)
    expect(html).toContain("default-src 'none'")
    expect(html).not.toContain('<script')
    expect(html).toContain('group: statements')
  })

  it('as PDF needs a host that prints', async () => {
    const { secretariat, stick } = circle
    expect(await secretariat.refused('register.export', { format: 'pdf', target: secretariat.target(stick) })).toMatchObject({ code: 'print-unavailable' })
  })
})

describe('the check', () => {
  it('says that a sound register is sound, and is an entry itself', async () => {
    const checked = await circle.secretariat.call('register.verify', {})
    expect(checked.faults).toEqual([])
    expect(checked.entries).toBe((await of('register.verified'))[0]?.seq === undefined ? -1 : ((await of('register.verified'))[0]?.seq ?? 0) - 1)
  })

  it('names what was taken out while the vault was closed, which is then open for reading only', async () => {
    const de = circle.member('DE')
    await de.close()
    const cut = await withDatabase(de.folder, (db) => {
      db.exec('DROP TRIGGER register_is_never_shortened')
      const last = db.prepare<[], { seq: number }>('SELECT max(seq) AS seq FROM register').get()?.seq ?? 0
      db.prepare('DELETE FROM register WHERE seq > ?').run(last - 2)
      return last
    })
    await de.reopen()
    const { faults } = await de.call('register.verify', {})
    expect(faults).toEqual([{ kind: 'cut', seq: cut - 1, toSeq: cut }])
    expect(faults.map(registerFaultWords)).toEqual([`Entries ${cut - 1} to ${cut}: were cut off at the end.`])
    expect((await de.call('vault.status', {})).readOnly).toMatchObject({ kind: 'rolledBack' })
  })

  it('has a sentence for every fault, of one entry and of several', () => {
    for (const kind of REGISTER_FAULTS) {
      expect(registerFaultWords({ kind, seq: 4, toSeq: 4 })).toMatch(/^Entry 4: [^A-Z].+\.$/)
      expect(registerFaultWords({ kind, seq: 4, toSeq: 9 })).toMatch(/^Entries 4 to 9: .+\.$/)
    }
  })
})
