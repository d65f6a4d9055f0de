import { err, ok } from '../../../shared/base/result.ts'
import { mayRecordFor } from '../../../shared/dossier/permissions.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { isPlaceIn } from '../../../shared/text/place.ts'
import type { Handler } from './context.ts'
import { authorInDossier } from './dossierPermission.ts'
import { findText } from './textFind.ts'

export const textComment: Handler<'text.comment'> = async (input, session) => {
  const found = findText(session, input)
  if (!found.ok) return found
  const { text, latest } = found.value
  const { thread, act } = input
  const words = input.words.trim()
  if (thread !== null && !text.comments.some((one) => one.event === thread)) return err(refusal('thread-unknown'))
  if (input.onBehalfOf !== undefined && !mayRecordFor(session.me.delegation)) return err(refusal('role-not-allowed'))
  if (words === '' && (thread === null || act === 'said')) return err(refusal('nothing-said'))
  const place = thread === null ? input.place : null
  if (place !== null && !isPlaceIn(latest.document, place)) return err(refusal('amendment-misplaced'))
  const said = authorInDossier(session, input.dossier, 'text.commented', { text: input.text, against: latest.event, thread, place, act: thread === null ? 'said' : act, words, ...(input.onBehalfOf === undefined ? {} : { onBehalfOf: input.onBehalfOf }) })
  return said.ok ? ok(said.value) : said
}
