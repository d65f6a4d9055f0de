/** Act 9: a whole case, from an incident to its evaluation, by the same machines over the same stick. */
import type { DossierId } from '../../../shared/base/identifiers.ts'
import { playExerciseCase, type Speaker } from '../../../shared/ipc/exerciseCase.ts'
import { brusselsWallTime } from '../brusselsTime.ts'
import type { Machine } from './machine.ts'
import type { Assembly } from './play.ts'
import { importFrom, replyToSecretariat, writeToAll } from './travel.ts'

const DAY_MS = 86_400_000
const MINUTES_PER_HOUR = 60

export async function playCase(assembly: Assembly): Promise<void> {
  const { narrator, secretariat, delegates, circle, clock } = assembly
  narrator.act('A case through the nine steps')
  const present = clock.now()
  const machineOf = (speaker: Speaker): Machine => (speaker === 'secretariat' ? secretariat : delegates[speaker % delegates.length] ?? secretariat)
  const dossier = await playExerciseCase({
    circle, states: delegates.map((delegate) => delegate.delegation),
    call: (speaker, method, input) => machineOf(speaker).call(method, input),
    share: () => shareAll(assembly),
    pass: (hours) => clock.pass(hours * MINUTES_PER_HOUR),
    day: (offset) => brusselsWallTime(present + offset * DAY_MS).slice(0, 10),
  })
  await expectWholeCase(assembly, dossier)
}

/** Every delegation's bundle to the secretariat, then one from there to all. */
async function shareAll(assembly: Assembly): Promise<void> {
  for (const delegate of assembly.delegates) await importFrom(assembly, assembly.secretariat, await replyToSecretariat(assembly, delegate))
  const path = await writeToAll(assembly)
  for (const delegate of assembly.delegates) await importFrom(assembly, delegate, path)
}

async function expectWholeCase({ narrator, secretariat, delegates }: Assembly, dossier: DossierId): Promise<void> {
  const { state, stateHash } = await secretariat.call('dossier.show', { dossier })
  narrator.expect(state.steps.every((step) => step.state !== 'notBegun'), 'all nine steps have been marked')
  narrator.expect(state.setAside.length === 0, 'nothing that was said in the case is without effect')
  for (const delegate of delegates) narrator.expect((await delegate.call('dossier.show', { dossier })).stateHash === stateHash, `${delegate.delegation} sees the same case`)
  const of = (kind: string): number => state.entries.filter((entry) => entry.content.kind === kind).length
  narrator.tell(`${state.contributions.length} contributions, ${of('option')} options, ${state.positions.length} positions, ${of('decision')} decisions, ${of('action')} actions; the options note is a text under silence.`)
}
