/** What a member with a key of its own can try: a genuine bundle, signed and sealed by it, in which one event is not what it says. */
import { encodeCbor } from '../../../shared/base/cbor.ts'
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { Signer } from '../../../shared/base/ports.ts'
import { composeEvent } from '../../../shared/log/encode.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { sealByHand, testContext } from '../../fakes/openSession.ts'
import type { Party } from './party.ts'

/** `signature`: a signature of no one. `body`: a true header with another body. `other-author`: the forger's own signature under another's name. */
export type Forgery = 'signature' | 'body' | 'other-author'

/** False where this member has nothing yet to forge with. */
export async function forge(forgery: Forgery, by: Party, victim: Party, circle: CircleId, path: string): Promise<boolean> {
  const { session } = by.vault
  const dossier = session.held.dossiersOf(circle)[0]
  const others = dossier === undefined ? [] : session.held.inDossier(dossier).filter(({ event }) => event.header.log !== by.installation)
  const target = others.at(-1)?.event
  if (target === undefined || session.circle(circle) === null) return false
  const event = forgedEvent(forgery, target, session.signerIn(circle))
  await sealByHand(session, path, { circle, to: victim.installation, counter: 9_999, events: [event] }, testContext(fixedClock().now, 31))
  return true
}

function forgedEvent(forgery: Forgery, { header, signed }: { header: Parameters<typeof composeEvent>[0]; signed: SignedEvent }, sign: Signer): SignedEvent {
  switch (forgery) {
    case 'signature': return { ...fresh(header, sign), signature: signed.signature.map((byte, at) => (at === 5 ? byte ^ 1 : byte)) }
    case 'body': return { ...signed, body: encodeCbor({ subject: 'Joint response', stance: 'cannotAccept', remark: '' }) }
    case 'other-author': return fresh(header, sign)
  }
}

/** A further event in the name of the author of `header`. */
function fresh(header: Parameters<typeof composeEvent>[0], sign: Signer): SignedEvent {
  const body = { subject: 'Joint response', stance: 'cannotAccept', remark: 'never said' }
  const { circle, dossier, log, rosterEpoch, claimedAtUtcMs, seq } = header
  return composeEvent({ circle, dossier, log, rosterEpoch, claimedAtUtcMs, type: 'position.taken', seq: seq + 1, prev: 'ab'.repeat(32) as EventId, heads: [] }, body, hasher, sign).signed
}
