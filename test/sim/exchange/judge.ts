/** What must hold once the stick has healed and everybody has sent what others lacked. */
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { EVENT_LABEL } from '../../../shared/log/labels.ts'
import { ed25519Verify } from '../../vectors/oracle.ts'
import { judgeContents } from './attaching.ts'
import { countingBy, type Counting } from './counting.ts'
import type { Party } from './party.ts'
import { membersThat, rosterOf } from './standing.ts'
import type { World } from './world.ts'

/** The state that all ended with who still take part. */
export async function judgeAll(world: World): Promise<string> {
  const { broken, keptAll, parties, said, secretariat, template } = world
  for (const party of parties) {
    keptAll(party)
    for (const { id } of party.events()) if (!said.has(id)) throw broken(`${party.delegation} holds ${id}, which nobody said`)
  }
  const present = [secretariat, ...membersThat('present', world)]
  const counting = countingBy(rosterOf(world), secretariat.events())
  const everywhere = new Set([...present.flatMap((party) => promised(party, world)), ...counting.named.map(({ event }) => event)])
  for (const party of present) {
    const here = new Set(party.events().map(({ id }) => id))
    for (const id of everywhere) if (!here.has(id)) throw broken(`${party.delegation} lacks ${id} after healing`)
    judgeCounting(party, counting, world)
  }
  await judgeContents(present, world)
  const hashes = present.map((party) => party.vault.session.dossier(template.dossier)?.stateHash ?? 'no dossier')
  const [hash = 'no dossier'] = hashes
  if (new Set(hashes).size !== 1 || hash === 'no dossier') throw broken(`the states differ: ${hashes.join(' ')}`)
  return hash
}

/**
 * What everybody must have in the end because this one told its person that it is there. What still waits does so for somebody who is not
 * heard any more, and is kept by this one alone.
 */
function promised(party: Party, world: World): EventId[] {
  const { acknowledged, broken } = world
  const waiting = party.waiting()
  const heard = new Set([world.secretariat, ...membersThat('present', world)].map(({ installation }) => installation))
  if (waiting.some(({ header }) => heard.has(header.log))) throw broken(`${party.delegation} still waits for ancestors`)
  const waits = new Set(waiting.map(({ id }) => id))
  return [...acknowledged(party)].filter((id) => !waits.has(id))
}

/** What was taken away from somebody has no effect, and nothing else is taken away. */
function judgeCounting(party: Party, { isTaken }: Counting, { broken, template }: World): void {
  const { state } = party.vault.session.dossier(template.dossier) ?? {}
  if (state === undefined) return
  const counted = new Set(state.timeline.map(({ event }) => event))
  const taken = new Set(state.setAside.filter(({ why }) => why === 'quarantined').map(({ event }) => event))
  for (const event of party.events().filter(({ header }) => header.dossier === template.dossier)) {
    if (isTaken(event) && (counted.has(event.id) || !taken.has(event.id))) throw broken(`${party.delegation} counts ${event.id}, which was taken away from its author`)
    if (!isTaken(event) && taken.has(event.id)) throw broken(`${party.delegation} does not count ${event.id}, which nobody took away from its author`)
  }
}

/** With another implementation of the signature, and with the engine's own reading of the whole vault. */
export async function examineOne({ broken, parties, seed, template }: World): Promise<void> {
  const party = parties[seed % parties.length]
  if (party === undefined) throw new Error('nobody')
  const keys = new Map(party.vault.session.circle(template.circle)?.entries.map((entry) => [entry.installation, entry.signingKey]))
  for (const { header, signed, id } of party.events()) {
    const key = keys.get(header.log)
    if (key === undefined || !ed25519Verify(key, concat(utf8(EVENT_LABEL), signed.header), signed.signature)) throw broken(`${party.delegation} holds ${id}, which is not signed`)
  }
  const { faults } = await party.vault.call('vault.verify', {})
  if (faults.length > 0) throw broken(`the vault of ${party.delegation} is not sound: ${faults.join('; ')}`)
}
