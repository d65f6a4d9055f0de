import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'

/** Any person of the delegation, whoever of it entered the reservation; also after the procedure in which it was given has ended. */
export const reservationLift: Handler<'reservation.lift'> = async ({ dossier, remark, reservation }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const entered = folded.state.reservations.find((one) => one.event === reservation)
  if (!entered) return err(refusal('reservation-unknown'))
  if (entered.delegation !== session.me.delegation) return err(refusal('reservation-of-another', { delegation: entered.delegation }))
  if (entered.lifted !== null) return err(refusal('reservation-lifted'))
  return authorInDossier(session, dossier, 'reservation.lifted', { reservation, remark })
}
