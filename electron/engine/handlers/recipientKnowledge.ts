/**
 * What a recipient is known to have: what it wrote, what lies below the frontier of the last bundles it sent us, what it receipted,
 * and what was in a bundle of ours for which it gave a receipt. Anything else it is taken to lack, so that a lost bundle is sent again.
 * That it has an event does not say that it has the body, where that could be held back, or the content of an attachment.
 */
import type { CircleId, EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { receiptSchema, type Receipt } from '../../../shared/circle/events.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { KeptBundle } from '../vault/bundlesTable.ts'
import type { HeldEvents, VaultSession } from './context.ts'
import { lastSaid } from './lastSaid.ts'

export interface Known {
  /** With or without bodies. */
  readonly events: ReadonlySet<EventId>
  hasBody(event: EventId): boolean
  hasContent(attachment: EventId): boolean
}

export interface RecipientKnowledge {
  knownTo(recipient: InstallationId): Known
}

/** Receipts by the installation that gave them. */
export type Receipts = ReadonlyMap<InstallationId, readonly Receipt[]>

const parsedReceipts = new WeakMap<VerifiedEvent, Receipt>()

export function receiptsIn(circle: CircleId, held: HeldEvents): Receipts {
  const found = new Map<InstallationId, Receipt[]>()
  for (const { event } of held.inCircle(circle)) {
    const receipt = event.header.type === 'receipt.given' ? receiptOf(event) : null
    if (receipt === null) continue
    const given = found.get(event.header.log)
    if (given) given.push(receipt)
    else found.set(event.header.log, [receipt])
  }
  return found
}

export function recipientKnowledge(circle: CircleId, session: VaultSession): RecipientKnowledge {
  const bundles = session.store.bundles.of(circle)
  const receipts = receiptsIn(circle, session.held)
  return {
    knownTo(recipient) {
      const given = receipts.get(recipient) ?? []
      const receipted = new Set(given.map((receipt) => receipt.bundle))
      const came = bundles.filter((bundle) => bundle.direction === 'in' && bundle.sender === recipient)
      const arrived = bundles.filter((bundle) => bundle.direction === 'out' && receipted.has(bundle.hash))
      const events = new Set<EventId>()
      for (const receipt of given) addAll(events, receipt.admitted)
      for (const bundle of [...came, ...arrived]) addAll(events, bundle.events)
      for (const bundle of came) addFrontier(events, bundle, session.held)
      return { events, ...fullyKnown(recipient, came, arrived, session.held) }
    },
  }
}

/** Bodies and contents: what travelled between us, and what the recipient said last. */
function fullyKnown(recipient: InstallationId, came: readonly KeptBundle[], arrived: readonly KeptBundle[], held: HeldEvents): Pick<Known, 'hasBody' | 'hasContent'> {
  const bodies = new Set<EventId>()
  const contents = new Set<EventId>()
  for (const bundle of [...came, ...arrived]) {
    const withheld = new Set(bundle.withheld)
    addAll(bodies, bundle.events.filter((event) => !withheld.has(event)))
    addAll(contents, bundle.contents)
  }
  for (const { bundle, frontier } of lastSaid(came)) {
    const said = new Set<EventId>()
    addFrontier(said, { circle: bundle.circle, frontier }, held)
    const [lacksBody, lacksContent] = [new Set(bundle.withoutBody), new Set(bundle.withoutContent)]
    addAll(bodies, [...said].filter((event) => !lacksBody.has(event)))
    addAll(contents, [...said].filter((event) => !lacksContent.has(event)))
  }
  const isAuthor = (event: EventId): boolean => held.get(event)?.event.header.log === recipient
  return {
    hasBody: (event) => isAuthor(event) || bodies.has(event),
    hasContent: (event) => isAuthor(event) || contents.has(event),
  }
}

function receiptOf(event: VerifiedEvent): Receipt | null {
  const known = parsedReceipts.get(event)
  if (known) return known
  const body = parseBody(event, receiptSchema)
  if (!body.ok) return null
  parsedReceipts.set(event, body.value)
  return body.value
}

/**
 * A sender has of each log everything up to where its frontier stands: the event named there and those before it. Of two events under one
 * number it has the one that it names; where that is not here, what is here is taken to be lacking there. What it claims beyond is no matter.
 */
function addFrontier(known: Set<EventId>, { circle, frontier }: Pick<KeptBundle, 'circle' | 'frontier'>, held: HeldEvents): void {
  for (const { log, dossier, event, seq: claimed } of frontier) {
    const tip = held.tips(circle, dossier).get(log)?.event
    const named = held.get(event)?.event ?? (tip !== undefined && tip.header.seq < claimed ? tip : undefined)
    for (let at = named; at !== undefined; at = at.header.prev === null ? undefined : held.get(at.header.prev)?.event) known.add(at.id)
  }
}

function addAll(known: Set<EventId>, ids: readonly EventId[]): void {
  for (const id of ids) known.add(id)
}
