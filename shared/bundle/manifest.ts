/** The manifest: what the sender signs about a bundle. FORMAT.md section 5. */
import * as v from 'valibot'
import { decodeCbor, encodeCbor, type CborValue } from '../base/cbor.ts'
import { circleIdSchema, dossierIdSchema, eventIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { ok, type Result } from '../base/result.ts'
import { fault, type BundleFault } from './fault.ts'
import { BUNDLE_LIMITS } from './limits.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1))
const words = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))

/** Layout only: which classifications and colours there are is the reader's business. */
const markingFieldsSchema = v.strictObject({
  limite: v.boolean(),
  classification: words(40),
  tlp: v.nullable(words(40)),
  releasableTo: v.pipe(v.array(words(60)), v.maxLength(50)),
})

/** How far the sender has one log: the receiver shows what it lacks, and two views of one log are found out. */
export const frontierEntrySchema = v.strictObject({
  dossier: v.nullable(dossierIdSchema),
  log: installationIdSchema,
  seq: fromOne,
  event: eventIdSchema,
})
export type FrontierEntry = v.InferOutput<typeof frontierEntrySchema>

const eventEntrySchema = v.strictObject({
  type: v.literal('event'),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(BUNDLE_LIMITS.itemBytes)),
  /** BLAKE2b-256 of the item. */
  hash: hashSchema,
})
/** The content of an attachment, in the clear within the payload. */
const contentEntrySchema = v.strictObject({
  type: v.literal('attachment'),
  /** The event that added it. */
  event: eventIdSchema,
  size: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(BUNDLE_LIMITS.contentBytes)),
  /** BLAKE2b-256 of the content. */
  hash: hashSchema,
})
export type ContentEntry = v.InferOutput<typeof contentEntrySchema>
export const itemEntrySchema = v.variant('type', [eventEntrySchema, contentEntrySchema])
export type ItemEntry = v.InferOutput<typeof itemEntrySchema>

/** Ascending event identifiers. */
const eventSetSchema = v.pipe(v.array(eventIdSchema), v.maxLength(BUNDLE_LIMITS.without), v.check((list) => ascends(list)))

/** What every format has. */
const commonFields = {
  circle: circleIdSchema,
  sender: installationIdSchema,
  /** Exactly those for whom the bundle is sealed, ascending. */
  recipients: v.pipe(v.array(installationIdSchema), v.minLength(1), v.maxLength(BUNDLE_LIMITS.stanzas), v.check((list) => ascends(list))),
  /** 1, 2, 3, ...: every bundle that the sender makes in this circle. */
  counter: fromOne,
  /** BLAKE2b-256 of the sender's previous bundle file to the same recipients; null for the first. */
  previous: v.nullable(hashSchema),
  /** Claimed by the sender's clock. */
  sealedAtUtcMs: count,
  /** The roster that the sender knows. */
  roster: v.strictObject({ epoch: fromOne, head: eventIdSchema }),
  /** Ascending by dossier (the circle's own logs, null, first), then log. */
  frontier: v.pipe(
    v.array(frontierEntrySchema), v.maxLength(BUNDLE_LIMITS.frontier), v.check((list) => ascends(list.map(frontierKey))),
  ),
  marking: v.nullable(markingFieldsSchema),
  /** Zero bytes after the last item. */
  padding: count,
}

/** Of before attachments travelled; still read, no longer written. */
const firstSchema = v.strictObject({ format: v.literal(1), ...commonFields, items: v.pipe(v.array(eventEntrySchema), v.maxLength(BUNDLE_LIMITS.items)) })

/** Format 2 was never given out. */
export const MANIFEST_FORMAT = 3

export const manifestSchema = v.strictObject({
  format: v.literal(MANIFEST_FORMAT),
  ...commonFields,
  /** All events, then contents. */
  items: v.pipe(v.array(itemEntrySchema), v.maxLength(BUNDLE_LIMITS.items), v.check((items) => eventsFirst(items))),
  /** Events below the frontier that the sender has without their body, because it was withheld from it. */
  withoutBody: eventSetSchema,
  /** Attachments below the frontier whose content the sender does not have. */
  withoutContent: eventSetSchema,
})
const anyFormatSchema = v.variant('format', [firstSchema, manifestSchema])
/** Whatever its format: one of format 1 says that nothing is lacking. */
export type Manifest = Omit<v.InferOutput<typeof manifestSchema>, 'format'> & { readonly format: 1 | typeof MANIFEST_FORMAT }

export function encodeManifest({ format, withoutBody, withoutContent, ...manifest }: Manifest): Uint8Array {
  const { frontier, items, ...rest } = manifest
  const fields: { [key: string]: CborValue } = { format, ...rest, frontier: frontier.map((entry) => ({ ...entry })), items: items.map((item) => ({ ...item })) }
  return encodeCbor(format === 1 ? fields : { ...fields, withoutBody, withoutContent })
}

/** Strict: unknown fields, another order, another encoding are refused. */
export function parseManifest(bytes: Uint8Array): Result<Manifest, BundleFault> {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) return fault('schema', 'bundle-malformed')
  if (isNewer(decoded.value)) return fault('schema', 'bundle-newer')
  const parsed = v.safeParse(anyFormatSchema, decoded.value)
  if (!parsed.success) return fault('schema', 'bundle-malformed')
  if (eventBytes(parsed.output.items) > BUNDLE_LIMITS.eventBytes) return fault('limit', 'bundle-malformed')
  return ok(parsed.output.format === 1 ? { ...parsed.output, withoutBody: [], withoutContent: [] } : parsed.output)
}

/** The order of `frontier`. */
export function sortFrontier(frontier: readonly FrontierEntry[]): FrontierEntry[] {
  return frontier.toSorted((a, b) => (frontierKey(a) < frontierKey(b) ? -1 : 1))
}

function frontierKey(entry: FrontierEntry): string {
  return `${entry.dossier ?? ''} ${entry.log}`
}

function ascends(list: readonly string[]): boolean {
  return list.every((text, at) => at === 0 || (list[at - 1] ?? '') < text)
}

function eventBytes(items: readonly ItemEntry[]): number {
  return items.reduce((sum, item) => (item.type === 'event' ? sum + item.size : sum), 0)
}

/** Contents come after all events, each once. */
function eventsFirst(items: readonly ItemEntry[]): boolean {
  const contents = items.slice(items.filter((item) => item.type === 'event').length)
  const named = contents.flatMap((item) => (item.type === 'attachment' ? [item.event] : []))
  return named.length === contents.length && new Set(named).size === named.length
}

function isNewer(value: CborValue): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number' && value.format > 1 && value.format !== MANIFEST_FORMAT
}
