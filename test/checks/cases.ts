/** What the door must do: every frozen bundle at its stage, and what no frozen file can show. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { judgeContent } from '../../electron/engine/handlers/contentVerdict.ts'
import { openBundle } from '../../electron/engine/intake/openBundle.ts'
import { createIdentity, hasher, ready, signerOf, verifier } from '../../electron/engine/keys/index.ts'
import { concat } from '../../shared/base/bytes.ts'
import { decodeCbor, encodeCbor, type CborValue } from '../../shared/base/cbor.ts'
import type { CircleId, EventId, Hash, InstallationId } from '../../shared/base/identifiers.ts'
import { headSize, parseHead, parsePreamble } from '../../shared/bundle/container.ts'
import { fault } from '../../shared/bundle/fault.ts'
import { BUNDLE_LIMITS } from '../../shared/bundle/limits.ts'
import { encodeManifest, MANIFEST_FORMAT, parseManifest } from '../../shared/bundle/manifest.ts'
import { parseSignedCard, signCard } from '../../shared/circle/identity.ts'
import { createPayloadReader } from '../../shared/bundle/payload.ts'
import { parseHeader } from '../../shared/log/verify.ts'
import { setStage } from '../fakes/events.ts'
import { memoryVault } from '../fakes/memoryVault.ts'
import { seededRandom } from '../fakes/seededRandom.ts'
import { VECTORS, index, readerKeys, receiveVector } from '../vectors/vectorReader.ts'

export interface Case {
  readonly name: string
  readonly expected: string
  verdict(): Promise<string>
}

function said(result: { readonly ok: boolean; readonly error?: { readonly stage: string | null; readonly code: string } }): string {
  return result.error === undefined ? 'opens' : `${result.error.stage} ${result.error.code}`
}

const small = join(VECTORS, 'bundles/good-small.chbundle')

export const CASES: readonly Case[] = [
  { name: 'a file larger than may be', expected: 'limit file-too-large', verdict: async () => said(await openBundle(small, readerKeys, 5000)) },
  { name: 'a folder in place of a file', expected: 'null file-unreadable', verdict: async () => said(await folderAsBundle()) },
  { name: 'a reader who trusts nobody', expected: 'signature bundle-sender-unknown', verdict: async () => said(await receiveVector(small, { ...readerKeys, keyOf: () => null })) },
  { name: 'a signature that no key of a later roster makes good', expected: 'signature bundle-signature', verdict: async () => said(await receiveVector(join(VECTORS, 'bundles/signature-of-zeros.chbundle'), { ...readerKeys, keyBrought: () => () => null })) },
  { name: 'a device in place of a file', expected: 'null file-unreadable', verdict: async () => (process.platform === 'win32' ? 'null file-unreadable' : said(await openBundle('/dev/null', readerKeys))) },
  { name: 'a head that is a byte short', expected: 'container bundle-cut', verdict: async () => said(shortHead()) },
  { name: 'a manifest longer than its payload, before it has come', expected: 'schema bundle-malformed', verdict: async () => said(longManifest()) },
  { name: 'values nested too deep', expected: 'too-deep', verdict: async () => faultOf(encodeCbor(nested(30))) },
  { name: 'text that is not in its normal form', expected: 'not-nfc', verdict: async () => faultOf(Uint8Array.of(0x63, 0x65, 0xcc, 0x81)) },
  { name: 'bytes after the end of a value', expected: 'not-cbor', verdict: async () => faultOf(Uint8Array.of(0x00, 0x00)) },
  { name: 'a number that no reader can hold exactly', expected: 'not-allowed', verdict: async () => faultOf(Uint8Array.of(0x1b, 0x00, 0x20, 0, 0, 0, 0, 0, 0)) },
  { name: 'a number that is longer than it need be', expected: 'not-deterministic', verdict: async () => faultOf(Uint8Array.of(0x18, 0x01)) },
  { name: 'a key that stands twice', expected: 'not-deterministic', verdict: async () => faultOf(Uint8Array.of(0xa2, 0x61, 0x61, 0x01, 0x61, 0x61, 0x02)) },
  { name: 'a header with an identifier in capitals', expected: 'header-malformed', verdict: async () => headerFault(encodeCbor({ ...HEADER, log: 'AB'.repeat(32) })) },
  { name: 'a header with a number that is longer than it need be', expected: 'header-malformed', verdict: async () => headerFault(longNumber(encodeCbor(HEADER))) },
  { name: 'more events than are held in memory', expected: 'limit bundle-malformed', verdict: async () => said(manyEvents()) },
  { name: 'the content of another file for an attachment', expected: 'differs', verdict: contentOfAnother },
  { name: 'a card whose name turns itself around', expected: 'not-a-card', verdict: turnedCard },
  ...index.bundles.map(({ file, expect }): Case => ({
    name: file, expected: expect === null ? 'opens' : `${expect.stage} ${expect.code}`, verdict: async () => said(await receiveVector(join(VECTORS, file))),
  })),
]

/** Each no larger than may be, and all of them a byte more. */
function manyEvents() {
  const one = 'ab'.repeat(32) as Hash
  const most = BUNDLE_LIMITS.eventBytes / 64
  const items = Array.from({ length: 65 }, (_, at) => ({ type: 'event' as const, size: at === 64 ? 1 : most, hash: one }))
  const installation = 'cd'.repeat(32) as InstallationId
  return parseManifest(encodeManifest({
    format: MANIFEST_FORMAT, circle: 'ef'.repeat(32) as CircleId, sender: installation, recipients: [installation], counter: 1, previous: null, sealedAtUtcMs: 1,
    roster: { epoch: 1, head: 'ab'.repeat(32) as EventId }, frontier: [], marking: null, items, withoutBody: [], withoutContent: [], padding: 0,
  }))
}

