/** One bundle of 10,000 events looked at and imported, each against the bare signature checks that its events need. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../electron/engine/entry.ts'
import { createIdentity, randomBytes, ready, signerOf, verifier } from '../electron/engine/keys/index.ts'
import { parseCardFile } from '../shared/circle/cardFile.ts'
import type { Method, Output } from '../shared/ipc/contract.ts'
import { loneSecretariat } from './largeBundle.ts'
import { lineOf, type Measured } from './measure.ts'

const EVENTS = 10_000
const ROUNDS = 3
const PASSPHRASE = 'a bench has four legs and a plank'

export async function benchArrival(): Promise<Measured[]> {
  await ready()
  const root = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  try {
    const bundle = await prepare(root)
    const rounds: (readonly [preview: number, admission: number, bare: number])[] = []
    for (let round = 0; round <= ROUNDS; round++) {
      const bare = bareChecks(EVENTS)
      const [preview, admission] = await arrival(root, bundle, round)
      // The first round warms the machine and does not count.
      if (round > 0) rounds.push([preview, admission, bare])
    }
    const peer = `${EVENTS} bare signature checks, one thread`
    const measured = (name: string, at: 0 | 1): Measured => {
      const sorted = rounds.toSorted((a, b) => a[at] / a[2] - b[at] / b[2])
      const [ours, theirs] = [sorted[Math.floor(ROUNDS / 2)]?.[at] ?? Number.NaN, sorted[Math.floor(ROUNDS / 2)]?.[2] ?? Number.NaN]
      return { name, peer, oursMs: ours, peerMs: theirs, ratio: ours / theirs }
    }
    return [measured(`preview ${EVENTS} events (signatures in two threads)`, 0), measured(`import ${EVENTS} events once previewed`, 1)]
  } finally {
    await rm(root, { recursive: true })
  }
}

/** A reader's vault to be copied for each round, and the bundle for it. */
async function prepare(root: string): Promise<string> {
  const secretariat = loneSecretariat()
  await writeFile(join(root, 'gsc.chcard'), secretariat.cardFile)
  const reader = await createEngine({ vaultFolder: join(root, 'reader'), kdf: 'floor' })
  await call(reader, 'vault.create', { name: 'Bench CZ', delegation: 'CZ', passphrase: PASSPHRASE, acknowledged: true })
  const { installation } = await call(reader, 'card.read', { source: reader.grantSource(join(root, 'gsc.chcard')) })
  await call(reader, 'card.trust', { installation, safetyWordsCompared: true })
  const { fileName } = await call(reader, 'card.write', { target: reader.grantTarget(root) })
  await reader.close()
  const card = parseCardFile(await readFile(join(root, fileName)))
  if (!card.ok) throw new Error(card.error)
  const path = join(root, 'one.chbundle')
  await secretariat.writeBundle(path, card.value, EVENTS)
  return path
}

async function arrival(root: string, bundle: string, round: number): Promise<readonly [preview: number, admission: number]> {
  const folder = join(root, `round-${round}`)
  await cp(join(root, 'reader'), folder, { recursive: true })
  const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
  await call(engine, 'vault.unlock', { passphrase: PASSPHRASE })
  const [previewMs, { preview }] = await timed(() => call(engine, 'bundle.preview', { source: engine.grantSource(bundle) }))
  const [importMs, { admitted }] = await timed(() => call(engine, 'bundle.import', { preview }))
  if (admitted !== EVENTS + 3) throw new Error(`${admitted} events were admitted`)
  await engine.close()
  await rm(folder, { recursive: true })
  return [previewMs, importMs]
}

async function call<M extends Method>(engine: Engine, method: M, input: unknown): Promise<Output<M>> {
  const answer = await engine.call(method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

async function timed<T>(work: () => Promise<T>): Promise<[ms: number, result: T]> {
  const started = performance.now()
  const result = await work()
  return [performance.now() - started, result]
}

export function bareChecks(count: number): number {
  const identity = createIdentity(randomBytes)
  const message = randomBytes(400)
  const label = 'chancery/bench\0'
  const signature = signerOf(identity)(label, message)
  const started = performance.now()
  for (let at = 0; at < count; at++) if (!verifier(identity.signingKey, label, message, signature)) throw new Error('a good signature failed')
  return performance.now() - started
}

if (import.meta.main) for (const measured of await benchArrival()) console.log(lineOf(measured))
