/** Rights are checked in the fold of everybody: what a role does not allow is set aside on every machine, whatever the author's own machine let pass. */
import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../electron/engine/keys/index.ts'
import type { Role } from '../../shared/circle/events.ts'
import { foldDossier } from '../../shared/dossier/fold.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { OBJECTION, issueRev, openDossier, openSilence, respond, suggest } from '../fakes/deliberation.ts'
import { setStage, type Stage, type TestPerson } from '../fakes/events.ts'

const CAST = { PRES: 'chair', CZ: 'delegate', NL: 'drafter', EEAS: 'observer', DE: 'secretariat' } as const satisfies Record<string, Role>
type Actor = keyof typeof CAST
const ACTORS = Object.keys(CAST) as Actor[]

let stage: Stage
let opening: VerifiedEvent
let init: VerifiedEvent
let silence: VerifiedEvent

beforeAll(async () => {
  stage = await setStage(ACTORS.map((delegation) => ({ delegation, roles: [CAST[delegation]], member: delegation !== 'EEAS' })))
  const gsc = stage.person('GSC')
  opening = openDossier(stage, gsc, { heads: [], after: null }, { distribution: [...ACTORS] })
  init = issueRev(stage, gsc, 0, null, { heads: [], after: opening })
  silence = openSilence(stage, gsc, init, { heads: [], after: init })
})

const first = { heads: [] as VerifiedEvent[], after: null }
const ACTS: Readonly<Record<string, { readonly by: readonly Role[]; readonly say: (author: TestPerson) => VerifiedEvent }>> = {
  'marks a step': { by: ['secretariat', 'chair', 'delegate', 'drafter'], say: (author) => stage.say(author, 'step.marked', { step: 2, state: 'begun', note: '' }, { ...first, heads: [opening] }) },
  'takes a position': { by: ['secretariat', 'chair', 'delegate', 'drafter', 'observer'], say: (author) => stage.say(author, 'position.taken', { subject: 'S', stance: 'support', remark: '' }, { ...first, heads: [opening] }) },
  'suggests a change': { by: ['secretariat', 'chair', 'delegate', 'drafter'], say: (author) => suggest(stage, author, init, 'deplores', { ...first, heads: [init] }) },
  'issues a REV': { by: ['secretariat', 'chair', 'drafter'], say: (author) => issueRev(stage, author, 1, init, { ...first, heads: [init] }) },
  'opens silence': { by: ['secretariat', 'chair'], say: (author) => openSilence(stage, author, init, { ...first, heads: [init] }, { notice: 'again' }) },
  'answers silence': { by: ['secretariat', 'chair', 'delegate', 'drafter', 'observer'], say: (author) => respond(stage, author, silence, OBJECTION, { ...first, heads: [silence] }) },
}

describe.each(Object.keys(ACTS))('who %s', (act) => {
  test.each(ACTORS)('%s, in its one role', (actor) => {
    const { by, say } = ACTS[act]!
    const event = say(stage.person(actor))
    const folded = foldDossier(stage.dossier, [event, silence, init, opening], stage.circle, stage.circleEvents, hasher)
    const aside = folded?.setAside.find((one) => one.event === event.id)
    expect(aside?.why).toBe(by.includes(CAST[actor]) ? undefined : 'role')
    expect(folded?.timeline.some((one) => one.event === event.id)).toBe(by.includes(CAST[actor]))
  })
})

test('an objection breaks silence only from a member', () => {
  const answers = ACTORS.map((actor) => ACTS['answers silence']!.say(stage.person(actor)))
  const folded = foldDossier(stage.dossier, [opening, init, silence, ...answers], stage.circle, stage.circleEvents, hasher)
  const counted = folded?.silences[0]?.responses.filter((response) => response.canBreak).map((response) => response.delegation).toSorted()
  expect(counted).not.toContain('EEAS')
  expect(counted).toContain('CZ')
})
