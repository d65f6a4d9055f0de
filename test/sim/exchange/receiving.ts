/** From the stick into a machine. */
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { heldEvents, type Party } from './party.ts'
import type { StickFile } from './stick.ts'
import type { Seen, World } from './world.ts'

/** Looks at a file, and imports it now or later. */
export async function receive(party: Party, file: StickFile, later: boolean, world: World): Promise<void> {
  const { broken, during, previews, stick } = world
  const must = mustOpen(party, file, world)
  const preview = await during(party, `looks at ${file.name}`, () => party.vault.attempt('bundle.preview', { source: party.vault.source(stick.path(file.name)) }))
  if (preview === null) return
  if (!preview.ok) return refused(preview.error, must, file, world)
  if (!file.whole) throw broken(`${file.name} is spoilt and opened`)
  const seen = { preview: preview.value.preview, courier: file.courier }
  if (later) previews.set(party, [...(previews.get(party) ?? []), seen])
  else await importOne(party, seen, false, world)
}

/** Whether this file must be accepted: whole, for this one, by a sender and a roster that it knows. */
function mustOpen(party: Party, { courier, whole }: StickFile, { template: { circle } }: World): boolean {
  const state = party.vault.session.circle(circle)
  return whole && courier.to.includes(party.delegation) && courier.from !== party.delegation
    && (state !== null ? state.epoch >= courier.epoch : courier.bringsRoster)
}

function refused(refusal: Refusal, must: boolean, file: StickFile, { broken, counts }: World): void {
  counts.refusals++
  if (must) throw broken(`${file.name} is whole and was refused: ${refusal.code} ${JSON.stringify(refusal.facts)}`)
  if (refusal.stage === null && refusal.code !== 'file-missing') throw broken(`${file.name} was refused without a stage: ${refusal.code} ${JSON.stringify(refusal.facts)}`)
}

async function importOne(party: Party, { preview, courier }: Seen, isLate: boolean, { acknowledge, broken, counts, during, keptAll }: World): Promise<void> {
  const answer = await during(party, 'imports', () => party.vault.attempt('bundle.import', { preview }))
  if (answer === null) return
  // A second look at the same file replaces the first.
  if (!answer.ok && answer.error.code === 'preview-gone' && isLate) return
  if (!answer.ok) throw broken(`an import was refused: ${answer.error.code} ${JSON.stringify(answer.error.facts)}`)
  counts.imports++
  acknowledge(party, [...heldEvents(party), ...courier.events])
  keptAll(party)
}

/** The oldest of what was looked at. */
export async function importLater(party: Party, world: World): Promise<void> {
  const [seen, ...rest] = world.previews.get(party) ?? []
  if (seen === undefined) return
  world.previews.set(party, rest)
  await importOne(party, seen, true, world)
}

/** Everything on the stick that is for them. */
export async function everybodyReceives(sender: Party, world: World): Promise<void> {
  for (const file of world.stick.files) {
    for (const party of world.parties) if (party !== sender && file.courier.to.includes(party.delegation)) await receive(party, file, false, world)
  }
}
