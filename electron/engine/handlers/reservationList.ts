import { err, ok } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { followPlace, placeLabel } from '../../../shared/dossier/reservedPassage.ts'
import type { Handler } from './context.ts'
import { mayAuthorHere } from './dossierPermission.ts'

type Row = Output<'reservation.list'>['reservations'][number]

export const reservationList: Handler<'reservation.list'> = async ({ dossier, text: id }, session) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  const text = folded.state.texts.find((one) => one.text === id)
  const latest = text?.revisions.at(-1)
  if (!text || !latest) return err(refusal('text-unknown'))
  const rows = folded.state.reservations.filter((one) => one.text === id).map((one): Row => {
    const now = one.place === null ? null : followPlace(text.revisions, one.rev, one.place, latest.rev)
    return {
      ...one, passage: one.place === null ? 'whole' : now === null ? 'gone' : 'here', now, label: placeLabel(text.revisions, one.rev, one.place), mine: one.delegation === session.me.delegation,
    }
  })
  return ok({ latestRev: latest.rev, reservations: rows, me: session.me.delegation, mayEnter: mayAuthorHere(session, folded, 'reservation.entered') })
}
