/** A bundle through the whole door: opened, its events verified, and found to belong here. Nothing is changed. */
import type { CircleId, Hash } from '../../../shared/base/identifiers.ts'
import type { SigningPublicKey, Verifier } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { foldCircle } from '../../../shared/circle/fold.ts'
import { signingKeyOf, type CircleState } from '../../../shared/circle/roster.ts'
import { parseSignedCard, type CardPorts } from '../../../shared/circle/identity.ts'
import type { Manifest } from '../../../shared/bundle/manifest.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { EVENT_LABEL, circleOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { placeEvents, type Placement } from '../../../shared/log/place.ts'
import type { ReadEvent } from '../../../shared/log/verify.ts'
import type { CircleKnowledge } from '../intake/arrivedRoster.ts'
import { openBundle, type BundleKeys, type OpenedBundle } from '../intake/openBundle.ts'
import { readArrivals, rosterBrought, signaturesAhead, verifyArrivals, type VerifiedBundle } from '../intake/verifyBundleEvents.ts'
import { hashingAside, newHashing, openerOf } from '../keys/index.ts'
import { createStaging, type Staging } from './bundleStaging.ts'
import type { HandlerContext, VaultSession } from './context.ts'
import { isWhole, keepConflict } from './rosterConflict.ts'

/** Signed by its sender, whole and for me; its events read, and their signatures checked. */
interface ReadBundle {
  readonly opened: OpenedBundle
  readonly arrivals: readonly ReadEvent[]
  /** Remembers what it found of the signatures, so that the import need not check them once more. */
  readonly verify: Verifier
}

/** Out of its last stage. */
export interface CheckedBundle extends VerifiedBundle, ReadBundle {
  readonly hash: Hash
  /** As the person chose it; for the history only. */
  readonly fileName: string
  /** Contents of attachments that came with it. */
  readonly staging: Staging
}

export async function checkBundle(
  path: string, fileName: string, session: VaultSession, context: HandlerContext, brought: Brought = nothing,
): Promise<Result<CheckedBundle, Refusal>> {
  const staging = createStaging(session.store.blobs, context.random)
  let kept = false
  try {
    const checked = await checkStaged(path, { brought, fileName, session, staging, context })
    kept = checked.ok
    return checked
  } finally {
    // Also where the person cancelled.
    if (!kept) await staging.discard()
  }
}

/** Events that govern a circle and come with other files of the same batch. */
type Brought = (circle: CircleId) => readonly VerifiedEvent[]
const nothing: Brought = () => []

interface Check {
  readonly brought: Brought
  readonly fileName: string
  readonly session: VaultSession
  readonly staging: Staging
  readonly context: HandlerContext
}

async function checkStaged(path: string, { brought, context, fileName, session, staging }: Check): Promise<Result<CheckedBundle, Refusal>> {
  const known = { session, brought }
  const opened = await openBundle(path, {
    opener: openerOf([...session.ownKeys.all.map(({ keys }) => keys), ...session.formers]),
    isMe: (one) => session.isMe(one) || session.formers.some((former) => former.installation === one),
    verify: context.verify, newHashing, hashingAside,
    keyOf: (_sender, manifest) => keyOfSender(manifest, known, context),
    keyBrought: (manifest) => keyBrought(manifest, known, context),
  }, undefined, staging)
  if (!opened.ok) return opened
  const read = await readBundle(opened.value, known, context)
  if (!read.ok) return read
  const { circle } = opened.value.manifest
  const whole = isWhole(circle, session)
  if (!whole.ok) return whole
  const verified = verifyOpened(read.value, session, context, brought)
  if (!verified.ok && verified.error.code === 'roster-conflict') keepConflict(circle, read.value.arrivals, knowledgeOf(circle, known, context), session, context.now())
  return verified.ok ? ok({ ...verified.value, ...read.value, hash: opened.value.bundle, fileName, staging }) : verified
}

