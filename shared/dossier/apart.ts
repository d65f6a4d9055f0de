/**
 * An exercise and a real case are never linked. Chancery signs no such link; one by other hands is kept without effect wherever the dossier
 * that it names is here. This is not for the fold: it sees one dossier alone, and its state must be the same on every machine.
 */
import type { DossierId } from '../base/identifiers.ts'
import type { EntryContent } from '../toolbox/entry.ts'
import type { DossierState, Entry, SetAside, Statement } from './state.ts'

/** Whether that dossier is an exercise; null where it is not here. */
export type ExerciseHere = (dossier: DossierId) => boolean | null

/** The other dossier that an entry names: the one to which it links, or that of the actor for which a lesson is. */
export function namedDossier(content: EntryContent): DossierId | null {
  return content.kind === 'link' ? content.to : content.kind === 'lesson' ? content.forDossier : null
}

export function mixesExercise(content: EntryContent, { exercise }: Pick<DossierState, 'exercise'>, isExercise: ExerciseHere): boolean {
  const named = namedDossier(content)
  const other = named === null ? null : isExercise(named)
  return other !== null && other !== exercise
}

/** The state as it is shown, printed and searched: an entry that mixes the two in any of its wordings is set aside whole. */
export function keepApart(state: DossierState, isExercise: ExerciseHere): DossierState {
  const mixed = state.entries.filter((entry) => entry.wordings.some(({ content }) => mixesExercise(content, state, isExercise)))
  if (mixed.length === 0) return state
  const aside = mixed.flatMap(actsOf)
  const gone = new Set(aside.map((one) => one.event))
  return {
    ...state,
    entries: state.entries.filter((entry) => !gone.has(entry.event)),
    timeline: state.timeline.filter((one) => !gone.has(one.event)),
    setAside: [...state.setAside, ...aside],
  }
}

function actsOf({ event: added, wordings, withdrawn }: Entry): SetAside[] {
  const act = (type: string, { event, author }: Statement): SetAside => ({ event, author, type, why: 'exerciseMixed' })
  return [...wordings.map((one) => act(one.event === added ? 'entry.added' : 'entry.revised', one)), ...(withdrawn === null ? [] : [act('entry.withdrawn', withdrawn)])]
}
