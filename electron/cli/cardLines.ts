/** A card as the command line prints it. */
import type { Output } from '../../shared/ipc/contract.ts'
import { columns } from './layout.ts'

type CardView = Output<'card.read'>

export function cardLines(card: CardView): string[] {
  return columns([
    ['Name', card.name], ['Delegation', card.delegation], ['Installation', card.installation], ['Safety words', card.safetyWords.join(' ')],
    ['Trusted', card.trusted ? 'yes' : 'no: compare the safety words by voice or in person, then use chancery card trust'],
  ])
}
