import { ok } from '../../../shared/base/result.ts'
import type { Handler } from './context.ts'

export const dossierHashes: Handler<'dossier.hashes'> = async (_input, session) => {
  const dossiers = session.dossiers().map(({ events, state, stateHash }) => ({
    dossier: state.dossier, reference: state.reference, title: state.title, marking: state.marking, exercise: state.exercise, events: events.length, stateHash,
  }))
  return ok({ dossiers: dossiers.toSorted((a, b) => (a.reference < b.reference ? -1 : 1)) })
}
