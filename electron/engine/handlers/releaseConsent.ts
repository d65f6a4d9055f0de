import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { VaultHandler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { delegationOf } from './releaseFacts.ts'

/** The same question that everybody's fold asks afterwards: does the item come from the delegation that consents? */
export const releaseConsent: VaultHandler<'release.consent'> = async ({ dossier, ...said }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const item = folded.events.find((stored) => stored.event.id === said.item)
  if (item === undefined) return err(refusal('event-unknown'))
  const originator = delegationOf(item.event, folded.circle)
  if (originator !== session.me.delegation) return err(refusal('not-originator', originator === null ? {} : { delegation: originator }))
  return authorInDossier(session, dossier, 'release.consented', said)
}
