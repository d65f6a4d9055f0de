/** Whether evidence proves what it says, from nothing but the file: signatures, and that what was signed does not fit together. FORMAT.md. */
import type { InstallationId } from '../base/identifiers.ts'
import type { SigningPublicKey } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import type { Card } from '../circle/card.ts'
import { parseSignedCard, type CardPorts } from '../circle/identity.ts'
import { parseManifest, type Manifest } from '../bundle/manifest.ts'
import { SIGNATURE_LABEL } from '../bundle/ports.ts'
import { rosterChangedSchema } from '../circle/events.ts'
import { parseBody } from '../log/body.ts'
import { bodyHashOf, circleOf, EVENT_LABEL, eventIdOf } from '../log/encode.ts'
import type { EventHeader } from '../log/event.ts'
import { parseHeader } from '../log/verify.ts'
import type { BundleStatement, Evidence, EvidenceKind } from './evidence.ts'

export interface EvidencePorts extends CardPorts {
  /** hh || H512(M): bundle/FORMAT.md section 4. */
  signedMessage(headerHash: Uint8Array, manifest: Uint8Array): Uint8Array
}

/** Whose signatures these are: whether the cards are really theirs, only the safety words tell. */
export interface Signatory {
  readonly installation: InstallationId
  readonly card: Card
  /** Of the keys in the card. Where it is not `installation`, the keys were rotated: that they are the same person's, only a roster tells. */
  readonly fingerprint: InstallationId
}

export interface ProvedEvidence {
  readonly kind: EvidenceKind
  readonly signatories: readonly Signatory[]
  /** About whose log, or whose bundles. */
  readonly about: InstallationId
  /** Who says so of it, where that is somebody else. */
  readonly saidBy: InstallationId | null
  /** Numbers in the log; of a bundle that is missing, the number of the one that names it. */
  readonly fromSeq: number
  readonly toSeq: number
  /** When the bundle was sealed or the first event signed, by the signatory's own clock. */
  readonly claimedAtUtcMs: number
}

type Verified<T> = Result<T, 'evidence-does-not-hold'>
const fails = err('evidence-does-not-hold' as const)

export function verifyEvidence(evidence: Evidence, ports: EvidencePorts): Verified<ProvedEvidence> {
  const signatories = readCards(evidence, ports)
  if (!signatories.ok) return signatories
  const check: Check = { circle: evidence.circle, ports, keys: signatories.value.keys }
  const proved = proveKind(evidence, check)
  return proved.ok ? ok({ ...proved.value, kind: evidence.kind, signatories: signatories.value.list }) : proved
}

interface Check {
  readonly circle: string
  readonly ports: EvidencePorts
  readonly keys: ReadonlyMap<InstallationId, SigningPublicKey>
}

type Proof = Omit<ProvedEvidence, 'kind' | 'signatories'>

function proveKind(evidence: Evidence, check: Check): Verified<Proof> {
  switch (evidence.kind) {
    case 'equivocation': return proveEquivocation(evidence.events, check)
    case 'splitView': return proveSplitView(evidence, check)
    case 'withheld': return proveWithheld(evidence, check)
    case 'missingBundle': return proveMissing(evidence, check)
    case 'rosterConflict': return proveRosterConflict(evidence.rosters, check)
  }
}

function readCards(evidence: Evidence, ports: EvidencePorts): Verified<{ list: Signatory[]; keys: Map<InstallationId, SigningPublicKey> }> {
  const list: Signatory[] = []
  const keys = new Map<InstallationId, SigningPublicKey>()
  for (const { card, installation } of evidence.cards) {
    const parsed = parseSignedCard(card, ports)
    if (!parsed.ok || keys.has(installation)) return fails
    list.push({ installation, card: parsed.value.card, fingerprint: parsed.value.installation })
    keys.set(installation, parsed.value.signingKey)
  }
  return ok({ list, keys })
}

type Headed = { readonly header: Uint8Array; readonly signature: Uint8Array }

function readSigned({ header, signature }: Headed, { circle, keys, ports }: Check): Verified<{ readonly header: EventHeader; readonly id: string }> {
  const parsed = parseHeader(header)
  const key = parsed.ok ? keys.get(parsed.value.log) : undefined
  if (!parsed.ok || key === undefined || !ports.verify(key, EVENT_LABEL, header, signature)) return fails
  const id = eventIdOf(header, ports.hash)
  return circleOf({ id, header: parsed.value }) === circle ? ok({ header: parsed.value, id }) : fails
}

