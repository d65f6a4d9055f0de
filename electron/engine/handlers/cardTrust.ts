import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { viewCard } from './cardView.ts'
import type { VaultHandler } from './context.ts'

export const cardTrust: VaultHandler<'card.trust'> = async ({ installation, safetyWordsCompared }, session, context) => {
  const kept = session.store.cards.get(installation)
  const view = kept === null ? null : viewCard(kept, session, context)
  if (view === null) return err(refusal('card-unknown'))
  if (!safetyWordsCompared) return err(refusal('safety-words-not-compared'))
  session.transaction(() => {
    session.store.cards.trust(installation)
    session.record('card.trusted', `${view.name} (${view.delegation}): ${view.safetyWords.join(' ')}`, 'done', null)
  })
  return ok({ ...view, trusted: true })
}
