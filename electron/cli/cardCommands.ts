/** `chancery card ...` */
import { ok } from '../../shared/base/result.ts'
import { cardLines } from './cardLines.ts'
import type { Command, CommandGroup } from './command.ts'
import { short, table } from './layout.ts'
import { cardFromQr } from './opticalCommands.ts'
import { cardKeys, cardRenew } from './ownKeyCommands.ts'
import { findCard } from './references.ts'

const write: Command = {
  path: ['card', 'write'],
  summary: 'write your card into a folder, to hand it over',
  positionals: [{ name: 'TARGET', help: 'folder, for example the stick' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const written = await run.call('card.write', { target: run.target(run.args.positional('TARGET')) })
    if (!written.ok) return written
    const { fileName, safetyWords } = written.value
    return ok({ result: written.value, lines: [`Written: ${fileName}`, `Safety words: ${safetyWords.join(' ')}`] })
  },
}

const read: Command = {
  path: ['card', 'read'],
  summary: 'read a card that was handed over; it stays untrusted until its safety words are compared',
  positionals: [{ name: 'FILE', help: 'the card' }],
  options: {},
  vault: 'open',
  run: async (run) => {
    const card = await run.call('card.read', { source: run.source(run.args.positional('FILE')) })
    return card.ok ? ok({ result: card.value, lines: cardLines(card.value) }) : card
  },
}

const trust: Command = {
  path: ['card', 'trust'],
  summary: 'say that the safety words of a card were compared by voice or in person',
  positionals: [{ name: 'CARD', help: 'delegation code, name, or first digits of the installation' }],
  options: { 'safety-words-compared': { type: 'boolean', help: 'the six words were compared and are the same' } },
  vault: 'open',
  run: async (run) => {
    const card = await findCard(run, run.args.positional('CARD'))
    if (!card.ok) return card
    const safetyWordsCompared = run.args.flag('safety-words-compared')
    const trusted = await run.call('card.trust', { installation: card.value.installation, safetyWordsCompared })
    return trusted.ok ? ok({ result: trusted.value, lines: cardLines(trusted.value) }) : trusted
  },
}

const list: Command = {
  path: ['card', 'list'],
  summary: 'list the cards that this vault knows',
  positionals: [],
  options: {},
  vault: 'open',
  run: async (run) => {
    const found = await run.call('card.list', {})
    if (!found.ok) return found
    const rows = found.value.cards.map((card) => [
      card.delegation, card.name, short(card.installation), card.trusted ? 'trusted' : 'not compared', card.safetyWords.join(' '),
    ])
    return ok({ result: found.value, lines: table(['Delegation', 'Name', 'Installation', 'Safety words are', 'Safety words'], rows, 'No cards.') })
  },
}

export const cardCommands: CommandGroup = {
  name: 'card', summary: 'public identities, exchanged as small files or QR codes, compared by safety words', commands: [write, read, cardFromQr, trust, list, cardKeys, cardRenew],
}