function readStatement(statement: BundleStatement, { circle, keys, ports }: Check): Verified<Manifest> {
  const manifest = parseManifest(statement.manifest)
  const key = manifest.ok ? keys.get(manifest.value.sender) : undefined
  if (!manifest.ok || key === undefined || manifest.value.circle !== circle) return fails
  return ports.verify(key, SIGNATURE_LABEL, ports.signedMessage(statement.headerHash, statement.manifest), statement.signature) ? ok(manifest.value) : fails
}

function proveEquivocation(events: readonly Headed[], check: Check): Verified<Proof> {
  const [one, other] = events.map((event) => readSigned(event, check))
  if (one?.ok !== true || other?.ok !== true || one.value.id === other.value.id) return fails
  const [a, b] = [one.value.header, other.value.header]
  if (a.log !== b.log || a.seq !== b.seq || a.dossier !== b.dossier) return fails
  return ok({ about: a.log, saidBy: null, fromSeq: a.seq, toSeq: a.seq, claimedAtUtcMs: Math.min(a.claimedAtUtcMs, b.claimedAtUtcMs) })
}

function proveSplitView({ event, statement }: Extract<Evidence, { kind: 'splitView' }>, check: Check): Verified<Proof> {
  const signed = readSigned(event, check)
  const manifest = readStatement(statement, check)
  if (!signed.ok || !manifest.ok) return fails
  const { dossier, log, seq } = signed.value.header
  const said = manifest.value.frontier.find((entry) => entry.dossier === dossier && entry.log === log && entry.seq === seq)
  if (said === undefined || said.event === signed.value.id) return fails
  return ok({ about: log, saidBy: manifest.value.sender, fromSeq: seq, toSeq: seq, claimedAtUtcMs: manifest.value.sealedAtUtcMs })
}

function proveWithheld({ missing, statement }: Extract<Evidence, { kind: 'withheld' }>, check: Check): Verified<Proof> {
  const manifest = readStatement(statement, check)
  if (!manifest.ok || missing.fromSeq > missing.toSeq) return fails
  const said = manifest.value.frontier.find((entry) => entry.dossier === missing.dossier && entry.log === missing.log)
  if (said === undefined || said.seq < missing.toSeq) return fails
  return ok({ about: missing.log, saidBy: manifest.value.sender, fromSeq: missing.fromSeq, toSeq: missing.toSeq, claimedAtUtcMs: manifest.value.sealedAtUtcMs })
}

function proveMissing({ bundle, statement }: Extract<Evidence, { kind: 'missingBundle' }>, check: Check): Verified<Proof> {
  const manifest = readStatement(statement, check)
  if (!manifest.ok || manifest.value.previous !== bundle) return fails
  const { counter, sealedAtUtcMs, sender } = manifest.value
  return ok({ about: sender, saidBy: null, fromSeq: counter, toSeq: counter, claimedAtUtcMs: sealedAtUtcMs })
}

type Roster = Extract<Evidence, { kind: 'rosterConflict' }>['rosters'][number]

/** Two for one epoch by one author, or one that does not follow the one before. That the author was the secretariat then, the circle knows. */
function proveRosterConflict(rosters: readonly Roster[], check: Check): Verified<Proof> {
  const [one, other] = rosters.map((roster) => readRoster(roster, check)).map((read) => (read.ok ? read.value : null)).toSorted((a, b) => (a?.epoch ?? 0) - (b?.epoch ?? 0))
  if (!one || !other || one.id === other.id) return fails
  const twice = one.epoch === other.epoch && one.header.log === other.header.log
  const astray = other.epoch === one.epoch + 1 && other.predecessor !== one.id
  if (!twice && !astray) return fails
  return ok({ about: other.header.log, saidBy: null, fromSeq: other.epoch, toSeq: other.epoch, claimedAtUtcMs: Math.min(one.header.claimedAtUtcMs, other.header.claimedAtUtcMs) })
}

/** The founding event is the roster of epoch 1. */
function readRoster(roster: Roster, check: Check): Verified<{ readonly header: EventHeader; readonly id: string; readonly epoch: number; readonly predecessor: string | null }> {
  const signed = readSigned(roster, check)
  if (!signed.ok) return signed
  const { header, id } = signed.value
  if (bodyHashOf(roster.body, check.ports.hash) !== header.bodyHash || roster.body.length !== header.bodySize || header.dossier !== null) return fails
  if (header.type === 'circle.founded') return ok({ header, id, epoch: 1, predecessor: null })
  const body = header.type === 'roster.changed' ? parseBody({ signed: roster }, rosterChangedSchema) : null
  return body?.ok === true ? ok({ header, id, epoch: body.value.epoch, predecessor: body.value.predecessor }) : fails
}
