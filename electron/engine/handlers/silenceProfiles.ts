import { err, ok } from '../../../shared/base/result.ts'
import { mayAddProfile } from '../../../shared/dossier/profilesOf.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { myEntry } from './dossierPermission.ts'
import { kindsIn } from './silenceKinds.ts'

export const silenceProfiles: Handler<'silence.profiles'> = async (input, session) => {
  const circle = session.circle(input.circle)
  if (!circle) return err(refusal('circle-unknown'))
  return ok({ profiles: [...kindsIn(session, circle).values()], mayAdd: mayAddProfile(myEntry(session, circle)?.roles ?? []) })
}
