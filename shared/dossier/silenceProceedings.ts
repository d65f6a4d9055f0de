/** Everything said about each silence procedure of a dossier, sorted to it in causal order, by people who may say it. */
import type { EventId } from '../base/identifiers.ts'
import type { ProfileRef } from '../silence/procedure.ts'
import type { Profile } from '../silence/profile.ts'
import type { DossierEventType } from './events.ts'
import type { Ledger, Reading } from './ledger.ts'
import { isSetter, type Distribution } from './permissions.ts'
import type { Act } from './silenceLife.ts'
import type { Revision, TextState } from './state.ts'

export type Opening = Reading<'silence.opened'>
export type Draft = Reading<'silence.drafted'>
export type Answer = Reading<'silence.responded'>
export type AnswerWithdrawal = Reading<'silence.answerWithdrawn'>

export interface Proceedings {
  readonly opening: Opening
  readonly revision: Revision
  readonly profile: Profile
  readonly answers: readonly Answer[]
  readonly withdrawals: readonly AnswerWithdrawal[]
  /** Of the procedure and of the draft that it opened. */
  readonly use: readonly Reading<'silence.useStated'>[]
  /** By the setter, in causal order. */
  readonly acts: readonly Act[]
  readonly served: readonly Reading<'silence.served'>[]
  readonly certifications: readonly Reading<'silence.certified'>[]
  readonly forwarded: readonly Reading<'silence.forwarded'>[]
}

export interface PreparedProceedings {
  readonly draft: Draft
  readonly revision: Revision
  readonly profile: Profile
  readonly use: readonly Reading<'silence.useStated'>[]
  readonly withdrawn: Reading<'silence.withdrawn'> | null
  readonly openedAs: EventId | null
}

export interface SilenceSource {
  readonly ledger: Ledger
  readonly distribution: Distribution
  readonly texts: readonly TextState[]
  readonly profiles: ReadonlyMap<ProfileRef, Profile>
}

interface Sound<O> {
  readonly opening: O
  readonly revision: Revision
  readonly profile: Profile
}

export function proceedingsOf(source: SilenceSource): { procedures: Proceedings[]; drafts: PreparedProceedings[] } {
  const { ledger, distribution } = source
  const drafts = soundOpenings(source, ledger.read('silence.drafted', distribution))
  const openings = linked(ledger, soundOpenings(source, ledger.read('silence.opened', distribution)), drafts)
  const rulesOf = (id: EventId): Profile | null => openings.get(id)?.profile ?? drafts.get(id)?.profile ?? null
  const read = <T extends SilenceAct>(type: T, known: (id: EventId) => Profile | null, setterOnly: boolean): ReadonlyMap<EventId, Reading<T>[]> => {
    const sound = ledger.read<T>(type, distribution).filter((reading) => {
      const profile = known(reading.body.procedure)
      const why = profile === null ? 'refersToNothing' : setterOnly && !isSetter(reading.entry, profile) ? 'role' : null
      if (why !== null) ledger.setAside(reading.event, why)
      return why === null
    })
    return Map.groupBy(sound, (reading) => reading.body.procedure)
  }
  const opened = (id: EventId): Profile | null => openings.get(id)?.profile ?? null
  const answers = read('silence.responded', opened, false)
  const withdrawals = read('silence.answerWithdrawn', opened, false)
  const use = read('silence.useStated', rulesOf, false)
  const ended = read('silence.withdrawn', rulesOf, true)
  const [extended, suspended, resumed, closed] = [read('silence.extended', opened, true), read('silence.suspended', opened, true), read('silence.resumed', opened, true), read('silence.intakeClosed', opened, true)]
  const [served, certified, forwarded] = [read('silence.served', opened, true), read('silence.certified', opened, true), read('silence.forwarded', opened, true)]
  const actsOf = (id: EventId): Act[] => [
    ...of(extended, id).map((said): Act => ({ kind: 'extended', said })), ...of(suspended, id).map((said): Act => ({ kind: 'suspended', said })),
    ...of(resumed, id).map((said): Act => ({ kind: 'resumed', said })), ...of(ended, id).map((said): Act => ({ kind: 'withdrawn', said })),
    ...of(closed, id).map((said): Act => ({ kind: 'closed', said })),
  ].sort((a, b) => ledger.causality.positionOf(a.said.event.id) - ledger.causality.positionOf(b.said.event.id))
  const openedAs = new Map([...openings].flatMap(([id, { opening }]) => (opening.body.draft === null ? [] : [[opening.body.draft, id] as const])))
  return {
    procedures: [...openings].map(([id, sound]) => ({
      ...sound, answers: of(answers, id), withdrawals: of(withdrawals, id), acts: actsOf(id), served: of(served, id),
      use: [...(sound.opening.body.draft === null ? [] : of(use, sound.opening.body.draft)), ...of(use, id)],
      certifications: of(certified, id), forwarded: of(forwarded, id),
    })),
    drafts: [...drafts].map(([id, { opening: draft, revision, profile }]) => ({
      draft, revision, profile, use: of(use, id), openedAs: openedAs.get(id) ?? null, withdrawn: withdrawnDraft(ledger, of(ended, id)),
    })),
  }
}

