import { beforeAll, describe, expect, test } from 'vitest'
import type { Delegation } from '../../../shared/base/delegations.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import { sovereignPositions } from '../../../shared/dossier/entries.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { missingOf } from '../../../shared/dossier/missing.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { LONE_ENTRIES, SANCTIONS, DEMARCHE, aDecision, aFinding, aNote, anAction, anAttribution, anOption } from '../../fakes/caseEntries.ts'
import { openDossier, PARTS } from '../../fakes/deliberation.ts'
import { setStage, type Said, type Stage } from '../../fakes/events.ts'

let stage: Stage
let opened: VerifiedEvent
beforeAll(async () => {
  stage = await setStage(PARTS)
  opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
})

const add = (who: Delegation, content: EntryContent, said: Said): VerifiedEvent => stage.say(stage.person(who), 'entry.added', { content, marking: null }, said)
const revise = (who: Delegation, entry: VerifiedEvent, content: EntryContent, said: Said): VerifiedEvent => stage.say(stage.person(who), 'entry.revised', { entry: entry.id, content, marking: null, reason: 'Better known' }, said)
const withdraw = (who: Delegation, entry: VerifiedEvent, said: Said): VerifiedEvent => stage.say(stage.person(who), 'entry.withdrawn', { entry: entry.id, reason: 'Overtaken' }, said)
const first = (...heads: readonly VerifiedEvent[]): Said => ({ heads, after: null })
function folded(...events: readonly VerifiedEvent[]): DossierState {
  const state = foldDossier(stage.dossier, [opened, ...events], stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}

describe('an entry', () => {
  test.each(LONE_ENTRIES.map((content) => [content.kind, content] as const))('of the kind %s stands as its author worded it', (kind, content) => {
    const { entries, setAside } = folded(add('CZ', content, first(opened)))
    expect(entries).toMatchObject([{ delegation: 'CZ', content: { kind }, contested: false, withdrawn: null }])
    expect(setAside).toEqual([])
  })

  test('keeps every wording when it is revised, and shows the last', () => {
    const finding = add('CZ', aFinding('First'), first(opened))
    const better = revise('CZ', finding, aFinding('Second'), { heads: [opened], after: finding })
    const [entry] = folded(finding, better).entries
    expect(entry?.content).toMatchObject({ statement: 'Second' })
    expect(entry?.wordings.map((one) => one.reason)).toEqual(['', 'Better known'])
    expect(entry?.contested).toBe(false)
  })

  test('revised by two who did not know of each other is contested, until somebody who knew both words it again', () => {
    const note = add('CZ', aNote('First'), first(opened))
    const one = revise('CZ', note, aNote('By its author'), { heads: [opened], after: note })
    const other = revise('PRES', note, aNote('By the chair'), first(note))
    expect(folded(note, one, other).entries[0]?.contested).toBe(true)
    const settled = revise('CZ', note, aNote('Agreed'), { heads: [other], after: one })
    expect(folded(note, one, other, settled).entries[0]).toMatchObject({ contested: false, content: { title: 'Agreed' } })
  })

  test('withdrawn stays readable with the reason, and cannot be revised by somebody who knew', () => {
    const note = add('CZ', aNote(), first(opened))
    const gone = withdraw('CZ', note, { heads: [opened], after: note })
    const late = revise('CZ', note, aNote('Again'), { heads: [opened], after: gone })
    const state = folded(note, gone, late)
    expect(state.entries).toMatchObject([{ withdrawn: { reason: 'Overtaken' }, content: { title: aNote().title } }])
    expect(state.setAside).toMatchObject([{ event: late.id, why: 'refersToNothing' }])
  })

  test('is shown in the timeline under its step and kind', () => {
    const note = add('CZ', aNote('Options'), first(opened))
    expect(folded(note).timeline.at(-1)).toMatchObject({ type: 'entry.added', step: 3, about: 'note', subject: 'Options' })
  })
})

describe('who may write an entry', () => {
  test('a political position on attribution is a Member State’s alone: 10289/23, point 25', () => {
    expect(folded(add('COM', anAttribution(), first(opened)))).toMatchObject({ entries: [], setAside: [{ why: 'role' }] })
    expect(folded(add('DE', anAttribution(), first(opened))).entries).toHaveLength(1)
  })

  test('nobody words it for another: neither chair nor secretariat', () => {
    const german = add('DE', anAttribution(), first(opened))
    for (const other of ['PRES', 'GSC', 'CZ'] as const) {
      const said = other === 'GSC' ? { heads: [german], after: opened } : first(german)
      const state = folded(german, revise(other, german, anAttribution('doNotAttribute'), said))
      expect(state.entries[0]?.content).toMatchObject({ stance: 'attribute' })
      expect(state.setAside).toMatchObject([{ why: 'role' }])
    }
  })

  test('what is shared may be revised by the chair and the secretariat, not by another delegation', () => {
    const note = add('CZ', aNote(), first(opened))
    expect(folded(note, revise('PRES', note, aNote('Chair'), first(note))).entries[0]?.content).toMatchObject({ title: 'Chair' })
    expect(folded(note, revise('DE', note, aNote('Germany'), first(note))).setAside).toMatchObject([{ why: 'role' }])
    expect(folded(note, withdraw('DE', note, first(note))).setAside).toMatchObject([{ why: 'role' }])
  })

  test('an observer brings findings and briefings, and decides nothing', () => {
    expect(folded(add('EEAS', aFinding(), first(opened))).entries).toHaveLength(1)
    expect(folded(add('EEAS', aDecision(null), first(opened))).setAside).toMatchObject([{ why: 'role' }])
  })
})

describe('what an entry points to', () => {
  test('must be of the right kind and known before: an option belongs to a note', () => {
    const note = add('CZ', aNote(), first(opened))
    const option = add('CZ', anOption(note.id), { heads: [opened], after: note })
    expect(folded(note, option).entries).toHaveLength(2)
    const finding = add('DE', aFinding(), first(opened))
    expect(folded(finding, add('DE', anOption(finding.id), { heads: [opened], after: finding })).setAside).toMatchObject([{ why: 'refersToNothing' }])
    expect(folded(note, add('NL', anOption(note.id), first(opened))).setAside).toMatchObject([{ why: 'refersToNothing' }])
  })
})

describe('what the proportion of an option rests on', () => {
  const resting = (note: VerifiedEvent, ...evidence: readonly EventId[]): EntryContent => anOption(note.id, { proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [...evidence] }] })

  test('must be known to whoever says so, when it is added and when it is worded anew', () => {
    const note = add('CZ', aNote(), first(opened))
    const finding = add('DE', aFinding(), first(note))
    const option = add('CZ', resting(note, finding.id), { heads: [finding], after: note })
    expect(folded(note, finding, option)).toMatchObject({ setAside: [], entries: [{}, {}, { content: { proportionality: [{ evidence: [finding.id] }] } }] })
    const blind = add('NL', resting(note, finding.id), first(note))
    expect(folded(note, finding, blind).setAside).toMatchObject([{ event: blind.id, why: 'refersToNothing' }])
    const plain = add('NL', anOption(note.id), first(note))
    const anew = revise('NL', plain, resting(note, finding.id), { heads: [note], after: plain })
    expect(folded(note, finding, plain, anew).setAside).toMatchObject([{ event: anew.id, why: 'refersToNothing' }])
  })

  test('may be withdrawn by its author without what rests on it', () => {
    const note = add('CZ', aNote(), first(opened))
    const finding = add('DE', aFinding(), first(note))
    const option = add('CZ', resting(note, finding.id), { heads: [finding], after: note })
    const gone = withdraw('DE', finding, { heads: [note], after: finding })
    for (const order of [[note, finding, option, gone], [gone, option, finding, note]]) expect(folded(...order)).toMatchObject({ setAside: [], entries: [{}, { withdrawn: { reason: 'Overtaken' } }, { withdrawn: null, content: { proportionality: [{ evidence: [finding.id] }] } }] })
  })

  test('is nothing in what was said before it could be given, which stays as its author signed it', () => {
    const note = add('CZ', aNote(), first(opened))
    const option = add('CZ', anOption(note.id), { heads: [opened], after: note })
    expect(folded(note, option).entries.at(-1)?.content).toEqual(anOption(note.id))
  })
})