/** As long as the true one. */
async function contentOfAnother(): Promise<string> {
  const stage = await setStage([])
  const gsc = stage.person('GSC')
  const marking = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
  const said = { name: 'heron.bin', sizeBytes: 4, hash: hasher(Uint8Array.of(1, 2, 3, 4)), mediaType: 'application/octet-stream', marking }
  const added = stage.say(gsc, 'attachment.added', said, { heads: [] })
  const { session } = memoryVault(gsc, stage, 1)
  return judgeContent({ event: added.id, sizeBytes: 4, hash: hasher(Uint8Array.of(4, 3, 2, 1)) }, session, [added])
}

async function turnedCard(): Promise<string> {
  await ready()
  const identity = createIdentity(seededRandom(5))
  const { sealingKey, signingKey } = identity
  const signed = signCard({ v: 1, name: 'Anna \u202e(ZC)', delegation: 'FR', signingKey, sealingKey, madeAtUtcMs: 1 }, signerOf(identity))
  const card = parseSignedCard(signed, { hash: hasher, verify: verifier })
  return card.ok ? 'opens' : card.error
}

function shortHead() {
  const file = new Uint8Array(readFileSync(small))
  const preamble = parsePreamble(file.subarray(0, 45))
  return preamble.ok ? parseHead(preamble.value, file.subarray(0, headSize(preamble.value.stanzas) - 1)) : preamble
}

function longManifest() {
  const reader = createPayloadReader(100, { manifest: () => fault('limit', 'bundle-malformed'), item: () => fault('limit', 'bundle-malformed') })
  return reader.push(concat(new Uint8Array(64), Uint8Array.of(0, 0, 0, 200)))
}

function faultOf(bytes: Uint8Array): string {
  const decoded = decodeCbor(bytes)
  return decoded.ok ? 'opens' : decoded.error
}

const HEADER = {
  v: 1, circle: 'c1'.repeat(32), dossier: null, log: 'ab'.repeat(32), seq: 1, prev: null, heads: [], rosterEpoch: 1, type: 'receipt.given', claimedAtUtcMs: 5, bodyHash: 'ee'.repeat(32), bodySize: 1,
}

/** The last number of all takes a byte more. */
function longNumber(header: Uint8Array): Uint8Array {
  return concat(header.subarray(0, -1), Uint8Array.of(0x18, HEADER.claimedAtUtcMs))
}

function headerFault(bytes: Uint8Array): string {
  const parsed = parseHeader(bytes)
  return parsed.ok ? 'opens' : parsed.error
}

function nested(depth: number): CborValue {
  return depth === 0 ? [] : [nested(depth - 1)]
}

async function folderAsBundle() {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-test-'))
  try {
    return await openBundle(folder, readerKeys)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
