/** What bundles of one circle would change here, all together: nothing is changed, and nothing is guessed. */
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { FrontierEntry } from '../../../shared/bundle/manifest.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { placeEvents, type Placement } from '../../../shared/log/place.ts'
import { delegationIn, withArrived } from './arrivedSource.ts'
import type { CheckedBundle } from './bundleCheck.ts'
import { clocksIn } from './bundleClocks.ts'
import { negotiationEffect } from './bundleNegotiation.ts'
import { judgeContent } from './contentVerdict.ts'
import type { HandlerContext, VaultSession } from './context.ts'
import { dossierTitle, subjectOf, type SubjectSource } from './eventSubject.ts'

/** What would be here, and what each part of it is called. */
export interface Arrival {
  readonly circle: CircleState
  readonly bundles: readonly CheckedBundle[]
  readonly events: readonly VerifiedEvent[]
  readonly placed: Placement
  readonly source: SubjectSource
}

/** Bundles of one circle; the roster that counts is the latest that any of them brings. */
export function arrivalOf(bundles: readonly CheckedBundle[], session: VaultSession): Arrival {
  const circle = bundles.map((bundle) => bundle.circle).reduce((latest, one) => (one.epoch > latest.epoch ? one : latest))
  const events = bundles.flatMap((bundle) => bundle.events)
  const placed = placeEvents(session.held, [...events, ...session.store.waiting.of(circle.circle)])
  return { circle, bundles, events, placed, source: withArrived(session, events) }
}

export function effectOf(arrival: Arrival, session: VaultSession, context: HandlerContext): ImportEffect {
  const { circle, events, placed, source } = arrival
  return {
    ...negotiationEffect(arrival, session, context),
    wouldAdd: linesOf(placed.admitted, source), addedEvents: placed.admitted.length, completed: placed.completed.length,
    alreadyHere: new Set(events.map((event) => event.id).filter((id) => session.held.has(id))).size - placed.completed.length,
    waiting: waitingByLog(placed.waiting, circle), gaps: gapsIn(arrival, session), splitViews: splitViewsIn(arrival, session),
    forks: placed.forks.map(({ log, seq }) => ({ delegation: delegationIn(circle, log), seq })),
    contents: contentsIn(arrival, session), clocks: clocksIn(arrival, session, context.now()),
  }
}

function linesOf(events: readonly VerifiedEvent[], source: SubjectSource): ImportEffect['wouldAdd'] {
  const lines = new Map<string, ImportEffect['wouldAdd'][number]>()
  for (const event of events) {
    const { type } = event.header
    const subject = subjectOf(event, source)
    const key = JSON.stringify([event.header.dossier, type, subject])
    lines.set(key, { type, subject, count: (lines.get(key)?.count ?? 0) + 1 })
  }
  return [...lines.values()]
}

function waitingByLog(events: readonly VerifiedEvent[], circle: CircleState): ImportEffect['waiting'] {
  const logs = Map.groupBy(events, ({ header }) => `${header.log} ${header.dossier}`)
  return [...logs.values()].flatMap((waiting) => {
    const seqs = waiting.map((event) => event.header.seq).toSorted((a, b) => a - b)
    const [first] = waiting
    return first ? [{ delegation: delegationIn(circle, first.header.log), fromSeq: seqs[0] ?? 0, toSeq: seqs.at(-1) ?? 0, count: waiting.length }] : []
  })
}

/**
 * What the senders have and this machine would still lack: "NL 7-8 missing, DE had seen them". Only what they say is known of it. A log that
 * somebody boasts to have far into the future costs no more than any other.
 */
function gapsIn({ bundles, circle, placed, source }: Arrival, session: VaultSession): ImportEffect['gaps'] {
  const gaps = new Map<string, { seenBy: Set<ReturnType<typeof delegationIn>> } & Omit<ImportEffect['gaps'][number], 'seenBy'>>()
  const ends = endsOf(placed.admitted)
  const waiting = Map.groupBy(placed.waiting, placeKey)
  for (const { opened: { manifest } } of bundles) {
    for (const entry of manifest.frontier) {
      if (!circle.entries.some((one) => one.installation === entry.log)) continue
      const here = Math.max(session.held.tips(circle.circle, entry.dossier).get(entry.log)?.event.header.seq ?? 0, ends.get(entryKey(entry)) ?? 0)
      const present = new Set(waiting.get(entryKey(entry))?.map((event) => event.header.seq))
      for (const [fromSeq, toSeq] of missingRuns(here + 1, entry.seq, present)) {
        const key = `${entryKey(entry)} ${fromSeq} ${toSeq}`
        const gap = gaps.get(key) ?? { delegation: delegationIn(circle, entry.log), where: dossierTitle(entry.dossier, source), fromSeq, toSeq, seenBy: new Set() }
        gaps.set(key, gap)
        gap.seenBy.add(delegationIn(circle, manifest.sender))
      }
    }
  }
  return [...gaps.values()].map((gap) => ({ ...gap, seenBy: [...gap.seenBy] }))
}

function entryKey({ dossier, log }: FrontierEntry): string {
  return `${dossier} ${log}`
}

function placeKey({ header }: VerifiedEvent): string {
  return `${header.dossier} ${header.log}`
}

function endsOf(events: readonly VerifiedEvent[]): ReadonlyMap<string, number> {
  const ends = new Map<string, number>()
  for (const event of events) ends.set(placeKey(event), Math.max(event.header.seq, ends.get(placeKey(event)) ?? 0))
  return ends
}

/** Runs of numbers from `from` to `to` that are not in `present`. */
function missingRuns(from: number, to: number, present: ReadonlySet<number>): [number, number][] {
  const edges = [...present].filter((seq) => seq >= from && seq <= to).toSorted((a, b) => a - b)
  const runs: [number, number][] = []
  let start = from
  for (const seq of [...edges, to + 1]) {
    if (seq > start) runs.push([start, seq - 1])
    start = seq + 1
  }
  return runs
}

/** A sender who has another event under a number than this machine: one of the two, or its author, does not tell the same to all. */
function splitViewsIn({ bundles, circle, placed }: Arrival, { held }: VaultSession): ImportEffect['splitViews'] {
  const arrived = new Set<EventId>(placed.admitted.map((event) => event.id))
  return bundles.flatMap(({ opened: { manifest } }) => manifest.frontier.flatMap((entry) => {
    const here = held.at(entry.log, circle.circle, entry.dossier, entry.seq)
    if (here === null || here === entry.event || held.has(entry.event) || arrived.has(entry.event)) return []
    return [{ delegation: delegationIn(circle, entry.log), seq: entry.seq, seenBy: delegationIn(circle, manifest.sender) }]
  }))
}

function contentsIn({ bundles, circle, events, source }: Arrival, session: VaultSession): ImportEffect['contents'] {
  return bundles.flatMap((bundle) => bundle.staging.staged().map((content) => {
    const event = source.get(content.event)?.event ?? session.store.waiting.get(content.event)
    const known = event === null ? { name: '', delegation: null } : { name: subjectOf(event, source), delegation: delegationIn(circle, event.header.log) }
    return { ...known, sizeBytes: content.sizeBytes, verdict: judgeContent(content, session, events) }
  }))
}
