/** What a member with a key of its own can try: a genuine bundle, signed and sealed by it, in which one event is not what it says. */
import { utf8 } from '../../../shared/base/bytes.ts'
import { encodeCbor } from '../../../shared/base/cbor.ts'
import type { CircleId, EventId } from '../../../shared/base/identifiers.ts'
import type { Signer } from '../../../shared/base/ports.ts'
import { ok } from '../../../shared/base/result.ts'
import { composeEvent } from '../../../shared/log/encode.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import type { CarriedContent } from '../../../electron/engine/outgoing/writeBundle.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'
import { sealByHand, testContext } from '../../fakes/openSession.ts'
import type { Party } from './party.ts'

/**
 * `signature`: a signature of no one. `body`: a true header with another body. `other-author`: the forger's own signature under another's name.
 * `content`: a true attachment with the content of another file.
 */
export type Forgery = 'signature' | 'body' | 'other-author' | 'content'

/** False where this member has nothing yet to forge with. */
export async function forge(forgery: Forgery, by: Party, victim: Party, circle: CircleId, path: string): Promise<boolean> {
  const { session } = by.vault
  const dossier = session.held.dossiersOf(circle)[0]
  const held = dossier === undefined ? [] : session.held.inDossier(dossier)
  const target = held.findLast(({ event: { header } }) => (forgery === 'content' ? header.type === 'attachment.added' : header.log !== by.installation))?.event
  if (target === undefined || session.circle(circle) === null) return false
  const parts = forgery === 'content' ? { events: [target.signed], contents: [anotherContent(target.id)] } : { events: [forgedEvent(forgery, target, session.signerIn(circle))] }
  await sealByHand(session, path, { circle, to: victim.installation, counter: 9_999, ...parts }, testContext(fixedClock().now, 31))
  return true
}

function anotherContent(event: EventId): CarriedContent {
  const bytes = utf8('Nobody attached this.')
  let rest = bytes
  return {
    event, sizeBytes: bytes.length, hash: hasher(bytes),
    open: async () => ok({
      async fill(into) {
        into.set(rest)
        const { length } = rest
        rest = rest.subarray(length)
        return ok(length)
      },
      close: async () => undefined,
    }),
  }
}

function forgedEvent(forgery: Exclude<Forgery, 'content'>, { header, signed }: { header: Parameters<typeof composeEvent>[0]; signed: SignedEvent }, sign: Signer): SignedEvent {
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
