/** What does not fit together among what was signed and came here: found anew whenever it is asked for, so that nothing settled lingers. */
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { entryAt, standingAt } from '../../../shared/circle/roster.ts'
import type { BundleStatement, Evidence } from '../../../shared/evidence/evidence.ts'
import type { FoundEvidence } from '../../../shared/ipc/exchangeMethods.ts'
import type { KeptBundle } from '../vault/bundlesTable.ts'
import { delegationIn, entryOf } from './arrivedSource.ts'
import { parseHeader } from '../../../shared/log/verify.ts'
import type { HandlerContext, VaultSession } from './context.ts'
import { dossierTitle } from './eventSubject.ts'
import { lastSaid } from './lastSaid.ts'

export interface Finding {
  readonly found: FoundEvidence
  /** Null where the signed bytes are not here any more, or never were: bundles of before they were kept. */
  readonly evidence: Evidence | null
}

export function findingsIn(state: CircleState, session: VaultSession, { hash }: Pick<HandlerContext, 'hash'>): Finding[] {
  const came = session.store.bundles.of(state.circle).filter((bundle) => bundle.direction === 'in')
  const work: Work = { state, session, came, idOf: (text) => hash(new TextEncoder().encode(text)) }
  return [...rosterConflicts(work), ...equivocations(work), ...splitViews(work), ...withheld(work), ...missingBundles(work)]
}

interface Work {
  readonly state: CircleState
  readonly session: VaultSession
  readonly came: readonly KeptBundle[]
  idOf(text: string): Hash
}

function equivocations({ idOf, session, state }: Work): Finding[] {
  return session.store.forks.all().filter((fork) => fork.circle === state.circle).map((fork) => {
    const [one, other] = fork.events.flatMap((id) => session.held.get(id)?.event ?? [])
    const evidence: Evidence | null = one === undefined || other === undefined ? null : {
      v: 1, kind: 'equivocation', circle: state.circle, cards: cardsOf([fork.log], state, one.header.rosterEpoch),
      events: [one, other].map(({ signed }) => ({ header: signed.header, signature: signed.signature })),
    }
    return {
      evidence,
      found: {
        evidence: idOf(`equivocation ${fork.log} ${fork.dossier} ${fork.seq}`), kind: 'equivocation', circle: state.circle, circleName: state.name, about: delegationIn(state, fork.log), saidBy: null,
        where: dossierTitle(fork.dossier, session.held), fromSeq: fork.seq, toSeq: fork.seq, atUtcMs: one?.header.claimedAtUtcMs ?? null, writable: evidence !== null,
      },
    }
  })
}

function rosterConflicts({ idOf, session, state }: Work): Finding[] {
  const kept = session.store.conflicts.of(state.circle)
  if (kept === null) return []
  const authors = kept.events.flatMap((signed) => {
    const header = parseHeader(signed.header)
    return header.ok ? [header.value] : []
  })
  const rosters = kept.events.flatMap(({ header, signature, body }) => (body === null ? [] : [{ header, signature, body }]))
  const evidence: Evidence | null = rosters.length === 2 && authors.length === 2
    ? { v: 1, kind: 'rosterConflict', circle: state.circle, cards: cardsOf(authors.map((one) => one.log), state, authors[0]?.rosterEpoch ?? state.epoch), rosters }
    : null
  const about = authors.at(-1)?.log ?? state.secretariat
  return [{
    evidence,
    found: {
      evidence: idOf(`rosterConflict ${state.circle}`), kind: 'rosterConflict', circle: state.circle, circleName: state.name, about: delegationIn(state, about), saidBy: null,
      where: '', fromSeq: kept.epoch, toSeq: kept.epoch, atUtcMs: kept.foundAtUtcMs, writable: evidence !== null,
    },
  }]
}

function splitViews(work: Work): Finding[] {
  const { came, session, state } = work
  return lastSaid(came).flatMap(({ bundle, frontier }) => frontier.flatMap((entry): Finding[] => {
    const here = session.held.at(entry.log, state.circle, entry.dossier, entry.seq)
    const event = here === null || session.held.has(entry.event) || here === entry.event ? null : session.held.get(here)?.event ?? null
    if (event === null) return []
    const place = { ...entry, fromSeq: entry.seq, toSeq: entry.seq }
    return [findingOf('splitView', place, bundle, work, (statement) => ({
      v: 1, kind: 'splitView', circle: state.circle, cards: cardsOf([entry.log, bundle.sender], state, event.header.rosterEpoch),
      event: { header: event.signed.header, signature: event.signed.signature }, statement,
    }))]
  }))
}

function withheld(work: Work): Finding[] {
  const { came, session, state } = work
  return lastSaid(came).flatMap(({ bundle, frontier }) => frontier.flatMap((entry): Finding[] => {
    const here = session.held.tips(state.circle, entry.dossier).get(entry.log)?.event.header.seq ?? 0
    if (entry.seq <= here || session.isMe(entry.log)) return []
    const missing = { dossier: entry.dossier, log: entry.log, fromSeq: here + 1, toSeq: entry.seq }
    return [findingOf('withheld', missing, bundle, work, (statement) => ({ v: 1, kind: 'withheld', circle: state.circle, cards: cardsOf([bundle.sender], state, state.epoch), statement, missing }))]
  }))
}

function missingBundles(work: Work): Finding[] {
  const { came, session, state } = work
  return came.flatMap((bundle): Finding[] => {
    const { previous, sender } = bundle
    if (previous === null || session.store.bundles.has('in', previous)) return []
    const place = { dossier: null, log: sender, fromSeq: bundle.counter, toSeq: bundle.counter }
    return [findingOf('missingBundle', place, bundle, work, (statement) => ({ v: 1, kind: 'missingBundle', circle: state.circle, cards: cardsOf([sender], state, state.epoch), statement, bundle: previous }))]
  })
}

type Place = { readonly dossier: KeptBundle['frontier'][number]['dossier']; readonly log: InstallationId; readonly fromSeq: number; readonly toSeq: number }

function findingOf(kind: FoundEvidence['kind'], place: Place, bundle: KeptBundle, { idOf, session, state }: Work, make: (statement: BundleStatement) => Evidence): Finding {
  const statement = session.store.bundles.statement(bundle.hash)
  const evidence = statement === null ? null : make(statement)
  return {
    evidence,
    found: {
      evidence: idOf(`${kind} ${bundle.hash} ${place.log} ${place.dossier} ${place.fromSeq}`), kind, circle: state.circle, circleName: state.name, about: delegationIn(state, place.log),
      saidBy: place.log === bundle.sender ? null : delegationIn(state, bundle.sender), where: dossierTitle(place.dossier, session.held),
      fromSeq: place.fromSeq, toSeq: place.toSeq, atUtcMs: bundle.atUtcMs, writable: evidence !== null,
    },
  }
}

/** The keys under which they signed in this epoch. */
function cardsOf(installations: readonly InstallationId[], state: CircleState, epoch: number): Evidence['cards'] {
  return [...new Set(installations)].map((installation) => {
    const entry = entryAt(state, installation, epoch) ?? standingAt(state, installation, epoch) ?? entryOf(state, installation)
    return { installation, card: entry.card }
  })
}

export function findingBy(evidence: Hash, session: VaultSession, context: HandlerContext): Finding | null {
  return session.circles().flatMap((state) => findingsIn(state, session, context)).find((finding) => finding.found.evidence === evidence) ?? null
}

