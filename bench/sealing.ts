/**
 * One bundle with an attachment of 512 MiB, each part of the way against the bare secretstream loop over as many bytes: sealed, which is the
 * cipher alone; sealed and handed to the disk; written as the product does it, flushed, read back and compared; and opened. Beside them what
 * this disk alone takes for as much, what the memory grew by, and what `age` takes for the same bytes where it is installed.
 */
import { execFile } from 'node:child_process'
import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { openBundle } from '../electron/engine/intake/openBundle.ts'
import { createIdentity, hasher, hashingAside, newHashing, openerOf, randomBytes, ready, sealerOf, signerOf, verifier } from '../electron/engine/keys/index.ts'
import { filling } from '../electron/engine/outgoing/filling.ts'
import { bundleParts, writeBundle, type BundleContent, type ContentReader } from '../electron/engine/outgoing/writeBundle.ts'
import { giveBack } from '../shared/base/bytes.ts'
import type { CircleId, EventId } from '../shared/base/identifiers.ts'
import { ok } from '../shared/base/result.ts'
import { bareOpening, bareReady, bareSealing } from './bareStream.ts'
import { lineOf, type Measured } from './measure.ts'
import { watched, type Watched } from './watched.ts'

const MIB = 1024 * 1024
const SIZE_BYTES = Number(process.env['BENCH_BUNDLE_MIB'] ?? 512) * MIB
const ROUNDS = 3
const run = promisify(execFile)

