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

export const itemEntrySchema = v.strictObject({
  type: v.literal('event'),
  size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(BUNDLE_LIMITS.itemBytes)),
  /** BLAKE2b-256 of the item. */
  hash: hashSchema,
})
export type ItemEntry = v.InferOutput<typeof itemEntrySchema>

export const manifestSchema = v.strictObject({
  format: v.literal(1),
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
  items: v.pipe(v.array(itemEntrySchema), v.maxLength(BUNDLE_LIMITS.items)),
  /** Zero bytes after the last item. */
  padding: count,
})
export type Manifest = v.InferOutput<typeof manifestSchema>

export function encodeManifest(manifest: Manifest): Uint8Array {
  const { frontier, items, ...rest } = manifest
  const fields: { [key: string]: CborValue } = { ...rest, frontier: frontier.map((entry) => ({ ...entry })), items: items.map((item) => ({ ...item })) }
  return encodeCbor(fields)
}

/** Strict: unknown fields, another order, another encoding are refused. */
export function parseManifest(bytes: Uint8Array): Result<Manifest, BundleFault> {
  const decoded = decodeCbor(bytes)
  if (!decoded.ok) return fault('schema', 'bundle-malformed')
  if (isNewer(decoded.value)) return fault('schema', 'bundle-newer')
  const parsed = v.safeParse(manifestSchema, decoded.value)
  return parsed.success ? ok(parsed.output) : fault('schema', 'bundle-malformed')
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

function isNewer(value: CborValue): boolean {
  return typeof value === 'object' && value !== null && 'format' in value && typeof value.format === 'number' && value.format > 1
}
