/** What somebody signed that does not fit what they or others signed elsewhere: a file that anybody can check without a vault. FORMAT.md. */
import * as v from 'valibot'
import { concat, equalBytes } from '../base/bytes.ts'
import { decodeCbor, encodeCbor, type CborValue } from '../base/cbor.ts'
import { circleIdSchema, dossierIdSchema, hashSchema, installationIdSchema } from '../base/identifiers.ts'
import { err, ok, type Result } from '../base/result.ts'
import { signedCardSchema } from '../circle/card.ts'
import { EVENT_LIMITS } from '../log/event.ts'
import { BUNDLE_LIMITS } from '../bundle/limits.ts'

export const EVIDENCE_LIMIT_BYTES = 32 * 1024 * 1024
const MAGIC = Uint8Array.of(0x89, 0x43, 0x48, 0x45, 0x56, 0x44, 0x0d, 0x0a)

/**
 * - `equivocation` one author signed two events under one number of one log;
 * - `splitView` a sender signed that it has another event under a number than the one that its author signed here;
 * - `withheld` a sender signed that it has events which have not arrived;
 * - `rosterConflict` a secretariat signed two rosters that cannot both be;
 * - `missingBundle` a sender signed that a bundle went before this one, which has not arrived.
 */
export const EVIDENCE_KINDS = ['equivocation', 'splitView', 'withheld', 'missingBundle', 'rosterConflict'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

const bytes: v.GenericSchema<unknown, Uint8Array> = v.instance(Uint8Array)
const sized = (most: number) => v.pipe(bytes, v.maxLength(most))
const exactly = (length: number) => v.pipe(bytes, v.length(length))
const fromOne = v.pipe(v.number(), v.integer(), v.minValue(1))

/** A header and its signature: the body says nothing about what is proved here, and stays. */
const headerSchema = v.strictObject({ header: sized(EVENT_LIMITS.headerBytes), signature: exactly(64) })
/** A roster event whole: its body says which roster it is, and which one it follows. It names people of the circle and their keys. */
const rosterSchema = v.strictObject({ ...headerSchema.entries, body: sized(1024 * 1024) })
/** A manifest, the hash of the header of its file, and the signature over both. */
const statementSchema = v.strictObject({ manifest: sized(BUNDLE_LIMITS.manifestBytes), headerHash: exactly(64), signature: exactly(64) })
export type BundleStatement = v.InferOutput<typeof statementSchema>

const placeSchema = v.strictObject({ dossier: v.nullable(dossierIdSchema), log: installationIdSchema, fromSeq: fromOne, toSeq: fromOne })

const common = {
  v: v.literal(1),
  circle: circleIdSchema,
  /** Of everybody whose signature is in the file, with the name that the circle has for the installation. */
  cards: v.pipe(v.array(v.strictObject({ installation: installationIdSchema, card: signedCardSchema })), v.minLength(1), v.maxLength(4)),
}

export const evidenceSchema = v.variant('kind', [
  v.strictObject({ ...common, kind: v.literal('equivocation'), events: v.pipe(v.array(headerSchema), v.length(2)) }),
  v.strictObject({ ...common, kind: v.literal('splitView'), event: headerSchema, statement: statementSchema }),
  v.strictObject({ ...common, kind: v.literal('withheld'), statement: statementSchema, missing: placeSchema }),
  v.strictObject({ ...common, kind: v.literal('rosterConflict'), rosters: v.pipe(v.array(rosterSchema), v.length(2)) }),
  v.strictObject({ ...common, kind: v.literal('missingBundle'), statement: statementSchema, bundle: hashSchema }),
])
export type Evidence = v.InferOutput<typeof evidenceSchema>

export function encodeEvidence(evidence: Evidence): Uint8Array {
  return concat(MAGIC, encodeCbor(plain(evidence)))
}

/** Layout only; verifyEvidence judges what it says. */
export function parseEvidence(file: Uint8Array): Result<Evidence, 'not-evidence'> {
  if (file.length > EVIDENCE_LIMIT_BYTES || !equalBytes(file.subarray(0, MAGIC.length), MAGIC)) return err('not-evidence')
  const decoded = decodeCbor(file.subarray(MAGIC.length))
  const parsed = decoded.ok ? v.safeParse(evidenceSchema, decoded.value) : null
  return parsed?.success === true ? ok(parsed.output) : err('not-evidence')
}

/** Interfaces have no index signature, which a map of CBOR has. */
function plain(evidence: Evidence): CborValue {
  const cards = evidence.cards.map(({ card, installation }) => ({ installation, card: { ...card } }))
  switch (evidence.kind) {
    case 'equivocation': return { ...evidence, cards, events: evidence.events.map((event) => ({ ...event })) }
    case 'splitView': return { ...evidence, cards, event: { ...evidence.event }, statement: { ...evidence.statement } }
    case 'withheld': return { ...evidence, cards, statement: { ...evidence.statement }, missing: { ...evidence.missing } }
    case 'rosterConflict': return { ...evidence, cards, rosters: evidence.rosters.map((roster) => ({ ...roster })) }
    case 'missingBundle': return { ...evidence, cards, statement: { ...evidence.statement } }
  }
}
