import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { hasher } from '../../../electron/engine/keys/index.ts'
import type { Delegation } from '../../../shared/base/delegations.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import { reservedNotes } from '../../../shared/dossier/reservedNotes.ts'
import { followPlace } from '../../../shared/dossier/reservedPassage.ts'
import type { DossierState, TextState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Place, ReservationKind } from '../../../shared/silence/procedure.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { encodeHtml } from '../../../shared/text/html.ts'
import { encodeMarkdown } from '../../../shared/text/markdown.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { setStage, type Said, type Stage, type TestPerson } from '../../fakes/events.ts'
import { COVER, PARTS, TEXT, documentOf, openDossier, openSilence } from '../../fakes/deliberation.ts'

const FIRST = ['The Council notes the intrusions.', 'It considers that tampering endangers life at sea.', 'It asks for a report.']
const SECOND = ['The Council notes the intrusions.', 'It considers that interference with vessels endangers life at sea.', 'It asks for a report.']
const WITHOUT = ['The Council notes the intrusions.', 'It asks for a report.']
let stage: Stage
let opened: VerifiedEvent
let init: VerifiedEvent
beforeAll(async () => {
  stage = await setStage(PARTS)
})
beforeEach(() => {
  opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null })
  init = issue(0, null, documentOf(...FIRST), opened)
})

const person = (delegation: Delegation): TestPerson => stage.person(delegation)
function issue(rev: number, predecessor: VerifiedEvent | null, document: TextDocument, after: VerifiedEvent, heads: VerifiedEvent[] = []): VerifiedEvent {
  const basis = predecessor && { predecessor: predecessor.id, verdicts: [] }
  return stage.say(person('GSC'), 'text.revIssued', { text: TEXT, rev, title: 'Draft', cover: COVER, document, textHash: hasher(canonicalText(document)), basis }, { heads, after })
}
const place = (block: string, from = 0, to = 0, quote = ''): Place => ({ block, from, to, quote })
const enter = (delegation: Delegation, on: Place | null, said: Said, reservation: ReservationKind = 'scrutiny', revision = init) =>
  stage.say(person(delegation), 'reservation.entered', { text: TEXT, revision: revision.id, reservation, place: on, remark: '' }, said)