async function readBundle(opened: OpenedBundle, known: Known, context: HandlerContext): Promise<Result<ReadBundle, Refusal>> {
  const arrivals = readArrivals(opened, context)
  if (!arrivals.ok) return arrivals
  const checks = signaturesAhead(opened.manifest, arrivals.value, knowledgeOf(opened.manifest.circle, known, context))
  return ok({ opened, arrivals: arrivals.value, verify: await context.verifyAhead(EVENT_LABEL, checks, context.signal) })
}

/** The stages after opening, against what this machine holds now: at the preview, and once more at the import. */
export function verifyOpened(
  { opened: { manifest }, arrivals, verify }: ReadBundle, session: VaultSession, { hash }: HandlerContext, brought: Brought = nothing,
): Result<VerifiedBundle, Refusal> {
  const verified = verifyArrivals(manifest, arrivals, knowledgeOf(manifest.circle, { session, brought }, { hash, verify }))
  if (!verified.ok) return verified
  if (verified.value.events.some((event) => isForeign(event, session))) return err(refusal('bundle-foreign-circle', {}, 'policy'))
  return verified
}

/** What is here, and what other files of the same batch bring. */
interface Known {
  readonly session: VaultSession
  readonly brought: Brought
}

function governing(circle: CircleId, { brought, session }: Known): VerifiedEvent[] {
  return [...session.held.inCircle(circle).map((stored) => stored.event), ...brought(circle).filter((event) => !session.held.has(event.id))]
}

/** The roster with what other files bring; null for a circle that is not known. */
function rosterKnown(circle: CircleId, known: Known, ports: CardPorts): CircleState | null {
  if (known.brought(circle).length === 0) return known.session.circle(circle)
  const folded = foldCircle(circle, governing(circle, known), ports)
  return folded.ok ? folded.value : null
}

function knowledgeOf(circle: CircleId, known: Known, ports: CardPorts): CircleKnowledge {
  const { session } = known
  return {
    circleEvents: governing(circle, known),
    isTrusted: (installation) => session.isMe(installation) || session.store.cards.get(installation)?.trusted === true,
    ports,
  }
}

/** What arrived, and what waited here before, in their places. */
export function placeArrived({ circle, events }: VerifiedBundle, session: VaultSession): Placement {
  return placeEvents(session.held, [...events, ...session.store.waiting.of(circle.circle)])
}

/** A sender may have changed its key in a roster that is not here yet. */
function keyBrought(manifest: Manifest, known: Known, context: HandlerContext): ReturnType<BundleKeys['keyBrought']> {
  const { circle, roster, sender } = manifest
  if (roster.epoch <= (rosterKnown(circle, known, context)?.epoch ?? 0)) return null
  return (events) => {
    const brought = rosterBrought({ manifest, events }, knowledgeOf(circle, known, context))
    return brought && signingKeyOf(brought, sender, roster.epoch)
  }
}

/** In a roster here, or with a card whose safety words were compared; otherwise a stranger. */
function keyOfSender({ circle, roster, sender }: Manifest, known: Known, context: HandlerContext): SigningPublicKey | null {
  const { session } = known
  const state = rosterKnown(circle, known, context)
  const key = state && signingKeyOf(state, sender, roster.epoch)
  if (key !== null) return key
  for (const other of session.circles()) {
    const known = signingKeyOf(other, sender, other.epoch)
    if (known !== null) return known
  }
  const card = session.store.cards.get(sender)
  if (card === null || !card.trusted) return null
  const parsed = parseSignedCard(card.signed, context)
  return parsed.ok ? parsed.value.signingKey : null
}

/** A dossier belongs to one circle: nobody adds to it from another. */
function isForeign(event: VerifiedEvent, { held }: VaultSession): boolean {
  const first = event.header.dossier === null ? undefined : held.inDossier(event.header.dossier)[0]
  return first !== undefined && circleOf(first.event) !== circleOf(event)
}
