import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { standsIn } from './placeIn.ts'

export const reservationEnter: Handler<'reservation.enter'> = async ({ dossier, place, remark, reservation, text: id }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const latest = folded.state.texts.find((one) => one.text === id)?.revisions.at(-1)
  if (!latest) return err(refusal('text-unknown'))
  if (place !== null && !standsIn(latest.document, place)) return err(refusal('place-unknown'))
  return authorInDossier(session, dossier, 'reservation.entered', { text: id, revision: latest.event, reservation, place, remark })
}
