/** What the acts of the demo share. */
import type { CircleId, DossierId, InstallationId, TextId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { DemoFolder } from './demoFolder.ts'
import type { Machine } from './machine.ts'
import type { Narrator } from './narrator.ts'
import type { SimulatedClock } from './simulatedClock.ts'

export interface Scene {
  readonly folder: DemoFolder
  readonly narrator: Narrator
  readonly clock: SimulatedClock
  readonly tally: Tally
}

/** After the first act: everybody is there. */
export interface Assembly extends Scene {
  readonly secretariat: Machine
  readonly delegates: readonly Machine[]
  readonly circle: CircleId
  readonly installations: ReadonlyMap<Machine, InstallationId>
  /** Card file of the secretariat, on the stick. */
  readonly secretariatCard: string
}

/** After the second act: there is a text. */
export interface Deliberation extends Assembly {
  readonly dossier: DossierId
  readonly text: TextId
}

export interface Tally {
  bundlesWritten: number
  bundlesImported: number
  duplicates: number
  refused: { code: string; stage: string | null }[]
  suggestionsSent: string[]
}

export type Revision = Output<'text.show'>['revision']

export async function latestRevision(machine: Machine, { dossier, text }: Deliberation): Promise<Revision> {
  return (await machine.call('text.show', { dossier, text, rev: null, comparedWith: null })).revision
}

export async function stateHashOf(machine: Machine, { dossier }: Deliberation): Promise<string> {
  return (await machine.call('dossier.show', { dossier })).stateHash
}
