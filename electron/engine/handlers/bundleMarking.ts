/** The marking of what a bundle carries: the highest of its parts, and whether it is an exercise. */
import * as v from 'valibot'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { markingSchema, type Marking } from '../../../shared/marking/marking.ts'
import { dossierOpening, type SubjectSource } from './eventSubject.ts'

const markedSchema = v.object({ marking: markingSchema })

/** `marking` is null where nothing but the circle's own events is carried. */
export function carriedMarking(events: readonly VerifiedEvent[], source: SubjectSource): { marking: Marking | null; exercise: boolean } {
  const dossiers = new Set(events.flatMap((event) => event.header.dossier ?? []))
  const openings = [...dossiers].flatMap((dossier) => dossierOpening(source, dossier) ?? [])
  const parts = events.flatMap((event) => (event.header.type === 'dossier.opened' ? [] : ownMarking(event)))
  const markings = [...openings.map((opening) => opening.marking), ...parts]
  return { marking: markings.length === 0 ? null : highestOf(markings), exercise: openings.some((opening) => opening.exercise) }
}

/** Whether there is an exercise in it beside something real. Chancery writes no such file; one that comes all the same is named as what it is. */
export function mixesExercise(events: readonly VerifiedEvent[], source: SubjectSource): boolean {
  const dossiers = new Set(events.flatMap((event) => event.header.dossier ?? []))
  return new Set([...dossiers].flatMap((dossier) => dossierOpening(source, dossier)?.exercise ?? [])).size > 1
}

/** By the field, whatever the type. Read once: an event never changes. */
const markings = new WeakMap<VerifiedEvent, Marking[]>()

function ownMarking(event: VerifiedEvent): Marking[] {
  const known = markings.get(event)
  if (known !== undefined) return known
  const body = parseBody(event, markedSchema)
  const read = body.ok ? [body.value.marking] : []
  markings.set(event, read)
  return read
}
