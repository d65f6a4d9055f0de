/** A bundle through the whole door: opened, its events verified, and found to belong here. Nothing is changed. */
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { signingKeyOf } from '../../../shared/circle/fold.ts'
import { parseSignedCard } from '../../../shared/circle/identity.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { circleOf } from '../../../shared/log/encode.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { placeEvents, type Placement } from '../../../shared/log/place.ts'
import { openBundle, type OpenedBundle } from '../intake/openBundle.ts'
import { verifyBundleEvents, type VerifiedBundle } from '../intake/verifyBundleEvents.ts'
import { newHashing, openerOf } from '../keys/index.ts'
import type { HandlerContext, VaultSession } from './context.ts'

/** Signed by its sender, whole, for me, and out of its last stage. */
export interface CheckedBundle extends VerifiedBundle {
  readonly hash: Hash
  /** As the person chose it; for the history only. */
  readonly fileName: string
  readonly opened: OpenedBundle
}

export async function checkBundle(
  path: string, fileName: string, session: VaultSession, context: HandlerContext,
): Promise<Result<CheckedBundle, Refusal>> {
  const opened = await openBundle(path, {
    opener: openerOf([session.keys]), me: session.me.installation, verify: context.verify, newHashing,
    keyOf: (sender) => keyOfSender(sender, session, context),
  })
  if (!opened.ok) return opened
  const verified = verifyOpened(opened.value, session, context)
  return verified.ok ? ok({ ...verified.value, hash: opened.value.bundle, fileName, opened: opened.value }) : verified
}

/** The stages after opening, against what this machine holds now: at the preview, and once more at the import. */
export function verifyOpened(opened: OpenedBundle, session: VaultSession, context: HandlerContext): Result<VerifiedBundle, Refusal> {
  const verified = verifyBundleEvents(opened, {
    circleEvents: session.held.inCircle(opened.manifest.circle).map((stored) => stored.event),
    isTrusted: (installation) => session.isMe(installation) || session.store.cards.get(installation)?.trusted === true,
    ports: context,
  })
  if (!verified.ok) return verified
  if (verified.value.events.some((event) => isForeign(event, session))) return err(refusal('bundle-foreign-circle', {}, 'policy'))
  return verified
}

/** What arrived, and what waited here before, in their places. */
export function placeArrived({ circle, events }: VerifiedBundle, session: VaultSession): Placement {
  return placeEvents(session.held, [...events, ...session.store.waiting.of(circle.circle)])
}

/** In a roster here, or with a card whose safety words were compared; otherwise a stranger. */
function keyOfSender(sender: InstallationId, session: VaultSession, context: HandlerContext): SigningPublicKey | null {
  for (const state of session.circles()) {
    const key = signingKeyOf(state, sender)
    if (key !== null) return key
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
