/** From the stick into a machine. */
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { heldEvents, type Party } from './party.ts'
import { standingIn, type Standing } from './standing.ts'
import type { StickFile } from './stick.ts'
import type { Seen, World } from './world.ts'

/** Looks at a file, and imports it now or later. */
export async function receive(party: Party, file: StickFile, later: boolean, world: World): Promise<void> {
  const { broken, during, previews, stick } = world
  const must = mustAnswer(party, file, world)
  const preview = await during(party, `looks at ${file.name}`, () => party.vault.attempt('bundle.preview', { source: party.vault.source(stick.path(file.name)) }))
  if (preview === null) return
  if (!preview.ok) return refused(preview.error, must, file, world)
  if (!file.whole) throw broken(`${file.name} is spoilt and opened`)
  if (must !== null && must !== 'opens') throw broken(`${file.name} is by ${file.courier.from} and opened: ${must}`)
  const seen = { preview: preview.value.preview, courier: file.courier }
  if (later) previews.set(party, [...(previews.get(party) ?? []), seen])
  else await importOne(party, seen, false, world)
}

/** Nothing else is right; null where it may be one thing or the other. */
type Must = 'opens' | 'bundle-sender-suspended' | 'bundle-sender-unknown' | null

/** A file that is whole and for this one, under a roster that it knows, opens, unless the sender is suspended or out. */
function mustAnswer(party: Party, { courier, whole }: Pick<StickFile, 'courier' | 'whole'>, { parties, template: { circle } }: World): Must {
  const sender = parties.find((one) => one.delegation === courier.from)
  if (sender === undefined || sender === party || !whole || !courier.to.includes(party.delegation)) return null
  const state = party.vault.session.circle(circle)
  if (state === null) return courier.bringsRoster ? 'opens' : null
  return state.epoch < courier.epoch ? null : ANSWERS[standingIn(state, sender.installation)]
}

const ANSWERS = { present: 'opens', suspended: 'bundle-sender-suspended', out: 'bundle-sender-unknown' } as const satisfies Record<Standing, Must>

function refused(refusal: Refusal, must: Must, file: StickFile, { broken, counts }: World): void {
  counts.refusals++
  if (must === 'opens') throw broken(`${file.name} is whole and was refused: ${told(refusal)}`)
  if (must !== null && !isBySender(refusal, must)) throw broken(`${file.name} was refused, and not because of ${file.courier.from}: ${told(refusal)}`)
  if (refusal.stage === null && refusal.code !== 'file-missing') throw broken(`${file.name} was refused without a stage: ${told(refusal)}`)
}

function isBySender({ code, stage }: Refusal, must: Must): boolean {
  return code === must && stage === 'policy'
}

function told({ code, facts }: Refusal): string {
  return `${code} ${JSON.stringify(facts)}`
}

async function importOne(party: Party, { preview, courier }: Seen, isLate: boolean, world: World): Promise<void> {
  const { acknowledge, broken, counts, during, keptAll, keptContents } = world
  // The sender may have been suspended or removed since.
  const must = mustAnswer(party, { courier, whole: true }, world)
  const answer = await during(party, 'imports', () => party.vault.attempt('bundle.import', { preview }))
  if (answer === null) return
  if (!answer.ok) {
    // A second look at the same file replaces the first.
    if (answer.error.code === 'preview-gone' && isLate) return
    if (!isBySender(answer.error, must)) throw broken(`an import was refused: ${told(answer.error)}`)
    counts.refusals++
    return
  }
  if (must !== 'opens' && must !== null && answer.value.import !== null) throw broken(`an import is by ${courier.from} and was done: ${must}`)
  counts.imports++
  acknowledge(party, [...heldEvents(party), ...courier.events])
  // A file that was known already brought nothing.
  if (answer.value.import !== null) for (const attachment of courier.contents) if (party.lacks([attachment]) === null) keptContents(party).add(attachment)
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
