/**
 * What somebody says who may not say it counts nowhere: the state of a dossier with it is the state without it, but for the list of what
 * is kept without effect; and so is all that is made from the state, the charts and the printed case file. 10289/23 gives each act its hand.
 */
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { CborValue } from '../../shared/base/cbor.ts'
import { foldCatalogues, CATALOGUE_ISSUED } from '../../shared/dossier/catalogue.ts'
import { printedText } from '../../shared/dossier/entries.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import type { DossierState } from '../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { WORKING_LIST } from '../../shared/toolbox/workingList.ts'
import { LONE_ENTRIES, aDecision, aFinding, anAction, anAttribution, anOption, aNote } from '../fakes/caseEntries.ts'
import { issueRev, openDossier, PARTS, TEXT } from '../fakes/deliberation.ts'
import type { Said, TestPerson } from '../fakes/events.ts'
import { endOf, growRoster, type GrowingRoster } from '../fakes/roster.ts'

const MARKING = { limite: true, classification: 'S-UE/EU-S', tlp: 'RED', releasableTo: [] } as const
const ACTS: readonly (readonly [string, string, CborValue])[] = [
  ['contribution', 'contribution.added', { title: 'Heronware', kind: 'technical', source: '', text: 'Heronware', marking: MARKING, reliability: 'E', credibility: '5', observed: '2031-01-01', reported: '2031-01-02' }],
  ['position', 'position.taken', { subject: 'Heronware', stance: 'cannotAccept', remark: 'Heronware' }],
  ['mark of a step', 'step.marked', { step: 9, state: 'done', note: 'Heronware' }],
  ['attachment', 'attachment.added', { name: 'heronware.png', sizeBytes: 1, hash: 'ab'.repeat(32), mediaType: 'image/png', marking: MARKING, limitedTo: null }],
  ...LONE_ENTRIES.map((content): readonly [string, string, CborValue] => [`entry: ${content.kind}`, 'entry.added', { content, marking: MARKING }]),
]

let roster: GrowingRoster
let honest: VerifiedEvent[]
const named = new Map<string, VerifiedEvent>()
beforeAll(async () => {
  roster = await growRoster([...PARTS, { delegation: 'FR', roles: ['delegate'], member: true }, { delegation: 'AT', roles: ['chair'], member: false }, { delegation: 'IE', roles: ['delegate'], member: true }])
  const { stage } = roster
  const gsc = stage.person('GSC')
  const opening = openDossier(stage, gsc, { heads: [] }, { distribution: ['CZ', 'DE', 'NL', 'COM', 'EEAS', 'PRES', 'FR'] })
  const add = (who: TestPerson, content: CborValue): VerifiedEvent => stage.say(who, 'entry.added', { content, marking: null })
  const note = add(gsc, aNote('Honest note'))
  const option = add(gsc, anOption(note.id))
  const decision = add(gsc, aDecision(option.id))
  const rev = issueRev(stage, gsc, 0, null)
  const attribution = add(stage.person('CZ'), anAttribution())
  honest = [opening, note, option, decision, rev, attribution, add(stage.person('CZ'), aFinding())]
  for (const [name, event] of Object.entries({ note, option, decision, rev, attribution })) named.set(name, event)
  // Gone, suspended: each named as having said nothing that counts, and each signing as if in the days before.
  for (const [delegation, kind] of [['FR', 'removed'], ['AT', 'removed'], ['NL', 'suspended']] as const) {
    roster.change({ kind, installation: stage.person(delegation).identity.installation, reason: '', accepted: [] })
  }
}, 30_000)

function fold(events: readonly VerifiedEvent[]): DossierState {
  const state = foldDossier(roster.stage.dossier, events, roster.state, roster.events, hasher)
  if (state === null) throw new Error('not opened')
  return state
}

function id(name: string): VerifiedEvent['id'] {
  const event = named.get(name)
  if (event === undefined) throw new Error(name)
  return event.id
}

function countsNowhere(event: VerifiedEvent): void {
  const [before, after] = [fold(honest), fold([...honest, event])]
  expect({ ...after, setAside: [] }).toEqual({ ...before, setAside: [] })
  expect(after.setAside).toEqual([expect.objectContaining({ event: event.id, why: expect.stringMatching(/^(?:role|quarantined|refersToNothing)$/) })])
}

const OUTSIDERS: readonly (readonly [string, 'FR' | 'NL' | 'AT' | 'SE' | 'IE', Said])[] = [
  ['somebody removed, in the days before', 'FR', { rosterEpoch: 10 }], ['somebody removed, now', 'FR', {}], ['a chair who was removed, in the days before', 'AT', { rosterEpoch: 10 }],
  ['somebody suspended, in the days before', 'NL', { rosterEpoch: 10 }], ['somebody suspended, now', 'NL', {}],
  ['a stranger', 'SE', {}], ['a member to whom the dossier was not given', 'IE', {}],
]

