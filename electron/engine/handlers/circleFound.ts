import type { CircleId } from '../../../shared/base/identifiers.ts'
import { ok } from '../../../shared/base/result.ts'
import { NO_CIRCLE } from '../../../shared/log/encode.ts'
import { viewCircle } from './circleView.ts'
import type { VaultHandler } from './context.ts'

/** Whoever founds a circle is its secretariat. What is answered is read inside the same transaction: a circle that cannot be shown was not founded. */
export const circleFound: VaultHandler<'circle.found'> = async ({ name, kind }, session, { random }) => ok(session.transaction(() => {
  const secretariat = { card: session.myCard.card, signature: session.myCard.signature }
  const genesis: string = session.author({ circle: NO_CIRCLE, dossier: null }, 'circle.founded', { name, kind, secretariat, nonce: random(16) })
  const state = session.circle(genesis as CircleId)
  if (state === null) throw new Error('a circle that was just founded does not fold')
  return viewCircle(state, session)
}))
