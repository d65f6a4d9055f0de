/** Act 9: a whole case, from an incident to its evaluation, by the same machines over the same stick. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { EXERCISE_DAYS, playExerciseCase, type ExerciseAttachment, type Speaker } from '../../../shared/ipc/exerciseCase.ts'
import { brusselsWallTime } from '../brusselsTime.ts'
import type { Machine } from './machine.ts'
import type { Assembly } from './play.ts'
import { importFrom, replyToSecretariat, writeToAll } from './travel.ts'

const DAY_MS = 86_400_000
const MINUTES_PER_HOUR = 60

export async function playCase(assembly: Assembly): Promise<void> {
  const { narrator, secretariat, delegates, circle, clock } = assembly
  narrator.act('A case through the nine steps')
  const end = clock.now() + EXERCISE_DAYS * DAY_MS
  const machineOf = (speaker: Speaker): Machine => (speaker === 'secretariat' ? secretariat : delegates[speaker % delegates.length] ?? secretariat)
  const dossier = await playExerciseCase({
    circle, states: delegates.map((delegate) => delegate.delegation),
    call: (speaker, method, input) => machineOf(speaker).call(method, input),
    attach: (speaker, attachment) => attach(assembly, machineOf(speaker), attachment),
    share: () => shareAll(assembly),
    pass: (hours) => clock.pass(hours * MINUTES_PER_HOUR),
    day: (offset) => brusselsWallTime(end + offset * DAY_MS).slice(0, 10),
  })
  await expectWholeCase(assembly, dossier)
}

/** From a file, as a delegation would. */
async function attach({ folder }: Assembly, machine: Machine, { content, dossier, marking, name }: ExerciseAttachment): Promise<EventId> {
  const path = join(folder.root, name)
  writeFileSync(path, content)
  return (await machine.call('attachment.add', { dossier, source: machine.source(path), marking, limitedTo: null })).attachment
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
  for (const machine of [secretariat, ...delegates]) {
    const { attachments } = await machine.call('attachment.list', { dossier })
    narrator.expect(attachments.length === 1 && attachments.every((one) => one.content === 'here'), `${machine.delegation} holds the content of the attachment`)
  }
  const of = (kind: string): number => state.entries.filter((entry) => entry.content.kind === kind).length
  narrator.tell(`${state.contributions.length} contributions, ${state.attachments.length} attachment, ${of('option')} options, ${state.positions.length} positions, ${of('decision')} decisions, ${of('action')} actions; the options note is a text under silence.`)
}