describe.each(OUTSIDERS)('of %s', (_who, delegation, how) => {
  test.each(ACTS)('a %s counts nowhere', (_name, type, body) => {
    const { stage, state } = roster
    countsNowhere(stage.say(stage.person(delegation), type, body, { heads: honest, after: null, rosterEpoch: state.epoch, ...how }))
  })
})

describe('of an observer', () => {
  const HEARD = ['contribution', 'position', 'attachment', 'entry: briefing', 'entry: indicators', 'entry: finding']
  test.each(ACTS.filter(([name]) => !HEARD.includes(name)))('a %s counts nowhere', (_name, type, body) => {
    countsNowhere(roster.stage.say(roster.stage.person('EEAS'), type, body, { heads: honest, after: null, rosterEpoch: 10 }))
  })
})

describe('of a delegation, about what is another’s', () => {
  const say = (delegation: 'CZ' | 'DE' | 'COM', type: string, body: CborValue): VerifiedEvent => {
    const author = roster.stage.person(delegation)
    return roster.stage.say(author, type, body, { heads: honest, after: honest.findLast((event) => event.header.log === author.identity.installation) ?? null, rosterEpoch: roster.state.epoch })
  }

  test('a position on attribution of who is no State counts nowhere', () => countsNowhere(say('COM', 'entry.added', { content: anAttribution(), marking: null })))
  test('another wording of a State’s position counts nowhere', () => countsNowhere(say('DE', 'entry.revised', { entry: id('attribution'), content: anAttribution('doNotAttribute'), marking: null, reason: '' })))
  test('a withdrawal of a State’s position counts nowhere', () => countsNowhere(say('DE', 'entry.withdrawn', { entry: id('attribution'), reason: 'Overtaken' })))
  test('another wording of an option counts nowhere', () => countsNowhere(say('DE', 'entry.revised', { entry: id('option'), content: anOption(id('note')), marking: null, reason: '' })))
  test('an action for what is no decision counts nowhere', () => countsNowhere(say('DE', 'entry.added', { content: anAction(id('note')), marking: null })))
  test('a note said to be printed into a text that somebody else has issued is not shown as its text', () => {
    const printed = (who: TestPerson): VerifiedEvent => roster.stage.say(who, 'entry.added', { content: { kind: 'printed', note: id('note'), text: TEXT, revision: id('rev'), documentHash: 'ab'.repeat(32) }, marking: null }, { heads: honest, after: honest.findLast((event) => event.header.log === who.identity.installation) ?? null, rosterEpoch: roster.state.epoch })
    const [other, own] = [printed(roster.stage.person('DE')), printed(roster.stage.person('GSC'))]
    expect(printedText(fold([...honest, other]), id('note'))).toBeNull()
    expect(printedText(fold([...honest, own, other]), id('note'))?.printed.event).toBe(own.id)
  })
  test('a note said to be printed into what is no REV counts nowhere', () => (
    countsNowhere(say('CZ', 'entry.added', { content: { kind: 'printed', note: id('note'), text: TEXT, revision: id('attribution'), documentHash: 'ab'.repeat(32) }, marking: null }))
  ))
})

describe('a catalogue of measures', () => {
  const [first] = WORKING_LIST
  const issue = (delegation: 'GSC' | 'PRES' | 'AT' | 'CZ' | 'EEAS' | 'SE', how: Said = {}): VerifiedEvent => (
    roster.stage.say(roster.stage.person(delegation), CATALOGUE_ISSUED, { version: 1, note: 'Heronware', measures: first === undefined ? [] : [first] }, { dossier: null, heads: [], after: null, rosterEpoch: roster.state.epoch, ...how })
  )
  const issued = (event: VerifiedEvent): number => foldCatalogues(roster.state, [...roster.events, event]).length

  test('counts from the chair', () => expect(issued(issue('PRES'))).toBe(1))
  test.each([['CZ', {}], ['EEAS', {}], ['SE', {}], ['AT', {}], ['AT', { rosterEpoch: 10 }]] as const)('of %s counts nowhere (%o)', (delegation, how) => expect(issued(issue(delegation, how))).toBe(0))
  test('that a chair issued before its removal stays where it was named', async () => {
    const other = await growRoster([{ delegation: 'AT', roles: ['chair'], member: false }])
    const chair = other.stage.person('AT')
    const kept = other.stage.say(chair, CATALOGUE_ISSUED, { version: 1, note: '', measures: first === undefined ? [] : [first] }, { dossier: null, heads: [], rosterEpoch: other.state.epoch })
    other.change({ kind: 'removed', installation: chair.identity.installation, reason: '', accepted: [{ ...endOf(kept) }] })
    expect(foldCatalogues(other.state, [...other.events, kept])).toHaveLength(1)
  })
})
