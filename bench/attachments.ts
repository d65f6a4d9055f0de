/** One attachment of 1 GiB in and out of a vault, against the bare secretstream loop over as many bytes, and the memory that it takes. */
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../electron/engine/entry.ts'
import { randomBytes, ready } from '../electron/engine/keys/index.ts'
import type { Method, Output } from '../shared/ipc/contract.ts'
import { bareOpening, bareReady, bareSealing } from './bareStream.ts'
import type { Measured } from './measure.ts'
import { watched, type Watched } from './watched.ts'

const MIB = 1024 * 1024
const SIZE_BYTES = Number(process.env['BENCH_ATTACHMENT_MIB'] ?? 1024) * MIB
/** In turn with the peer: a machine that also does other things is judged by its best round of each. */
const ROUNDS = 3
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
const PASSPHRASE = 'a bench has four legs and a plank'

export async function benchAttachments(): Promise<Measured[]> {
  await ready()
  await bareReady()
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
  bareSealing(32 * MIB)
  bareOpening(32 * MIB)
  const ways: Record<'in' | 'out', Round[]> = { in: [], out: [] }
  for (let round = 0; round < ROUNDS; round++) {
    let { attachment } = warm
    const into = await besideDisk(root, async () => {
      attachment = (await call('attachment.add', { dossier, source: engine.grantSource(path), marking: MARKING })).attachment
    })
    ways.in.push({ ...into, peerMs: bareSealing(SIZE_BYTES) })
    const out = await mkdtemp(join(root, 'out-'))
    const outOf = await besideDisk(root, () => call('attachment.export', { dossier, attachment, target: engine.grantTarget(out), inTheClear: true }))
    ways.out.push({ ...outOf, peerMs: bareOpening(SIZE_BYTES) })
    await rm(out, { recursive: true })
    await call('attachment.destroy', { dossier, attachment, reason: 'The bench is done with it.' })
  }
  return [measuredOf('in', 'bare secretstream', ways.in), measuredOf('out', 'bare secretstream, opening', ways.out)]
}

/** The disk first, and the work at once after it: both find the memory of the machine in the same state, which decides what writing costs. */
async function besideDisk(root: string, work: () => Promise<unknown>): Promise<Omit<Round, 'peerMs'>> {
  const diskMs = await bareFile(root)
  return { diskMs, ...await watched(work) }
}

type Round = Watched & { readonly peerMs: number; readonly diskMs: number }

/** The fastest of each: what this machine can do where nothing else takes its time. Of memory, the most. */
function measuredOf(way: string, peer: string, rounds: readonly Round[]): Measured {
  const oursMs = Math.min(...rounds.map((round) => round.oursMs))
  const peerMs = Math.min(...rounds.map((round) => round.peerMs))
  const diskMs = Math.min(...rounds.map((round) => round.diskMs))
  const grownMib = Math.max(...rounds.map((round) => round.grownBytes)) / MIB
  const mib = SIZE_BYTES / MIB
  const cpuMs = Math.min(...rounds.map((round) => round.cpuMs))
  const speeds = `${rate(mib, oursMs)} against ${rate(mib, peerMs)}, ${(peerMs / oursMs).toFixed(2)} of its throughput; this disk alone ${rate(mib, diskMs)}; ${(cpuMs / 1000).toFixed(1)} s of processor; memory grew by ${grownMib.toFixed(0)} MiB`
  return { name: `attachment of ${mib} MiB ${way} (${speeds})`, peer, oursMs, peerMs, ratio: oursMs / peerMs }
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
