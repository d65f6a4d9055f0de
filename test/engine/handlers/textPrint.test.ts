import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Printer } from '../../../electron/engine/handlers/context.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import { utf8 } from '../../../shared/base/bytes.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { makeDelegation, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'

/** A printer that keeps the pages it is given, and has seen the register as it stood then. */
let pages: PrintedPage[]
let outcome: Awaited<ReturnType<Printer['toPaper']>>
let onPaper: () => Promise<void>
const printer: Printer = {
  toPdf(page) {
    pages.push(page)
    return Promise.resolve(utf8(`%PDF of ${page.headRight}`))
  },
  async toPaper(page) {
    await onPaper()
    pages.push(page)
    return outcome
  },
}

const root = temporaryFolder()
let gsc: TestDelegation
let dossier: DossierId
let text: TextId
beforeAll(async () => {
  gsc = await makeDelegation({ folder: join(root, 'vault'), delegation: 'GSC', print: printer })
  const { circle } = await gsc.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })
  const marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
  dossier = (await gsc.call('dossier.open', { circle, reference: 'WK 7/31', title: 'Herons', kind: 'exercise', summary: '', marking, distribution: ['CZ'] })).dossier
  writeFileSync(join(root, 'draft.md'), '# Conclusions\n\n1. The Council welcomes <herons>.\n')
  text = (await gsc.call('text.add', { dossier, source: gsc.source(join(root, 'draft.md')), cover: { number: '9114/31' }, title: null })).text
})
beforeEach(() => {
  pages = []
  outcome = 'done'
  onPaper = () => Promise.resolve()
})
afterAll(async () => {
  await gsc.close()
  rmSync(root, { recursive: true })
})

async function lines(): Promise<{ action: string; result: string; code: string | null; subject: string; details: readonly (readonly [string, string])[] }[]> {
  const { entries } = await gsc.call('register.list', { limit: 10_000 })
  return entries.filter(({ action }) => action.startsWith('text.print'))
}

describe('a text whose copies are numbered', () => {
  const copy = { number: 7, of: 27 }
  const folder = join(root, 'out')
  let place: { dossier: DossierId; text: TextId; rev: number }
  beforeAll(async () => {
    const { circle } = await gsc.call('circle.found', { name: 'Working Party on Secret Herons', kind: 'HWPCI' })
    const marking = { limite: false, classification: 'S-UE/EU-S', tlp: null, releasableTo: [] }
    const secret = (await gsc.call('dossier.open', { circle, reference: 'WK 8/31', title: 'Herons', kind: 'exercise', summary: '', marking, distribution: ['CZ'] })).dossier
    place = { dossier: secret, text: (await gsc.call('text.add', { dossier: secret, source: gsc.source(join(root, 'draft.md')), cover: { number: '9115/31' }, title: null })).text, rev: 0 }
    mkdirSync(folder)
  })

  it('goes to no printer and into no PDF without the number of the copy, and the register has no file of it', async () => {
    expect(await gsc.refused('text.print', { ...place, version: 'clean' })).toMatchObject({ code: 'copy-number-missing' })
    expect(await gsc.refused('text.write', { ...place, version: 'clean', format: 'pdf', target: gsc.target(folder) })).toMatchObject({ code: 'copy-number-missing' })
    expect([pages, readdirSync(folder)]).toEqual([[], []])
  })

  it('bears it at the head of every page, on paper and in a PDF', async () => {
    await gsc.call('text.print', { ...place, version: 'clean', copy })
    const { fileName } = await gsc.call('text.write', { ...place, version: 'clean', format: 'pdf', copy, target: gsc.target(folder) })
    expect(pages.map((page) => page.headRight)).toEqual(['Copy 7 of 27', 'Copy 7 of 27'])
    expect(readFileSync(join(folder, fileName), 'utf8')).toBe('%PDF of Copy 7 of 27')
  })

  it('has no copy that there is not', async () => {
    expect(await gsc.refused('text.print', { ...place, version: 'clean', copy: { number: 28, of: 27 } })).toMatchObject({ code: 'input-malformed' })
  })
})

describe('a text on paper', () => {
  it('is the version that was asked for, with marking at head and foot and the number of each sheet', async () => {
    expect(await gsc.call('text.print', { dossier, text, rev: 0, version: 'clean' })).toEqual({ printed: true })
    expect(pages).toMatchObject([{ marking: 'EXERCISE  LIMITE  TLP:AMBER  EXERCISE', headLeft: expect.stringContaining('9114/31') }])
    expect(pages[0]?.html).toContain('The Council welcomes &lt;herons&gt;.')
    // The printer sets them: twice on one sheet would be two markings.
    expect(pages[0]?.html).not.toContain('@top-center')
  })

  it('is in the register, with the hash of the page, before the printer has it', async () => {
    const before = (await lines()).length
    let seen = 0
    onPaper = async () => { seen = (await lines()).length }
    await gsc.call('text.print', { dossier, text, rev: 0, version: 'clean' })
    expect(seen).toBe(before + 1)
    expect((await lines())[0]).toMatchObject({ action: 'text.printed', result: 'done', subject: expect.stringMatching(/^9114\/31.*: Conclusions, .*, clean$/), details: [['hash', hasher(utf8(pages[0]?.html ?? ''))]] })
  })

  it.each([['cancelled', 'print-cancelled'], ['failed', 'print-failed']] as const)('that was %s has a second line that says so', async (how, code) => {
    outcome = how
    expect(await gsc.refused('text.print', { dossier, text, rev: 0, version: 'clean' })).toMatchObject({ code })
    expect((await lines())[0]).toMatchObject({ action: 'text.print', result: 'refused', code })
  })

  it('needs a version that there is, and a host that prints', async () => {
    expect(await gsc.refused('text.print', { dossier, text, rev: 0, version: 'marked' })).toMatchObject({ code: 'revision-unknown' })
    const folder = join(root, 'without')
    const without = await makeDelegation({ folder, delegation: 'CZ' })
    expect(await without.refused('text.print', { dossier, text, rev: 0, version: 'clean' })).toMatchObject({ code: 'dossier-unknown' })
    await without.close()
    expect(pages).toEqual([])
  })
})
