import type { Delegation } from '../../../shared/base/delegations.ts'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Input, Output } from '../../../shared/ipc/contract.ts'
import { EXERCISE_DAYS, EXERCISE_REFERENCE, playExerciseCase, type ExerciseStage, type RehearsedMethod, type Speaker } from '../../../shared/ipc/exerciseCase.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { isSovereign } from '../../../shared/toolbox/entry.ts'
import { NO_CIRCLE } from '../../../shared/log/encode.ts'
import { sourceOf } from '../intake/sourceFile.ts'
import { attachmentKeep } from './attachmentKeep.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { dossierContribute } from './dossierContribute.ts'
import { dossierMarkStep } from './dossierMarkStep.ts'
import { dossierOpen } from './dossierOpen.ts'
import { dossierTakePosition } from './dossierTakePosition.ts'
import { entryAdd } from './entryAdd.ts'
import { notePrint } from './notePrint.ts'
import { silenceOpen } from './silenceOpen.ts'
import { silenceRespond } from './silenceRespond.ts'
import { textConsolidation } from './textConsolidation.ts'
import { textIssue } from './textIssue.ts'
import { textShow } from './textShow.ts'
import { textSuggest } from './textSuggest.ts'
import { createCharacter, sessionOf, type Character } from './rehearsal.ts'

const CAST: readonly (readonly [Delegation, string])[] = [
  ['EE', 'Kaisa-Liis Tammsalu'], ['FI', 'Aleksanteri Virtasalo'], ['NL', 'Wilhelmijn Oosterveld'], ['LV', 'Daumants Krastenieks'], ['PL', 'Krzesimir Walczynski'], ['PT', 'Bernardina Figueiral'],
]
const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS

const HANDLERS: { readonly [M in RehearsedMethod]: VaultHandler<M> } = {
  'dossier.open': dossierOpen, 'dossier.markStep': dossierMarkStep, 'dossier.contribute': dossierContribute, 'dossier.takePosition': dossierTakePosition, 'entry.add': entryAdd, 'note.print': notePrint,
  'text.show': textShow, 'text.suggest': textSuggest, 'text.consolidation': textConsolidation, 'text.issue': textIssue, 'silence.open': silenceOpen, 'silence.respond': silenceRespond,
}

/** Founds an exercise circle of invented delegations, admits me to it, and plays a whole case into it. Once for a vault. */
export const exerciseLoad: VaultHandler<'exercise.load'> = async (_input, session, context) => {
  if (session.dossiers().some(({ state }) => state.exercise && state.reference === EXERCISE_REFERENCE)) return err(refusal('exercise-here'))
  const presentMs = context.now()
  let clockMs = presentMs - EXERCISE_DAYS * DAY_MS
  // Nobody in it speaks later than now: a claim from the future would be reported.
  const now = (): number => Math.min(presentMs, (clockMs += MINUTE_MS))
  const secretariat = createCharacter('Exercise secretariat', 'GSC', { ...context, now })
  const delegates = CAST.map(([delegation, name]) => createCharacter(name, delegation, { ...context, now }))
  const as = (character: Character): VaultSession => sessionOf(character, session, context, now)
  const circle = convene(secretariat, delegates, as, session, context)
  const speaking = (who: Speaker): VaultSession => as(who === 'secretariat' ? secretariat : delegates[who % delegates.length] ?? secretariat)
  const call = async <M extends RehearsedMethod>(who: Speaker, method: M, input: Input<M>): Promise<Output<M>> => done(method, await HANDLERS[method](input, speaking(who), { ...context, now }))
  const attach: ExerciseStage['attach'] = async (who, { dossier, name, content, marking }) => {
    const speaker = speaking(who)
    const folded = speaker.dossier(dossier)
    if (folded === null) throw new Error('the exercise attaches to no dossier')
    return done('attachment.add', await attachmentKeep(sourceOf(content), name, { limitedTo: null, marking }, { folded, session: speaker, context: { ...context, now } })).attachment
  }
  const dossier = await playExerciseCase({
    circle, states: CAST.map(([delegation]) => delegation), call, attach, share: async () => undefined, pass: (hours) => { clockMs += hours * HOUR_MS }, day: (offset) => dayAt(presentMs + offset * DAY_MS),
  })
  session.record('exercise.load', EXERCISE_REFERENCE, 'done', null, { dossier })
  return ok({ circle, dossier })
}

function done<T>(method: string, answer: Result<T, Refusal>): T {
  if (!answer.ok) throw new Error(`the exercise stopped at ${method}: ${answer.error.code}`)
  return answer.value
}

function convene(secretariat: Character, delegates: readonly Character[], as: (character: Character) => VaultSession, session: VaultSession, { random }: HandlerContext): CircleId {
  const founder = as(secretariat)
  const genesis: string = founder.author({ circle: NO_CIRCLE, dossier: null }, 'circle.founded', { name: 'EXERCISE: Working party of the northern basin', kind: 'HWPCI', secretariat: { ...secretariat.card }, nonce: random(16) })
  const circle = genesis as CircleId
  const admit = (card: { card: Uint8Array; signature: Uint8Array }, roles: readonly string[], member: boolean): void => {
    const state = session.circle(circle)
    if (state === null) throw new Error('the exercise circle does not fold')
    founder.author({ circle, dossier: null }, 'roster.changed', { epoch: state.epoch + 1, predecessor: state.head, change: { kind: 'admitted', card: { ...card }, roles, member } })
  }
  for (const delegate of delegates) admit(delegate.card, ['delegate'], true)
  // A newcomer may try everything: read and answer as a delegate, settle suggestions and issue the next REV as the chair.
  admit(session.myCard, ['chair', 'delegate'], isSovereign(session.me.delegation))
  return circle
}

function dayAt(utcMs: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(utcMs)
}
