/** A secretariat that exists only as keys, and one bundle of many events from it for one reader. */
import { createIdentity, hasher, hashingAside, randomBytes, sealerOf, signerOf } from '../electron/engine/keys/index.ts'
import { writeBundle } from '../electron/engine/outgoing/writeBundle.ts'
import { encodeCardFile } from '../shared/circle/cardFile.ts'
import type { SignedCard } from '../shared/circle/card.ts'
import { parseSignedCard, signCard } from '../shared/circle/identity.ts'
import { dossierIdOf } from '../shared/dossier/identity.ts'
import { NO_CIRCLE, circleOf, composeEvent } from '../shared/log/encode.ts'
import type { EventHeader, ParsedEvent, SignedEvent } from '../shared/log/event.ts'
import type { CborValue } from '../shared/base/cbor.ts'
import { verifier } from '../electron/engine/keys/index.ts'

const MADE_UTC_MS = Date.UTC(2031, 9, 12)
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }

export interface LoneSecretariat {
  readonly cardFile: Uint8Array
  /** Founds a circle, admits the reader, opens a dossier and takes `positions` positions in it, all in one file. */
  writeBundle(path: string, reader: SignedCard, positions: number): Promise<void>
}

export function loneSecretariat(): LoneSecretariat {
  const identity = createIdentity(randomBytes)
  const sign = signerOf(identity)
  const { signingKey, sealingKey } = identity
  const card = signCard({ v: 1, name: 'Bench GSC', delegation: 'GSC', signingKey, sealingKey, madeAtUtcMs: MADE_UTC_MS }, sign)
  const say = (place: Pick<EventHeader, 'circle' | 'dossier' | 'rosterEpoch'>, prev: ParsedEvent | null, type: string, body: CborValue): ParsedEvent => composeEvent({
    ...place, log: identity.installation, seq: (prev?.header.seq ?? 0) + 1, prev: prev?.id ?? null, heads: [], type, claimedAtUtcMs: MADE_UTC_MS,
  }, body, hasher, sign)
  return {
    cardFile: encodeCardFile(card),
    async writeBundle(path, readerCard, positions) {
      const reader = parseSignedCard(readerCard, { hash: hasher, verify: verifier })
      if (!reader.ok) throw new Error(reader.error)
      const genesis = say({ circle: NO_CIRCLE, dossier: null, rosterEpoch: 1 }, null, 'circle.founded', { name: 'Bench', kind: 'HWPCI', secretariat: { ...card }, nonce: randomBytes(16) })
      const circle = circleOf(genesis)
      const change = { kind: 'admitted', card: { ...readerCard }, roles: ['delegate'], member: true }
      const admission = say({ circle, dossier: null, rosterEpoch: 1 }, genesis, 'roster.changed', { epoch: 2, predecessor: genesis.id, change })
      const nonce = randomBytes(16)
      const place = { circle, dossier: dossierIdOf({ circle, log: identity.installation, nonce }, hasher), rosterEpoch: 2 }
      let last = say(place, null, 'dossier.opened', {
        reference: 'BENCH 1', title: 'Bench', kind: 'exercise', summary: '', marking: MARKING, distribution: [reader.value.card.delegation], nonce,
      })
      const events: SignedEvent[] = [genesis, admission, last].map((event) => event.signed)
      for (let at = 0; at < positions; at++) {
        last = say(place, last, 'position.taken', { subject: `Point ${at}`, stance: 'support', remark: 'We can support the measure as it stands.' })
        events.push(last.signed)
      }
      const facts = {
        circle, sender: identity.installation, counter: 1, previous: null, sealedAtUtcMs: MADE_UTC_MS, roster: { epoch: 2, head: admission.id }, frontier: [], marking: null,
      }
      const written = await writeBundle(path, { facts, recipients: [reader.value], events }, { sealer: sealerOf(randomBytes), sign, hash: hasher, hashingAside })
      if (!written.ok) throw new Error(written.error)
    },
  }
}
