/** The doors, each as a function of bytes. What it answers is a word; that it answers, and in time, is the law. */
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync, existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCard } from '../../electron/engine/intake/readCard.ts'
import { openBundle } from '../../electron/engine/intake/openBundle.ts'
import { verifyBundleEvents } from '../../electron/engine/intake/verifyBundleEvents.ts'
import { hasher, sealerOf, signerOf, verifier } from '../../electron/engine/keys/index.ts'
import { concat, fromHex } from '../../shared/base/bytes.ts'
import type { SealingPublicKey, SigningPublicKey } from '../../shared/base/ports.ts'
import { ok } from '../../shared/base/result.ts'
import { SIZES } from '../../shared/bundle/container.ts'
import { padme } from '../../shared/bundle/padding.ts'
import { SIGNATURE_LABEL, type BundleOpener, type Hashing } from '../../shared/bundle/ports.ts'
import { encodeCardFile } from '../../shared/circle/cardFile.ts'
import { verifyCertificate } from '../../shared/silence/certificate.ts'
import { seededRandom } from '../fakes/seededRandom.ts'
import type { Dice } from '../sim/exchange/dice.ts'
import { insider, reader, secretariat } from '../vectors/cast.ts'
import { oracleOpen } from '../vectors/oracle.ts'
import { VECTORS, index, readerKeys, receiveVector } from '../vectors/vectorReader.ts'
import { mutateBytes, mutatePayload } from './mutate.ts'

export interface Target {
  readonly name: string
  readonly seeds: readonly Uint8Array[]
  mutate(input: Uint8Array, other: Uint8Array, dice: Dice): Uint8Array
  /** What it opened as, or the stage and code of the refusal. */
  run(input: Uint8Array): Promise<string>
}

const folder = mkdtempSync(join(existsSync('/dev/shm') ? '/dev/shm' : tmpdir(), 'chancery-fuzz-'))
process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
const path = join(folder, 'input')

function written(bytes: Uint8Array): string {
  writeFileSync(path, bytes)
  return path
}

interface Answer {
  readonly ok: boolean
  readonly error?: { readonly stage: string | null; readonly code: string }
}

function said({ ok: opens, error }: Answer): string {
  if (opens || error === undefined) return 'opens'
  if (error.stage === null) throw new Error(`refused without a stage: ${error.code}`)
  return `${error.stage} ${error.code}`
}

const MOST_SEED_BYTES = 90_000
const vectors = index.bundles.map(({ file, expect }) => ({ bytes: new Uint8Array(readFileSync(join(VECTORS, file))), stage: expect?.stage ?? 'opens' })).filter(({ bytes }) => bytes.length < MOST_SEED_BYTES)
const files = vectors.map(({ bytes }) => bytes)

/** Of those whose payload is whole, without signature: length, manifest, items, padding. */
const payloads = vectors.filter(({ stage }) => ['opens', 'schema', 'chain', 'policy'].includes(stage)).flatMap(({ bytes }) => {
  const opened = oracleOpen(bytes, fromHex(index.reader.sealingSeed))
  return opened === null ? [] : [concat(lengthOf(opened.manifest), opened.manifest, opened.rest)]
})

function lengthOf(manifest: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, manifest.length)
  return bytes
}

/** To a length that the padding can give: otherwise every change of length would end at the container. */
function padded(payload: Uint8Array): Uint8Array {
  return concat(payload, new Uint8Array(padme(Math.max(payload.length, 70)) - payload.length))
}

function chunksOf(payload: Uint8Array): Uint8Array[] {
  return Array.from({ length: Math.ceil(payload.length / SIZES.chunk) }, (_, at) => payload.subarray(at * SIZES.chunk, (at + 1) * SIZES.chunk))
}

/** The payload signed by its sender and sealed for the reader, for real. */
function sealed(payload: Uint8Array): Uint8Array {
  const sealing = sealerOf(seededRandom(7)).begin([reader.identity.sealingKey, insider.identity.sealingKey] satisfies SealingPublicKey[])
  const length = payload.length < 4 ? 0 : new DataView(payload.buffer, payload.byteOffset).getUint32(0)
  const signature = signerOf(secretariat.identity)(SIGNATURE_LABEL, sealing.signedMessage(payload.subarray(4, 4 + length)))
  const chunks = chunksOf(padded(concat(signature, payload)))
  return concat(sealing.head, ...chunks.map((chunk, at) => sealing.seal(chunk, at === chunks.length - 1)))
}

/** A file whose chunks are open: the same door behind a cipher that does nothing, a hundred times as fast. */
const openOpener: BundleOpener = {
  begin: () => ok({ signedMessage: (manifest) => concat(new Uint8Array(64), manifest.subarray(0, 1)), open: (chunk) => ok(chunk.subarray(SIZES.chunkOverhead)) }),
}
const openHead = sealed(payloads[0] ?? new Uint8Array(0)).subarray(0, 45 + 4 * SIZES.stanza + 56)

function unsealed(payload: Uint8Array): Uint8Array {
  const chunks = chunksOf(padded(concat(new Uint8Array(64), payload)))
  return concat(openHead, ...chunks.map((chunk) => concat(new Uint8Array(SIZES.chunkOverhead), chunk)))
}

/** Signatures are taken for good: what is behind them must bear any content. */
async function throughOpenDoor(payload: Uint8Array): Promise<string> {
  const verify = (key: SigningPublicKey): boolean => key.length === 32
  const opened = await openBundle(written(unsealed(payload)), { ...readerKeys, opener: openOpener, verify, newHashing: plainHashing })
  if (!opened.ok) return said(opened)
  return said(verifyBundleEvents(opened.value, { circleEvents: [], isTrusted: () => true, ports: { hash: hasher, verify } }))
}

/** Files are small here: at once is quicker than in parts. */
function plainHashing(): Hashing {
  const parts: Uint8Array[] = []
  return { update: (part) => void parts.push(part.slice()), digest: () => hasher(concat(...parts)) }
}

const certificates = readdirSync(join(VECTORS, 'certificates'), { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => new Uint8Array(readFileSync(join(entry.parentPath, entry.name))))
const certifier = { name: 'Ada Example', delegation: 'GSC' as const, installation: secretariat.identity.installation, signingKey: secretariat.identity.signingKey }

export const TARGETS: readonly Target[] = [
  { name: 'bundle-open', seeds: payloads, mutate: (input, _, dice) => mutatePayload(input, dice), run: throughOpenDoor },
  { name: 'bundle-sealed', seeds: payloads, mutate: (input, _, dice) => mutatePayload(input, dice), run: async (input) => said(await receiveVector(written(sealed(input)))) },
  { name: 'bundle-file', seeds: files, mutate: mutateBytes, run: async (input) => said(await receiveVector(written(input))) },
  {
    name: 'card', seeds: [secretariat, reader, insider].map(({ card }) => encodeCardFile(card)), mutate: mutateBytes,
    async run(input) {
      const card = await readCard(written(input), { hash: hasher, verify: verifier })
      return card.ok ? 'opens' : card.error
    },
  },
  {
    name: 'certificate', seeds: certificates, mutate: mutateBytes,
    async run(input) {
      const certificate = verifyCertificate(input, certifier, verifier)
      return certificate.ok ? 'opens' : certificate.error
    },
  },
]
