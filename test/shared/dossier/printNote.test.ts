import { describe, expect, test } from 'vitest'
import { printNote, type PrintedFrom } from '../../../shared/dossier/printNote.ts'
import type { TypedEntry } from '../../../shared/dossier/entries.ts'
import type { Attachment, Contribution, Entry } from '../../../shared/dossier/state.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import { aFinding, aNote, anOption } from '../../fakes/caseEntries.ts'

const id = (digit: string): EventId => digit.repeat(64) as EventId
const LIMITE: Marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const SECRET: Marking = { ...LIMITE, classification: 'S-UE/EU-S' }
const said = (event: EventId) => ({ event, author: '1'.repeat(64), person: 'Jana', delegation: 'CZ', claimedAtUtcMs: 0 })
const entry = (event: EventId, content: EntryContent, more: { withdrawn?: boolean; marking?: Marking } = {}) =>
  ({ ...said(event), content, marking: more.marking ?? null, wordings: [], contested: false, withdrawn: more.withdrawn === true ? { ...said(id('9')), reason: 'A copy' } : null }) as unknown as Entry
const note = entry(id('e'), aNote()) as TypedEntry<'note'>
const contribution = (event: EventId, title: string, more: { limitedTo?: readonly string[]; marking?: Marking } = {}) => ({ ...said(event), title, limitedTo: null, marking: LIMITE, ...more }) as unknown as Contribution

/** The lines of the bullets about yardsticks, each with its footnote behind a bar. */
function bullets(option: EntryContent, beside: Partial<PrintedFrom> = {}): string[] {
  const from: PrintedFrom = { contributions: [], attachments: [], marking: LIMITE, ...beside, entries: [note, ...beside.entries ?? [], entry(id('f'), option)] }
  const { blocks } = printNote(note, from, [])
  return blocks.filter(({ kind }) => kind === 'bullet').map(({ content }) => content.map((run) => ('text' in run ? run.text : ` | ${run.footnote.map(({ text }) => text).join('')}`)).join('')).filter((line) => /^(?:Scale|Impact|Respects)/.test(line))
}
const scale = (...evidence: readonly EventId[]): EntryContent => anOption(note.event, { principles: [], proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [...evidence] }] })

describe('a printed note', () => {
  test('says of a principle and of the proportion along a dimension what they rest on: 10289/23, point 13', () => {
    const option = anOption(note.event, {
      principles: [{ principle: 'law', considered: true, text: 'No obligation is touched', evidence: [id('a')] }],
      proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [id('a'), id('b')] }, { dimension: 'impact', text: '', evidence: [id('a')] }],
    })
    const attachments = [{ ...said(id('b')), name: 'chart.png', limitedTo: null, marking: LIMITE } as unknown as Attachment]
    expect(bullets(option, { contributions: [contribution(id('a'), 'Traces')], attachments })).toEqual([
      'Respects international law, human rights and fundamental freedoms: No obligation is touched | Rests on CZ: Traces.', 'Scale: Four ports | Rests on CZ: Traces; CZ: chart.png.',
      'Impact | Rests on CZ: Traces.',
    ])
  })

  test('prints what rests on nothing as it was printed before evidence could be given', () => {
    expect(bullets(anOption(note.event))).toEqual(['Respects international law, human rights and fundamental freedoms: No obligation is touched', 'Scale: Four ports'])
  })

  test('says of what was withdrawn since that it was', () => {
    expect(bullets(scale(id('c')), { entries: [entry(id('c'), aFinding('One\nloader'), { withdrawn: true })] })).toEqual(['Scale: Four ports | Rests on CZ: One loader (withdrawn).'])
  })

  test('names nothing that is limited or marked more highly than the dossier, since it goes to the whole list; what is not here is counted alike', () => {
    const contributions = [contribution(id('a'), 'Traces'), contribution(id('b'), 'For the chair', { limitedTo: ['CZ', 'PRES'] })]
    const entries = [entry(id('c'), aFinding('From a source'), { marking: SECRET })]
    expect(bullets(scale(id('a'), id('b'), id('c')), { contributions, entries })).toEqual(['Scale: Four ports | Rests on CZ: Traces; 2 more sources that are not named here, because of their markings or of who may have them.'])
    expect(bullets(scale(id('a'), id('b'), id('c')), { contributions: contributions.slice(0, 1) })).toEqual(bullets(scale(id('a'), id('b'), id('c')), { contributions, entries }))
    expect(bullets(scale(id('b')), { contributions })).toEqual(['Scale: Four ports | Rests on 1 source that is not named here, because of its marking or of who may have it.'])
    expect(bullets(scale(id('c')), { marking: SECRET, entries })).toEqual(['Scale: Four ports | Rests on CZ: From a source.'])
  })
})
