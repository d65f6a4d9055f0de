/** One attachment of 1 GiB in and out of a vault, against the bare secretstream loop over as many bytes, and the memory that it takes. */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sodium from 'libsodium-wrappers-sumo'
import { createEngine, type Engine } from '../electron/engine/entry.ts'
import { randomBytes, ready } from '../electron/engine/keys/index.ts'
import type { Method, Output } from '../shared/ipc/contract.ts'
import type { Measured } from './measure.ts'
import { watched, type Watched } from './watched.ts'

const MIB = 1024 * 1024
const SIZE_BYTES = Number(process.env['BENCH_ATTACHMENT_MIB'] ?? 1024) * MIB
/** In turn with the peer: a machine that also does other things is judged by its best round of each. */
const ROUNDS = 3
const CHUNK_BYTES = 64 * 1024
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
const PASSPHRASE = 'a bench has four legs and a plank'

export async function benchAttachments(): Promise<Measured[]> {
  await ready()
  await sodium.ready
  const root = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  const engine = await createEngine({ vaultFolder: join(root, 'vault'), kdf: 'floor' })
  try {
    return await inAndOut(engine, root)
  } finally {
    await engine.close()
    await rm(root, { recursive: true })
  }
}

async function inAndOut(engine: Engine, root: string): Promise<Measured[]> {
  const call = async <M extends Method>(method: M, input: unknown): Promise<Output<M>> => {
    const answer = await engine.call(method, input)
    if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
    return answer.value
  }
  await call('vault.create', { name: 'Bench', delegation: 'GSC', passphrase: PASSPHRASE, acknowledged: true })
  const { circle } = await call('circle.found', { name: 'Bench', kind: 'HWPCI' })
  const { dossier } = await call('dossier.open', { circle, reference: 'BENCH 2', title: 'Bench', kind: 'exercise', summary: '', marking: MARKING, distribution: ['GSC'] })
  const path = await fileOf(root, SIZE_BYTES)
  const small = await fileOf(root, 32 * 1024 * 1024)
  // Warms the machine and starts what is started once.
  const warm = await call('attachment.add', { dossier, source: engine.grantSource(small), marking: MARKING })
  await call('attachment.export', { dossier, attachment: warm.attachment, target: engine.grantTarget(root), inTheClear: true })
  bareStream(32 * 1024 * 1024)
  const ways: Record<'in' | 'out', Round[]> = { in: [], out: [] }
  for (let round = 0; round < ROUNDS; round++) {
    let { attachment } = warm
    const peerMs = bareStream(SIZE_BYTES)
    ways.in.push({ peerMs, ...await watched(async () => {
      attachment = (await call('attachment.add', { dossier, source: engine.grantSource(path), marking: MARKING })).attachment
    }) })
    const out = await mkdtemp(join(root, 'out-'))
    ways.out.push({ peerMs: bareStream(SIZE_BYTES), ...await watched(() => call('attachment.export', { dossier, attachment, target: engine.grantTarget(out), inTheClear: true })) })
    await rm(out, { recursive: true })
    await call('attachment.destroy', { dossier, attachment, reason: 'The bench is done with it.' })
  }
  const diskMs = await bareFile(root)
  return [measuredOf('in', ways.in, diskMs), measuredOf('out', ways.out, diskMs)]
}

type Round = Watched & { readonly peerMs: number }

/** The fastest of each: what this machine can do where nothing else takes its time. Of memory, the most. */
function measuredOf(way: string, rounds: readonly Round[], diskMs: number): Measured {
  const oursMs = Math.min(...rounds.map((round) => round.oursMs))
  const peerMs = Math.min(...rounds.map((round) => round.peerMs))
  const grownMib = Math.max(...rounds.map((round) => round.grownBytes)) / MIB
  const mib = SIZE_BYTES / MIB
  const cpuMs = Math.min(...rounds.map((round) => round.cpuMs))
  const speeds = `${rate(mib, oursMs)} against ${rate(mib, peerMs)}, ${(peerMs / oursMs).toFixed(2)} of its throughput; this disk alone ${rate(mib, diskMs)}; ${(cpuMs / 1000).toFixed(1)} s of processor; memory grew by ${grownMib.toFixed(0)} MiB`
  return { name: `attachment of ${mib} MiB ${way} (${speeds})`, peer: 'bare secretstream', oursMs, peerMs, ratio: oursMs / peerMs }
}

async function fileOf(root: string, sizeBytes: number): Promise<string> {
  const path = join(root, `source-${sizeBytes}.bin`)
  const handle = await open(path, 'w')
  const part = randomBytes(1024 * 1024)
  for (let at = 0; at < sizeBytes; at += part.length) await handle.write(part, 0, Math.min(part.length, sizeBytes - at))
  await handle.sync()
  await handle.close()
  return path
}

function rate(mib: number, ms: number): string {
  return `${((mib / ms) * 1000).toFixed(0)} MiB/s`
}

/** What this disk alone takes to write and flush as many bytes: where it is slower than the cipher, it decides. */
async function bareFile(root: string): Promise<number> {
  const path = join(root, 'bare.bin')
  const part = randomBytes(1024 * 1024)
  const started = performance.now()
  const handle = await open(path, 'w')
  for (let at = 0; at < SIZE_BYTES; at += part.length) await handle.write(part)
  await handle.sync()
  const ms = performance.now() - started
  await handle.close()
  await rm(path)
  return ms
}

/** What the cipher alone costs, in the same chunks. */
function bareStream(sizeBytes: number): number {
  const { state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(sodium.crypto_secretstream_xchacha20poly1305_keygen())
  const chunk = new Uint8Array(CHUNK_BYTES)
  const started = performance.now()
  for (let at = 0; at < sizeBytes; at += CHUNK_BYTES) {
    sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
  }
  return performance.now() - started
}
