import { ok } from '../../../shared/base/result.ts'
import type { SignedCard } from '../../../shared/circle/card.ts'
import { safetyWords, signCard } from '../../../shared/circle/identity.ts'
import { entryAt, type CircleState } from '../../../shared/circle/roster.ts'
import { createIdentity, encodeIdentity, forgetIdentity, signerOf, wipe, withNewSealingKey } from '../keys/index.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { viewKeys } from './keysList.ts'

/** All or nothing: keys that no circle heard of, or an offer of keys that are not kept, would be worse than none. */
export const keysRotate: VaultHandler<'keys.rotate'> = async ({ which }, session, context) => {
  session.transaction(() => {
    const signedCard = makeKeys(which, session, context)
    for (const state of session.circles()) offerIn(state, signedCard, session)
  })
  return ok(viewKeys(session))
}

function makeKeys(which: 'both' | 'sealing', session: VaultSession, { now, random }: HandlerContext): SignedCard {
  const { card, generation, keys } = session.ownKeys.newest
  const next = which === 'both' ? createIdentity(random) : withNewSealingKey(keys, random)
  const signedCard = signCard({ ...card, signingKey: next.signingKey, sealingKey: next.sealingKey, madeAtUtcMs: now() }, signerOf(next))
  const secret = encodeIdentity(next)
  session.store.ownKeys.add({ generation: generation + 1, secret, signedCard })
  wipe(secret)
  forgetIdentity(next)
  session.ownKeys.reread()
  session.record('keys.made', `keys ${generation + 1}: ${safetyWords(next.installation).join(' ')}`, 'done', null)
  return signedCard
}

/** Signed with the keys of before: that is what the secretariat goes by, together with the safety words. */
function offerIn(state: CircleState, { card, signature }: SignedCard, session: VaultSession): void {
  const me = session.installationIn(state.circle)
  if (entryAt(state, me, state.epoch) === null) return
  const place = { circle: state.circle, dossier: null }
  if (!session.isMe(state.secretariat)) {
    session.author(place, 'keys.offered', { card: { card, signature } })
    return
  }
  const change = { kind: 'rotated', installation: me, card: { card, signature }, accepted: acceptedLogs(state, me, session) }
  session.author(place, 'roster.changed', { epoch: state.epoch + 1, predecessor: state.head, change })
}
