/** Backup of a vault with a large attachment: written, read back and opened. Against a plain copy of as many bytes, flushed and read back; and the memory that it takes. */
import { closeSync, fsyncSync, openSync, readSync, writeSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../electron/engine/entry.ts'
import { randomBytes } from '../electron/engine/keys/index.ts'
import type { Method, Output } from '../shared/ipc/contract.ts'
import { lineOf, type Measured } from './measure.ts'
import { watched } from './watched.ts'

const MIB = 1024 * 1024
const ATTACHMENT_MIB = Number(process.env['BENCH_BACKUP_MIB'] ?? 256)
const ROUNDS = 3
const MARKING = { limite: true, classification: 'NONE', tlp: null, releasableTo: [] }
const PASSPHRASE = 'a bench has four legs and a plank'

export async function benchBackup(): Promise<Measured[]> {
  const root = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  const engine = await createEngine({ vaultFolder: join(root, 'vault'), kdf: 'floor' })
  try {
    await fill(engine, root)
    return [await compared(engine, root)]
  } finally {
    await engine.close()
    await rm(root, { recursive: true })
  }
}

async function compared(engine: Engine, root: string): Promise<Measured> {
  const rounds: { readonly oursMs: number; readonly peerMs: number; readonly cpuMs: number; readonly grownBytes: number }[] = []
  for (let round = 0; round <= ROUNDS; round++) {
    const out = await mkdtemp(join(root, 'out-'))
    let fileName = ''
    const ours = await watched(async () => {
      fileName = (await call(engine, 'backup.write', { target: engine.grantTarget(out) })).fileName
    })
    const peerMs = copied(join(out, fileName), join(out, 'copy'))
    // The first round warms the machine and does not count.
    if (round > 0) rounds.push({ ...ours, peerMs })
    await rm(out, { recursive: true })
  }
  const [middle] = rounds.toSorted((a, b) => a.oursMs / a.peerMs - b.oursMs / b.peerMs).slice(Math.floor(ROUNDS / 2))
  if (middle === undefined) throw new Error('there is a round in the middle')
  const { oursMs, peerMs, cpuMs, grownBytes } = middle
  const grown = Math.max(...rounds.map((one) => one.grownBytes), grownBytes)
  return {
    name: `back up a vault with an attachment of ${ATTACHMENT_MIB} MiB (${cpuMs.toFixed(0)} ms of the processors, at most ${(grown / MIB).toFixed(0)} MiB more memory)`,
    peer: 'a plain copy of the same bytes, flushed and read back', oursMs, peerMs, ratio: oursMs / peerMs,
  }
}

async function fill(engine: Engine, root: string): Promise<void> {
  await call(engine, 'vault.create', { name: 'Bench', delegation: 'GSC', passphrase: PASSPHRASE, acknowledged: true })
  const { circle } = await call(engine, 'circle.found', { name: 'Bench', kind: 'HWPCI' })
  const { dossier } = await call(engine, 'dossier.open', { circle, reference: 'BENCH 3', title: 'Bench', kind: 'exercise', summary: '', marking: MARKING, distribution: ['GSC'] })
  const path = join(root, 'evidence.bin')
  const file = openSync(path, 'wx')
  const part = randomBytes(MIB)
  for (let at = 0; at < ATTACHMENT_MIB; at++) writeSync(file, part)
  closeSync(file)
  await call(engine, 'attachment.add', { dossier, source: engine.grantSource(path), marking: MARKING })
  await rm(path)
}

/** In parts, so that it too takes little memory. */
function copied(from: string, to: string): number {
  const started = performance.now()
  const part = new Uint8Array(MIB)
  const [source, target] = [openSync(from, 'r'), openSync(to, 'wx+')]
  for (let bytes = readSync(source, part); bytes > 0; bytes = readSync(source, part)) writeSync(target, part, 0, bytes)
  fsyncSync(target)
  for (let at = 0, bytes = readSync(target, part, 0, MIB, 0); bytes > 0; bytes = readSync(target, part, 0, MIB, at)) at += bytes
  closeSync(source)
  closeSync(target)
  return performance.now() - started
}

async function call<M extends Method>(engine: Engine, method: M, input: unknown): Promise<Output<M>> {
  const answer = await engine.call(method, input)
  if (!answer.ok) throw new Error(`${method}: ${answer.error.code}`)
  return answer.value
}

if (import.meta.main) for (const measured of await benchBackup()) console.log(lineOf(measured))
