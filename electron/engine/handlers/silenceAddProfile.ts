import { err, ok } from '../../../shared/base/result.ts'
import { mayAddProfile, PROFILE_ADDED } from '../../../shared/dossier/profilesOf.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { profileFault } from '../../../shared/silence/profile.ts'
import type { Handler } from './context.ts'
import { myEntry } from './dossierPermission.ts'

/** Once added a kind never changes: procedures quote its words. Another is added beside it. */
export const silenceAddProfile: Handler<'silence.addProfile'> = async ({ circle: id, rules }, session) => {
  const circle = session.circle(id)
  if (!circle) return err(refusal('circle-unknown'))
  if (!mayAddProfile(myEntry(session, circle)?.roles ?? [])) return err(refusal('role-not-allowed', { role: 'chair or the secretariat' }))
  const fault = profileFault(rules)
  if (fault !== null) return err(refusal('profile-inconsistent', { fault }))
  return ok({ event: session.author({ circle: circle.circle, dossier: null }, PROFILE_ADDED, rules) })
}