export async function benchSealing(): Promise<Measured[]> {
  await ready()
  await bareReady()
  const [sender, reader] = [createIdentity(randomBytes), createIdentity(randomBytes)]
  const content: BundleContent = {
    facts: {
      sender: sender.installation, circle: '1'.repeat(64) as CircleId, counter: 1, previous: null, sealedAtUtcMs: 0, marking: null,
      roster: { epoch: 1, head: '2'.repeat(64) as EventId }, frontier: [],
    },
    recipients: [reader], events: [],
    contents: [{ event: '3'.repeat(64) as EventId, sizeBytes: SIZE_BYTES, hash: hashOfZeros(), open: async () => ok(zeros()) }],
  }
  const keys = { sealer: sealerOf(randomBytes), sign: signerOf(sender), hash: hasher, hashingAside }
  const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  const path = join(folder, 'one.chbundle')
  const opening = { opener: openerOf([reader]), isMe: (one: string) => one === reader.installation, keyOf: () => sender.signingKey, keyBrought: () => null, verify: verifier, newHashing, hashingAside }
  try {
    const age = await ageTimes(folder)
    bareSealing(SIZE_BYTES)
    const disk = await bareDisk(join(folder, 'bare.bin'))
    return [
      await measured('seal', 'bare secretstream', bareSealing, () => drain(bundleParts(content, keys)), ''),
      await measured('seal and write', 'bare secretstream', bareSealing, () => writeOnly(path, bundleParts(content, keys)), `; this disk alone ${rate(disk.writeMs)}`),
      await measured('seal, write, flush and read back', 'bare secretstream', bareSealing, async () => {
        await rm(path, { force: true })
        const written = await writeBundle(path, content, keys)
        if (!written.ok) throw new Error(written.error)
      }, `; this disk alone, one after the other, ${rate(disk.writeMs + disk.flushMs + disk.readMs)}: ${disk.writeMs.toFixed(0)} ms to write, ${disk.flushMs.toFixed(0)} to flush, ${disk.readMs.toFixed(0)} to read; age ${rate(age.encryptMs)}`),
      await measured('open', 'bare secretstream, opening', bareOpening, async () => {
        const opened = await openBundle(path, opening)
        if (!opened.ok) throw new Error(opened.error.code)
      }, `; this disk alone ${rate(disk.readMs)}; age ${rate(age.decryptMs)}`),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function zeros(): ContentReader {
  let left = SIZE_BYTES
  return {
    async fill(into) {
      const filled = Math.min(into.length, left)
      left -= filled
      return ok(filled)
    },
    close: async () => undefined,
  }
}

function hashOfZeros() {
  const hashing = newHashing()
  const part = new Uint8Array(MIB)
  for (let at = 0; at < SIZE_BYTES; at += part.length) hashing.update(part)
  return hashing.digest()
}

/** A part is given away, as the product takes it: its memory ends with it. */
async function drain(parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const part of parts) giveBack(part)
}

/** Neither flushed nor read back. */
async function writeOnly(path: string, made: AsyncGenerator<Uint8Array>): Promise<void> {
  const parts = filling<never>(() => made)
  const handle = await open(path, 'w')
  const buffer = new Uint8Array(4 * MIB)
  for (;;) {
    const filled = await parts.fill(buffer)
    if (!filled.ok || filled.value === 0) break
    await handle.write(buffer, 0, filled.value)
  }
  await handle.close()
}

/** In turn with the peer: a machine that also does other things is judged by the best round of each. Of memory, the most. */
async function measured(name: string, peer: string, bare: (sizeBytes: number) => number, work: () => Promise<void>, beside: string): Promise<Measured> {
  const rounds: Watched[] = []
  const peers: Watched[] = []
  for (let round = 0; round < ROUNDS; round++) {
    rounds.push(await watched(work))
    peers.push(await watched(async () => bare(SIZE_BYTES)))
  }
  const least = (of: 'oursMs' | 'cpuMs' | 'threadMs', among = rounds): number => Math.min(...among.map((round) => round[of]))
  const [oursMs, peerMs, grown] = [least('oursMs'), least('oursMs', peers), Math.max(...rounds.map((round) => round.grownBytes)) / MIB]
  const speed = `${(peerMs / oursMs).toFixed(2)} of its speed, ${(least('threadMs', peers) / least('threadMs')).toFixed(2)} by the processor time of the thread with the cipher; ${rate(oursMs)} against ${rate(peerMs)}`
  const figures = `${speed}; ${(least('cpuMs') / 1000).toFixed(1)} s of processor in all; memory grew by ${grown.toFixed(0)} MiB${beside}`
  return { name: `${name} ${SIZE_BYTES / MIB} MiB (${figures})`, peer, oursMs, peerMs, ratio: oursMs / peerMs }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}

/** Null where there is no such program. */
function rate(ms: number | null): string {
  return ms === null ? 'absent' : `${((SIZE_BYTES / MIB / ms) * 1000).toFixed(0)} MiB/s`
}

/** As many bytes and nothing else. What was written just now is read from the memory of the machine, for the product as for this. */
async function bareDisk(path: string): Promise<{ readonly writeMs: number; readonly flushMs: number; readonly readMs: number }> {
  const part = new Uint8Array(MIB)
  const handle = await open(path, 'w+')
  const writeMs = await timed(async () => {
    for (let at = 0; at < SIZE_BYTES; at += part.length) await handle.write(part)
  })
  const flushMs = await timed(() => handle.sync())
  const readMs = await timed(async () => {
    for (let at = 0; at < SIZE_BYTES; at += part.length) await handle.read(part, 0, part.length, at)
  })
  await handle.close()
  return { writeMs, flushMs, readMs }
}

/** A program of its own, compiled to the machine, with its own cipher: what one would use otherwise. */
async function ageTimes(folder: string): Promise<{ readonly encryptMs: number | null; readonly decryptMs: number | null }> {
  const [plain, sealed, key] = ['plain.bin', 'plain.age', 'age.key'].map((name) => join(folder, name))
  if (plain === undefined || sealed === undefined || key === undefined) throw new Error('three names')
  try {
    const made = await run('age-keygen', ['-o', key])
    const recipient = /age1\w+/.exec(made.stderr)?.[0] ?? ''
    await bareDisk(plain)
    const encryptMs = await timed(() => run('age', ['-r', recipient, '-o', sealed, plain]))
    const decryptMs = await timed(() => run('age', ['-d', '-i', key, '-o', `${plain}.again`, sealed]))
    return { encryptMs, decryptMs }
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return { encryptMs: null, decryptMs: null }
    throw error
  } finally {
    for (const name of [plain, sealed, `${plain}.again`]) await rm(name, { force: true })
  }
}

if (import.meta.main) for (const one of await benchSealing()) console.log(lineOf(one))
