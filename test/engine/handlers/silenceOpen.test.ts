import { beforeAll, describe, expect, test } from 'vitest'
import { hasher, verifier, verifyAhead } from '../../../electron/engine/keys/index.ts'
import type { FoldedDossier, HandlerContext, Session } from '../../../electron/engine/handlers/context.ts'
import { silenceOpen } from '../../../electron/engine/handlers/silenceOpen.ts'
import { silenceRespond } from '../../../electron/engine/handlers/silenceRespond.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { DEADLINE, OBJECTION, PARTS, TEXT, documentOf, issueRev, openDossier, openSilence } from '../../fakes/deliberation.ts'
import { setStage, type Stage, type TestPerson } from '../../fakes/events.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(PARTS)
})
const first = { heads: [], after: null }

/** A machine that holds these events and on which nothing may be signed. */
function sessionOf(person: TestPerson, events: readonly VerifiedEvent[]): Session {
  const state = foldDossier(stage.dossier, events, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  const folded: FoldedDossier = { state, circle: stage.circle, events: events.map((event) => ({ event, admittedAtUtcMs: 0 })), stateHash: hasher(new Uint8Array()), pending: 0 }
  const unexpected = (): never => {
    throw new Error('nothing was to be signed')
  }
  return {
    me: { name: person.name, delegation: person.delegation, installation: person.identity.installation, safetyWords: [] },
    circles: () => [stage.circle], circle: () => stage.circle, circleEvents: () => [], dossiers: () => [folded], dossier: () => folded,
    author: unexpected, record: unexpected, recordOnce: unexpected, myCard: person.card, signerIn: unexpected, installationIn: () => person.identity.installation, isMe: (installation) => installation === person.identity.installation,
  }
}
const context: HandlerContext = {
  now: () => DEADLINE.utcMs - 7_200_000, random: seededRandom(3), hash: hasher, verifyAhead, verify: verifier, files: { redeem: () => null, issue: () => { throw new Error('no file is written here') } }, print: null,
  progress: () => undefined, signal: new AbortController().signal,
}
const opening = (rev: number) => ({ dossier: stage.dossier, text: TEXT, rev, profile: 'working-party', wallTime: DEADLINE.wallTime, zone: DEADLINE.zone, forwardTo: 'PSC', notice: '', draft: null }) as const

describe('a silence procedure', () => {
  test('is not opened on a REV whose words are not those of its hash', async () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const cover = { number: '9114/31', place: '', date: '', codes: [], type: '', from: '', to: '', subject: '' }
    const false0 = stage.say(stage.person('GSC'), 'text.revIssued', {
      text: TEXT, rev: 0, title: 'Draft', cover, document: documentOf('Other words'), textHash: '0f'.repeat(32), basis: null,
    }, { heads: [], after: opened })
    expect(await silenceOpen(opening(0), sessionOf(stage.person('GSC'), [opened, false0]), context)).toMatchObject({ ok: false, error: { code: 'verify-failed' } })
  })

  test('is not opened on a REV that has a successor', async () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const rev1 = issueRev(stage, stage.person('GSC'), 1, init, { heads: [], after: init })
    expect(await silenceOpen(opening(0), sessionOf(stage.person('GSC'), [opened, init, rev1]), context)).toMatchObject({ ok: false, error: { code: 'not-latest-revision' } })
  })

  test('is not answered by somebody without a place in the roster', async () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const procedure = openSilence(stage, stage.person('GSC'), init, { heads: [], after: init })
    const answer = await silenceRespond({ dossier: stage.dossier, procedure: procedure.id, response: OBJECTION }, sessionOf(stage.stranger, [opened, init, procedure]), context)
    expect(answer).toMatchObject({ ok: false, error: { code: 'role-not-allowed' } })
  })
})
