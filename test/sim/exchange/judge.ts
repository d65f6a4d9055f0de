/** What must hold once the stick has healed and everybody has sent what others lacked. */
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import { EVENT_LABEL } from '../../../shared/log/labels.ts'
import { ed25519Verify } from '../../vectors/oracle.ts'
import type { World } from './world.ts'

/** The state that all ended with. */
export function judgeAll({ acknowledged, broken, keptAll, parties, said, template }: World): string {
  parties.forEach(keptAll)
  const everything = new Set(parties.flatMap((party) => [...acknowledged(party)]))
  for (const party of parties) {
    const events = party.events()
    const here = new Set(events.map(({ id }) => id))
    if (party.waiting().length > 0) throw broken(`${party.delegation} still waits for ancestors`)
    for (const { id } of events) if (!said.has(id)) throw broken(`${party.delegation} holds ${id}, which nobody said`)
    for (const id of everything) if (!here.has(id)) throw broken(`${party.delegation} lacks ${id} after healing`)
  }
  const hashes = parties.map((party) => party.vault.session.dossier(template.dossier)?.stateHash ?? 'no dossier')
  const [hash = 'no dossier'] = hashes
  if (new Set(hashes).size !== 1 || hash === 'no dossier') throw broken(`the states differ: ${hashes.join(' ')}`)
  return hash
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
