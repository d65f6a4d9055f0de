/** A card as the screens and the command line see it. */
import { parseSignedCard, safetyWords } from '../../../shared/circle/identity.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { KeptCard } from '../vault/cardsTable.ts'
import type { HandlerContext, VaultSession } from './context.ts'

export type CardView = Output<'card.read'>

/** Null for bytes that are no card: what is kept was checked when it was read. */
export function viewCard({ installation, signed, trusted }: KeptCard, session: VaultSession, context: HandlerContext): CardView | null {
  const parsed = parseSignedCard(signed, context)
  if (!parsed.ok) return null
  const { name, delegation } = parsed.value.card
  const inRoster = session.circles().some((state) => state.entries.some((entry) => entry.installation === installation))
  return { installation, name, delegation, safetyWords: safetyWords(installation), trusted: trusted || inRoster || session.isMe(installation) }
}
