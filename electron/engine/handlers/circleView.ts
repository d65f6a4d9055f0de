/** A circle as the screens and the command line see it. */
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { keysOfferedSchema } from '../../../shared/circle/events.ts'
import { parseSignedCard, safetyWords, type CardPorts } from '../../../shared/circle/identity.ts'
import { entryAt, standingAt, type CircleState, type RosterEntry, type RosterStep } from '../../../shared/circle/roster.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { hasher, verifier } from '../keys/index.ts'
import type { KeptConflict } from '../vault/rosterConflictsTable.ts'
import type { VaultSession } from './context.ts'

const PORTS: CardPorts = { hash: hasher, verify: verifier }

export function viewCircle(state: CircleState, session: VaultSession): CircleView {
  const { circle, name, kind, epoch, head, secretariat, history } = state
  const myInstallation = session.installationIn(circle)
  return {
    circle, name, kind, epoch, rosterHead: head, myInstallation, myRoles: [...(entryAt(state, myInstallation, epoch)?.roles ?? [])],
    secretariat, iGovern: session.isMe(secretariat), entries: latestOf(state).map((entry) => viewEntry(entry, state)),
    history: history.map((step) => viewStep(step, state)), offers: offersIn(state, session), conflict: conflictOf(session.store.conflicts.of(circle)),
  }
}

function conflictOf(kept: KeptConflict | null): CircleView['conflict'] {
  return kept && { epoch: kept.epoch, foundAtUtcMs: kept.foundAtUtcMs }
}

/** Of each installation the last standing, in the order in which they came. */
function latestOf({ entries }: CircleState): RosterEntry[] {
  return [...new Map(entries.map((entry) => [entry.installation, entry])).values()]
}

function viewEntry(entry: RosterEntry, state: CircleState): CircleView['entries'][number] {
  const { installation, name, delegation, roles, member, untilEpoch, suspended, fingerprint } = entry
  return {
    installation, name, delegation, roles: [...roles], member, admittedEpoch: sinceEpoch(entry, state), removed: untilEpoch !== null,
    suspended: suspended && untilEpoch === null, safetyWords: safetyWords(fingerprint),
  }
}

/** Standings that follow one another without a gap are one stay. */
function sinceEpoch(entry: RosterEntry, { entries }: CircleState): number {
  const own = entries.filter((one) => one.installation === entry.installation && one.fromEpoch <= entry.fromEpoch)
  return own.reduceRight((since, one) => (one.untilEpoch === since ? one.fromEpoch : since), entry.fromEpoch)
}

function viewStep({ epoch, event, by, claimedAtUtcMs, change, concerns, effective }: RosterStep, state: CircleState): CircleView['history'][number] {
  const named = change !== null && 'roles' in change ? change : null
  return {
    epoch, event, kind: change?.kind ?? 'founded', by: personOf(by, state) ?? { name: '', delegation: 'GSC' }, claimedAtUtcMs,
    person: concerns === null ? null : personOf(concerns, state), roles: [...(named?.roles ?? [])], member: named !== null && 'member' in named ? named.member : null,
    reason: change !== null && 'reason' in change ? change.reason : '', effective,
  }
}

function personOf(installation: InstallationId, { entries }: CircleState): CircleView['history'][number]['person'] {
  const entry = entries.findLast((one) => one.installation === installation)
  return entry === undefined ? null : { name: entry.name, delegation: entry.delegation }
}

/** The last offer of each, as long as the roster has not taken it up or something newer. */
export function offersIn(state: CircleState, { held }: Pick<VaultSession, 'held'>): CircleView['offers'] {
  const offers = held.inCircle(state.circle).flatMap(({ event }) => {
    const entry = event.header.type === 'keys.offered' ? standingAt(state, event.header.log, state.epoch) : null
    const body = entry === null ? null : parseBody(event, keysOfferedSchema)
    const card = body?.ok ? parseSignedCard(body.value.card, PORTS) : null
    if (entry === null || !card?.ok || isKnown(card.value.installation, state)) return []
    const { name, delegation } = card.value.card
    return [{ installation: entry.installation, name, delegation, fingerprint: card.value.installation, safetyWords: safetyWords(card.value.installation), offeredAtUtcMs: event.header.claimedAtUtcMs, seq: event.header.seq }]
  })
  const latest = new Map(offers.toSorted((a, b) => a.seq - b.seq).map((offer) => [offer.installation, offer]))
  return [...latest.values()].map(({ seq: _seq, ...offer }) => offer)
}

function isKnown(fingerprint: InstallationId, { entries }: CircleState): boolean {
  return entries.some((entry) => entry.fingerprint === fingerprint)
}
