import { compareDelegations } from '../../../shared/base/delegations.ts'
import { err, ok } from '../../../shared/base/result.ts'
import { DOSSIER_NONCE_BYTES, dossierIdOf } from '../../../shared/dossier/identity.ts'
import { mayAuthor } from '../../../shared/dossier/permissions.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { myEntry } from './dossierPermission.ts'

/** My own delegation is always on the distribution list: nobody opens a dossier that it may not have. */
export const dossierOpen: Handler<'dossier.open'> = async ({ circle: id, ...opened }, session, context) => {
  const circle = session.circle(id)
  if (!circle) return err(refusal('circle-unknown'))
  const entry = myEntry(session, circle)
  if (!entry || !mayAuthor('dossier.opened', entry, null)) return err(refusal('role-not-allowed'))
  const nonce = context.random(DOSSIER_NONCE_BYTES)
  const dossier = dossierIdOf({ circle: id, log: session.installationIn(id), nonce }, context.hash)
  const distribution = [...new Set([...opened.distribution, entry.delegation])].sort(compareDelegations)
  const event = session.author({ circle: id, dossier }, 'dossier.opened', { ...opened, distribution, nonce })
  return ok({ dossier, event })
}
