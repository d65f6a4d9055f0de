/**
 * The roster of log/FORMAT.md section 5 as far as a bundle is judged by it: who stood in which epoch under which key. What a role may say
 * is not asked here.
 */
import { Refused, type Cbor } from './cbor.ts'
import { checkSignature, readSignedCard, type ReadEvent } from './events.ts'
import type { Fields } from './fields.ts'

interface Standing {
  readonly log: string
  readonly delegation: string
  readonly key: Uint8Array
  readonly suspended: boolean
  readonly from: number
  /** First epoch in which it is no longer so. */
  until: number
}

export interface Roster {
  epoch: number
  head: string
  secretariat: string
  readonly standings: Standing[]
}

/** `trusted`: the installation whose safety words were compared. Refuses a circle that nobody trusted founds, and a conflict. */
export function foldRoster(events: readonly ReadEvent[], isTrusted: (installation: string) => boolean): Roster {
  const genesis = events.find(({ type }) => type === 'circle.founded')
  const founded = genesis?.body instanceof Map ? readSignedCard(genesis.body.get('secretariat')) : null
  if (genesis === undefined || founded === null || founded.installation !== genesis.log || !isTrusted(genesis.log)) throw new Refused('roster: nobody trusted founds this circle')
  checkSignature(genesis, founded.signingKey)
  const roster: Roster = { epoch: 1, head: genesis.id, secretariat: genesis.log, standings: [standing(founded.installation, founded, 1)] }
  while (step(roster, events)) continue
  return roster
}

function standing(log: string, { delegation, signingKey }: { readonly delegation: string; readonly signingKey: Uint8Array }, from: number): Standing {
  return { log, delegation, key: signingKey, suspended: false, from, until: Number.POSITIVE_INFINITY }
}

export function standingIn({ standings }: Roster, log: string, epoch: number): Standing | null {
  return standings.find((one) => one.log === log && one.from <= epoch && epoch < one.until) ?? null
}

/** Rule 5: outside the epochs in which it stood, the nearest before, else its first. */
export function keyOf(roster: Roster, log: string, epoch: number): Uint8Array | null {
  const own = roster.standings.filter((one) => one.log === log)
  return (standingIn(roster, log, epoch) ?? own.findLast((one) => one.from <= epoch) ?? own[0])?.key ?? null
}

/** One epoch further; false where no event goes there. */
function step(roster: Roster, events: readonly ReadEvent[]): boolean {
  const next = roster.epoch + 1
  const counting = events.filter((event) => event.type === 'roster.changed' && event.dossier === null && epochOf(event) === next && counts(roster, event))
  for (const event of counting) checkSignature(event, keyOf(roster, event.log, event.rosterEpoch) ?? new Uint8Array(32))
  const [event, other] = counting
  if (event === undefined) return false
  const body = event.body instanceof Map ? event.body : new Map<string, Cbor>()
  if ((other !== undefined && other.id !== event.id) || body.get('predecessor') !== roster.head) throw new Refused('roster: a conflict')
  const change = body.get('change')
  if (change instanceof Map) apply(roster, change, next)
  Object.assign(roster, { epoch: next, head: event.id })
  return true
}

function epochOf({ body }: ReadEvent): number | null {
  const epoch = body instanceof Map ? body.get('epoch') : null
  return typeof epoch === 'number' ? epoch : null
}

/** Rule 1. */
function counts(roster: Roster, event: ReadEvent): boolean {
  const now = standingIn(roster, roster.secretariat, roster.epoch)?.key
  const used = keyOf(roster, event.log, event.rosterEpoch)
  return event.log === roster.secretariat && now !== undefined && used !== null && Buffer.compare(now, used) === 0
}

/** Rule 4: a change without meaning changes nothing. */
function apply(roster: Roster, change: Fields, epoch: number): void {
  const kind = change.get('kind')
  const log = change.get('installation')
  const card = kind === 'admitted' || kind === 'rotated' ? readSignedCard(change.get('card')) : null
  if (kind === 'admitted') {
    if (card !== null && !isTaken(roster, card.signingKey)) roster.standings.push(standing(card.installation, card, epoch))
    return
  }
  const now = typeof log === 'string' ? standingIn(roster, log, epoch - 1) : null
  if (now === null) return
  const isSecretariat = now.log === roster.secretariat
  if (kind === 'removed' && !isSecretariat) now.until = epoch
  if (kind === 'suspended' && !isSecretariat && !now.suspended) replace(roster, now, epoch, { suspended: true })
  if (kind === 'reinstated' && now.suspended) replace(roster, now, epoch, { suspended: false })
  if (kind === 'rotated' && card !== null && card.delegation === now.delegation && !isTaken(roster, card.signingKey)) replace(roster, now, epoch, { key: card.signingKey })
  if (kind === 'handedOver' && !isSecretariat && !now.suspended) roster.secretariat = now.log
}

function isTaken({ standings }: Roster, key: Uint8Array): boolean {
  return standings.some((one) => one.until === Number.POSITIVE_INFINITY && Buffer.compare(one.key, key) === 0)
}

function replace(roster: Roster, now: Standing, epoch: number, changes: Partial<Standing>): void {
  now.until = epoch
  roster.standings.push({ ...now, ...changes, from: epoch, until: Number.POSITIVE_INFINITY })
}
