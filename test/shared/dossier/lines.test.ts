/** What others wrote to be read on one line shows as one line, in the order in which it was written, whatever signs it holds. */
import * as v from 'valibot'
import { beforeAll, expect, test } from 'vitest'
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { isPlainLine } from '../../../shared/base/plainLine.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { profileFault, profileRulesSchema } from '../../../shared/silence/profile.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { entryContentSchema, entryTitle, type EntryContent } from '../../../shared/toolbox/entry.ts'
import { FIELDS } from '../../../shared/toolbox/entryFields.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { LONE_ENTRIES, anOption } from '../../fakes/caseEntries.ts'
import { COVER, issueRev, openDossier, PARTS } from '../../fakes/deliberation.ts'
import { setStage, type Stage } from '../../fakes/events.ts'

/** Reads backwards, goes on below, and would clear a terminal. */
const hidden = (text: string): string => `\u202e${text}\u2066\n${text}\u2029\u001b`
const shown = (text: string): string => `${text} ${text}  `
const A_NOTE = 'e0'.repeat(32) as EventId
const A_LINK: EntryContent = { kind: 'link', to: 'd0'.repeat(32) as DossierId, relation: 'related', title: 'Grey Heron', note: '' }

let stage: Stage
let opened: VerifiedEvent
beforeAll(async () => {
  stage = await setStage(PARTS)
  opened = openDossier(stage, stage.person('GSC'), { heads: [], after: null }, { reference: hidden('WK 9/31'), title: hidden('Herons') })
})

function folded(...events: readonly VerifiedEvent[]): DossierState {
  const state = foldDossier(stage.dossier, [opened, ...events], stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}
const said = (type: string, body: Parameters<Stage['say']>[2]): VerifiedEvent => stage.say(stage.person('CZ'), type, body, { heads: [opened], after: null })

test('a dossier is called what its author wrote, on one line, and its event keeps every sign', () => {
  expect(folded()).toMatchObject({ reference: shown('WK 9/31'), title: shown('Herons') })
  expect(new TextDecoder().decode(opened.signed.body ?? new Uint8Array())).toContain(hidden('Herons'))
})

test('a contribution and a position likewise; what has paragraphs keeps them', () => {
  const contribution = said('contribution.added', {
    title: hidden('Traces'), kind: 'technical', source: hidden('CERT'), text: 'One.\n\nTwo.', marking: { limite: false, classification: 'NONE', tlp: null, releasableTo: [] }, reliability: null, credibility: null, body: hidden('SIAC'), limitedTo: null,
  })
  expect(folded(contribution).contributions).toMatchObject([{ title: shown('Traces'), source: shown('CERT'), body: shown('SIAC'), text: 'One.\n\nTwo.' }])
  expect(folded(said('position.taken', { subject: hidden('Step 4'), stance: 'support', remark: '' })).positions).toMatchObject([{ subject: shown('Step 4') }])
})

/** Every field of one line, and every line of a field of lines. */
function hiddenIn(content: EntryContent): CborValue {
  const isLine = (key: string): boolean => key === 'title' || FIELDS[content.kind].some((field) => field.key === key && (field.type === 'line' || field.type === 'lines'))
  const hide = (value: CborValue): CborValue => (typeof value === 'string' ? hidden(value) : Array.isArray(value) ? value.map(hide) : value)
  return Object.fromEntries(Object.entries(content).map(([key, value]) => [key, isLine(key) ? hide(value) : value]))
}

test.each([...LONE_ENTRIES, A_LINK, anOption(A_NOTE)].map((content) => [content.kind, content] as const))('an entry of the kind %s has one line in every field of one line', (kind, content) => {
  const read = v.parse(entryContentSchema, hiddenIn(content))
  const lines = FIELDS[kind].flatMap(({ key, type }) => (type === 'line' || type === 'lines' ? [Object.entries(read).find(([name]) => name === key)?.[1]] : [])).flat()
  expect(lines.filter((line) => typeof line !== 'string' || !isPlainLine(line))).toEqual([])
  expect(isPlainLine(entryTitle(read))).toBe(true)
})

test('of words with paragraphs only what is made of them as a title is one line', () => {
  const lesson = v.parse(entryContentSchema, { kind: 'lesson', text: hidden('Share earlier.'), forNote: null, forDossier: null })
  expect(lesson).toMatchObject({ text: hidden('Share earlier.') })
  expect(entryTitle(lesson)).toBe(shown('Share earlier.'))
})

test('the number of a text is what it looks like', () => {
  const revision = issueRev(stage, stage.person('PRES'), 0, null, { heads: [opened], after: null }, [], { cover: { ...COVER, number: hidden('9114/31') }, title: hidden('Draft') })
  expect(folded(revision).texts[0]?.revisions[0]).toMatchObject({ title: shown('Draft'), cover: { number: shown('9114/31') } })
})

test('a kind of procedure cannot say “adopted” with a sign in it that nobody sees', () => {
  const { id: _id, ...rules } = PROFILES['working-party']
  expect(profileFault(v.parse(profileRulesSchema, { ...rules, unbrokenWords: 'the text is ad\u200bopted', adopts: false, grade: 'circle' }))).toBe('adopted-not-allowed')
})

test('a name of nothing but such signs is not nothing: people can see it and choose it', () => {
  const unseen = openDossier(stage, stage.person('GSC'), { heads: [], after: null }, { title: '\u202e\u2069 ' })
  expect(foldDossier(stage.dossier, [unseen], stage.circle, [], hasher)?.title).toBe('\ufffd')
})