const lift = (delegation: Delegation, reservation: VerifiedEvent, said: Said) => stage.say(person(delegation), 'reservation.lifted', { reservation: reservation.id, remark: 'Parliament agreed' }, said)
function fold(...events: VerifiedEvent[]): DossierState {
  const state = foldDossier(stage.dossier, [opened, init, ...events], stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}
const textOf = (state: DossierState): TextState => {
  const [text] = state.texts
  if (text === undefined) throw new Error('no text')
  return text
}
const notes = (rev: number, ...events: VerifiedEvent[]) => {
  const state = fold(...events)
  return reservedNotes(textOf(state), state.reservations, rev)
}
/** A REV without the paragraph that stood in the middle: identifiers stay with their paragraphs. */
const without = (): TextDocument => ({ blocks: documentOf(...FIRST).blocks.filter((block) => block.id !== '2') })

describe('the ledger', () => {
  test('holds those of answers and those entered by themselves, in order, from entering to lifting', () => {
    const silence = openSilence(stage, person('GSC'), init, { heads: [], after: init })
    const answered = stage.say(person('CZ'), 'silence.responded', { procedure: silence.id, response: { kind: 'reservation', breaks: false, reservation: 'parliamentaryScrutiny', remark: 'Until Friday', place: place('2') } }, { heads: [silence], after: null })
    const own = enter('DE', null, { heads: [answered], after: null }, 'substantive')
    const lifted = lift('CZ', answered, { heads: [own], after: answered })
    expect(fold(silence, answered, own, lifted).reservations).toMatchObject([
      { delegation: 'CZ', reservation: 'parliamentaryScrutiny', procedure: silence.id, rev: 0, place: { block: '2' }, lifted: { remark: 'Parliament agreed' }, goneFromRev: null },
      { delegation: 'DE', reservation: 'substantive', procedure: null, place: null, lifted: null },
    ])
  })
  test('an answer of before places could be said reserves on the whole text', () => {
    const silence = openSilence(stage, person('GSC'), init, { heads: [], after: init })
    const old = stage.say(person('CZ'), 'silence.responded', { procedure: silence.id, response: { kind: 'reservation', breaks: false, reservation: 'scrutiny', remark: '' } }, { heads: [silence], after: null })
    expect(fold(silence, old).reservations).toMatchObject([{ delegation: 'CZ', place: null }])
  })
  test('is lifted by the same delegation alone, once, and with knowledge of it', () => {
    const own = enter('CZ', null, { heads: [init], after: null })
    const foreign = lift('DE', own, { heads: [own], after: null })
    const blind = stage.say(person('CZ'), 'reservation.lifted', { reservation: init.id, remark: '' }, { heads: [], after: own })
    const first = lift('CZ', own, { heads: [], after: own })
    const again = lift('CZ', own, { heads: [], after: first })
    const state = fold(own, foreign, first, again)
    const why = (event: VerifiedEvent, all: DossierState = state) => all.setAside.find((one) => one.event === event.id)?.why
    expect([why(foreign), why(again), why(blind, fold(own, blind))]).toEqual(['role', 'duplicate', 'refersToNothing'])
  })
  test('a lifting is gone from the first REV that was issued with knowledge of it', () => {
    const own = enter('CZ', place('2'), { heads: [init], after: null })
    const lifted = lift('CZ', own, { heads: [], after: own })
    const unaware = issue(1, init, documentOf(...SECOND), init, [own])
    expect(fold(own, lifted, unaware).reservations[0]?.goneFromRev).toBeNull()
    const aware = issue(2, unaware, documentOf(...SECOND), unaware, [lifted])
    expect(fold(own, lifted, unaware, aware).reservations[0]?.goneFromRev).toBe(2)
  })
})

describe('a passage', () => {
  const revisions = (...documents: TextDocument[]) => {
    const events: VerifiedEvent[] = []
    for (const [at, document] of documents.entries()) events.push(issue(at + 1, events.at(-1) ?? init, document, events.at(-1) ?? init))
    return textOf(fold(...events)).revisions
  }
  test('is followed through REVs to where its words stand now', () => {
    const found = followPlace(revisions(documentOf(...SECOND), documentOf(...SECOND)), 0, place('2', (FIRST[1] ?? '').indexOf('endangers'), (FIRST[1] ?? '').length - 1, 'endangers life at sea'), 2)
    expect(found).toMatchObject({ block: '2', quote: 'endangers life at sea' })
  })
  test('is the paragraph as a whole where no words are named', () => expect(followPlace(revisions(documentOf(...SECOND)), 0, place('2'), 1)).toMatchObject({ block: '2', from: 0, to: 0 }))
  test('is gone where the paragraph went, and where all of its words did', () => {
    expect(followPlace(revisions(without()), 0, place('2'), 1)).toBeNull()
    const cut = documentOf(FIRST[0] ?? '', 'It considers that life at sea.', FIRST[2] ?? '')
    const [from, words] = [(FIRST[1] ?? '').indexOf('tampering endangers'), 'tampering endangers']
    expect(followPlace(revisions(cut), 0, place('2', from, from + words.length, words), 1)).toBeNull()
  })
  test('goes over to the words that took the place of its own', () => {
    const from = (FIRST[1] ?? '').indexOf('tampering')
    expect(followPlace(revisions(documentOf(...SECOND)), 0, place('2', from, from + 9, 'tampering'), 1)).toMatchObject({ block: '2', quote: 'interference with vessels' })
  })
})

describe('footnotes in the marked version', () => {
  test('name the delegations of one kind on one passage together, in protocol order, the whole text first', () => {
    const cz = enter('CZ', place('2'), { heads: [init], after: null })
    const de = enter('DE', place('2'), { heads: [init], after: null })
    const nl = enter('NL', null, { heads: [init], after: null }, 'parliamentaryScrutiny')
    expect(notes(0, de, cz, nl)).toEqual([
      { mark: 'R1', block: null, from: 0, to: 0, by: 'NL', words: 'NL: parliamentary scrutiny reservation on the whole text.' },
      { mark: 'R2', block: '2', from: 0, to: 0, by: 'CZ, DE', words: 'CZ, DE: scrutiny reservation on paragraph 2.' },
    ])
  })
  test('stay on the REV on which they stood when they are lifted, and are gone from the next', () => {
    const own = enter('CZ', place('2'), { heads: [init], after: null })
    const one = issue(1, init, documentOf(...SECOND), init, [own])
    const lifted = lift('CZ', own, { heads: [one], after: own })
    const two = issue(2, one, documentOf(...SECOND), one, [lifted])
    expect(notes(1, own, one)).toEqual([{ mark: 'R1', block: '2', from: 0, to: 0, by: 'CZ', words: 'CZ: scrutiny reservation on paragraph 2.' }])
    expect(notes(1, own, one, lifted, two)).toEqual([{ mark: 'R1', block: '2', from: 0, to: 0, by: 'CZ', words: 'CZ: scrutiny reservation on paragraph 2, lifted since.' }])
    expect(notes(2, own, one, lifted, two)).toEqual([])
  })
  test('on words that went stand on the whole, with the words', () => {
    const own = enter('CZ', place('2', 0, 10, 'It conside'), { heads: [init], after: null })
    const one = issue(1, init, without(), init, [own])
    expect(notes(1, own, one)).toEqual([{ mark: 'R1', block: null, from: 0, to: 0, by: 'CZ', words: 'CZ: scrutiny reservation on words of REV 0 that this version no longer has: “It conside”.' }])
  })
  test('are written beside the text and are no part of it', () => {
    const reserved = [{ mark: 'R1', block: '2', from: 0, to: 0, by: 'CZ', words: 'CZ: scrutiny reservation on paragraph 2 <b>.' }]
    const document = compareDocuments(documentOf(...WITHOUT), documentOf(...WITHOUT))
    const publication = { cover: COVER, title: 'Draft', revLabel: 'REV 1', comparedWith: '9114/31', marking: { limite: true, classification: 'NONE' as const, tlp: null }, exercise: false, body: { version: 'marked' as const, document } }
    const [html, md] = [encodeHtml({ ...publication, reserved }), encodeMarkdown({ ...publication, reserved })]
    expect(html).toContain('<sup class="fn">R1</sup></p>')
    expect(html).toContain('CZ: scrutiny reservation on paragraph 2 &lt;b&gt;.')
    expect(md.indexOf('R1 CZ')).toBeLessThan(md.indexOf('\n---\n'))
    expect(encodeHtml(publication)).not.toContain('R1')
  })
})
