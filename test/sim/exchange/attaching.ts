/** Contents of attachments: said by one machine, carried by bundles, and given out again byte for byte. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventId } from '../../../shared/base/identifiers.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import type { Party } from './party.ts'
import type { World } from './world.ts'

/** Less than a chunk, a chunk to the byte, and several. */
const SIZES = [300, 5_000, 65_536, 70_000, 200_000] as const
/** Random bytes that all contents are cut out of. */
const STUFF = seededRandom(60)(400_000)
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }

export async function attach(party: Party, world: World): Promise<void> {
  const { acknowledge, broken, contents, counts, dice, during, keptContents, template: { dossier }, trace } = world
  const name = `evidence-${trace.length}.bin`
  const size = dice.pick(SIZES)
  const bytes = STUFF.subarray(dice.below(STUFF.length - size)).subarray(0, size)
  const path = join(party.desk, name)
  writeFileSync(path, bytes)
  // Even where nobody is told of it, it may have been said.
  contents.set(name, bytes)
  const answer = await during(party, `attaches ${bytes.length} bytes`, () => party.vault.attempt('attachment.add', { dossier, source: party.vault.source(path), marking: MARKING, limitedTo: null }))
  rmSync(path)
  if (answer === null) return
  if (!answer.ok) {
    if (answer.error.code !== 'dossier-unknown' && answer.error.code !== 'role-not-allowed') throw broken(`an attachment was refused: ${answer.error.code}`)
    return
  }
  counts.attachments++
  acknowledge(party, [answer.value.attachment])
  keptContents(party).add(answer.value.attachment)
}

/** Whoever takes part has every content that anybody of them has, and gives it out as it was attached. */
export async function judgeContents(present: readonly Party[], world: World): Promise<void> {
  const { broken, template: { dossier } } = world
  const attached = present.map((party) => party.vault.session.dossier(dossier)?.state.attachments ?? [])
  const somewhere = new Set(attached.flat().filter(({ event }) => present.some((party) => party.hasContent(event))).map(({ event }) => event))
  for (const party of present) {
    for (const { event, name } of party.vault.session.dossier(dossier)?.state.attachments ?? []) {
      if (!somewhere.has(event)) continue
      if (!party.hasContent(event)) throw broken(`${party.delegation} lacks the content of ${name} after healing`)
      await judgeContent(party, event, name, world)
    }
  }
}

async function judgeContent(party: Party, attachment: EventId, name: string, { broken, contents, template: { dossier } }: World): Promise<void> {
  const answer = await party.vault.attempt('attachment.export', { dossier, attachment, target: party.vault.target(party.desk), inTheClear: true })
  if (!answer.ok) throw broken(`${party.delegation} cannot give out ${name}: ${answer.error.code}`)
  const path = join(party.desk, answer.value.fileName)
  const given = readFileSync(path)
  rmSync(path)
  const attached = contents.get(name)
  if (attached === undefined || !given.equals(attached)) throw broken(`${party.delegation} gives out something else for ${name}`)
}