type SilenceAct = Extract<DossierEventType, `silence.${string}`> & Exclude<DossierEventType, 'silence.opened' | 'silence.drafted'>

function of<R>(readings: ReadonlyMap<EventId, R[]>, id: EventId): readonly R[] {
  return readings.get(id) ?? []
}

/** By the setter of a known kind, on the words of a REV that counts. */
function soundOpenings<T extends 'silence.opened' | 'silence.drafted'>({ ledger, profiles, texts }: SilenceSource, readings: readonly Reading<T>[]): Map<EventId, Sound<Reading<T>>> {
  const revisions = new Map(texts.flatMap(({ text, revisions: all }) => all.map((revision) => [revision.event, { text, revision }] as const)))
  const sound = new Map<EventId, Sound<Reading<T>>>()
  for (const opening of readings) {
    const profile = profiles.get(opening.body.profile)
    const found = revisions.get(opening.body.revision)
    if (profile === undefined || found?.text !== opening.body.text || found.revision.textHash !== opening.body.textHash) ledger.setAside(opening.event, 'refersToNothing')
    else if (!isSetter(opening.entry, profile)) ledger.setAside(opening.event, 'role')
    else sound.set(opening.event.id, { opening, revision: found.revision, profile })
  }
  return sound
}

/** What it says it opens or takes up must be there and known to its author; a draft is opened once. */
function linked(ledger: Ledger, openings: Map<EventId, Sound<Opening>>, drafts: ReadonlyMap<EventId, Sound<Draft>>): Map<EventId, Sound<Opening>> {
  const opened = new Set<EventId>()
  for (const [id, { opening }] of openings) {
    const { draft, follows, text } = opening.body
    const knows = (other: EventId | null, found: Sound<Opening | Draft> | undefined): boolean => (
      other === null || (found?.opening.body.text === text && ledger.causality.isBefore(other, id))
    )
    const sound = knows(draft, draft === null ? undefined : drafts.get(draft)) && knows(follows, follows === null ? undefined : openings.get(follows))
    const why = !sound ? 'refersToNothing' : draft !== null && opened.has(draft) ? 'duplicate' : null
    if (why === null && draft !== null) opened.add(draft)
    if (why === null) continue
    openings.delete(id)
    ledger.setAside(opening.event, why)
  }
  return openings
}

function withdrawnDraft(ledger: Ledger, withdrawals: readonly Reading<'silence.withdrawn'>[]): Reading<'silence.withdrawn'> | null {
  for (const again of withdrawals.slice(1)) ledger.setAside(again.event, 'duplicate')
  return withdrawals[0] ?? null
}
