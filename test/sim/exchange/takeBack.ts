/** A machine undoes one of its imports. The power may fail meanwhile: then it is undone, or it is not. */
import { laterImports, whyItStays } from '../../../electron/engine/handlers/undoObstacle.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { Dice } from './dice.ts'
import type { Party } from './party.ts'

export interface TakingBack {
  readonly dice: Dice
  /** What this machine told its person to be there. */
  readonly acknowledged: Set<EventId>
  /** The same of contents. */
  readonly keptContents: Set<EventId>
  /** One call of the engine, null where the power failed. */
  during<T>(what: string, call: () => Promise<Result<T, Refusal>>): Promise<Result<T, Refusal> | null>
  broken(what: string): Error
}

/** Whether one was undone. */
export async function takeBack(party: Party, { acknowledged, broken, dice, during, keptContents }: TakingBack): Promise<boolean> {
  const standing = party.vault.session.store.imports.standing()
  if (standing.length === 0) return false
  const kept = dice.pick(standing)
  const obstacle = whyItStays(kept, party.vault.session)
  const { changes, place } = kept
  const signedAnew = laterImports(kept, party.vault.session).flatMap((one) => one.changes.receipts)
  const goes = [...changes.admitted, ...changes.receipts, ...changes.waiting, ...signedAnew].filter((id) => acknowledged.delete(id))
  const goesWithContent = changes.contents.filter((id) => keptContents.delete(id))
  const stood = hashes(party)
  const answer = await during(`undoes import ${place} of ${changes.fileNames.join(', ')}`, () => party.vault.attempt('bundle.undo', { import: place }))
  const { state } = party.vault.session.store.imports.get(place) ?? { state: 'undone' }
  // What had waited before the import waits again.
  const stays = state === 'undone' ? changes.freed.map(({ event }) => event) : goes
  for (const id of stays) acknowledged.add(id)
  if (state !== 'undone') for (const id of goesWithContent) keptContents.add(id)
  if (answer !== null && answer.ok !== (obstacle === null)) throw broken(`${party.delegation} could undo import ${place}: ${obstacle === null}; it was: ${answer.ok ? 'undone' : answer.error.code}`)
  if (answer?.ok === false && hashes(party) !== stood) throw broken(`${party.delegation} sees something else after an undo that was refused`)
  const left = state === 'undone' ? [...changes.admitted.filter((id) => party.vault.session.held.has(id)), ...changes.contents.filter(party.hasContent)] : []
  if (left.length > 0) throw broken(`${party.delegation} still holds ${left[0]} of an import that it has undone`)
  return state === 'undone'
}

function hashes({ vault: { session } }: Party): string {
  return session.circles().flatMap(({ circle }) => session.held.dossiersOf(circle).map((dossier) => session.dossier(dossier)?.stateHash ?? '')).join(' ')
}
