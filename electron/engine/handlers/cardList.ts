import { ok } from '../../../shared/base/result.ts'
import { viewCard } from './cardView.ts'
import type { VaultHandler } from './context.ts'

/** Cards read on this machine. Those of a roster stand in the circle. */
export const cardList: VaultHandler<'card.list'> = async (_input, session, context) =>
  ok({ cards: session.store.cards.all().flatMap((card) => viewCard(card, session, context) ?? []) })