describe('where the States stand', () => {
  test('is each State’s own last statement, its earlier ones beside it, and nothing added up', () => {
    const one = add('DE', anAttribution('undecided'), first(opened))
    const two = add('DE', anAttribution('attribute'), { heads: [opened], after: one })
    const { entries, distribution } = folded(one, two, add('CZ', anAttribution('doNotAttribute'), first(opened)))
    const positions = sovereignPositions(entries, distribution)
    expect(positions.map((state) => [state.delegation, state.statement?.content.stance ?? null, state.earlier.length])).toEqual([['CZ', 'doNotAttribute', 0], ['DE', 'attribute', 1], ['NL', null, 0]])
  })
})

describe('what still lacks', () => {
  const lacks = (state: DossierState): Record<string, number> => Object.fromEntries(missingOf(state).map((one) => [one.lack, one.count]))

  test('of a new case: its description, interest, contributions and a note; nothing that would come later', () => {
    expect(Object.keys(lacks(folded()))).toEqual(['description', 'interest', 'contribution', 'note'])
  })

  test('a briefing elsewhere of which HWPCI was not informed: 10289/23, point 17', () => {
    const [briefing] = LONE_ENTRIES.filter((one) => one.kind === 'briefing')
    if (briefing === undefined) throw new Error('no briefing')
    expect(lacks(folded(add('CZ', briefing, first(opened))))['hwpciNotInformed']).toBe(1)
    expect(lacks(folded(add('CZ', { ...briefing, informedOn: '2031-06-03' }, first(opened))))['hwpciNotInformed']).toBeUndefined()
  })

  test('of the ten considerations on attribution those that were weighed for an option: 10289/23, point 29', () => {
    const note = add('CZ', aNote(), first(opened))
    const attribution = add('CZ', anAttribution(), { heads: [opened], after: note })
    const weighed = (about: EventId | null, after: VerifiedEvent): VerifiedEvent => add('CZ', { kind: 'consideration', consideration: 'unity', about, considered: true, text: 'Wide', evidence: [] }, { heads: [opened], after })
    expect(lacks(folded(note, attribution, weighed(note.id, attribution)))['considerations']).toBe(10)
    expect(lacks(folded(note, attribution, weighed(null, attribution)))['considerations']).toBe(9)
  })

  test('each measure of an option without a decision of its own: 10289/23, section 5, step 3', () => {
    const note = add('CZ', aNote(), first(opened))
    const option = add('CZ', anOption(note.id, { measures: [DEMARCHE, SANCTIONS] }), { heads: [opened], after: note })
    const decision = add('CZ', aDecision(option.id), { heads: [opened], after: option })
    expect(lacks(folded(note, option))['decision']).toBe(1)
    expect(lacks(folded(note, option, decision))).toMatchObject({ measureUndecided: 1, action: 1 })
    const action = add('CZ', anAction(decision.id), { heads: [opened], after: decision })
    expect(lacks(folded(note, option, decision, action))['action']).toBeUndefined()
  })
})
