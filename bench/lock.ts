/** Lock to gone: how long the engine's process, with a vault open in it, takes to be no more once it is killed, against a process that holds nothing. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine } from '../electron/engine/entry.ts'
import type { Measured } from './measure.ts'

const PASSPHRASE = 'a bench has four legs and a plank'
const ROUNDS = 5

export async function benchLock(): Promise<Measured[]> {
  const root = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  try {
    const folder = join(root, 'vault')
    const engine = await createEngine({ vaultFolder: folder, kdf: 'floor' })
    const made = await engine.call('vault.create', { name: 'Bench', delegation: 'GSC', passphrase: PASSPHRASE, acknowledged: true })
    await engine.close()
    if (!made.ok) throw new Error(made.error.code)
    const ours: number[] = []
    const theirs: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      ours.push(await untilGone(spawn(process.execPath, [join(import.meta.dirname, 'lockChild.ts'), folder], { stdio: ['pipe', 'pipe', 'inherit'] }), PASSPHRASE))
      theirs.push(await untilGone(spawn(process.execPath, ['-e', `process.stdout.write('open\\n'); setInterval(() => undefined, 60000)`], { stdio: ['pipe', 'pipe', 'inherit'] }), ''))
    }
    const [oursMs, peerMs] = [ours, theirs].map((all) => all.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN)
    const worst = Math.max(...ours).toFixed(0)
    return [{ name: `lock to gone (longest of ${ROUNDS}: ${worst} ms; aim 300 ms)`, peer: 'a process that holds nothing', oursMs: oursMs ?? 0, peerMs: peerMs ?? 0, ratio: (oursMs ?? 0) / (peerMs ?? 1) }]
  } finally {
    await rm(root, { recursive: true })
  }
}

/** From the kill to the end of the process. The passphrase goes in by its standard input, where no other process reads it. */
async function untilGone(child: ChildProcess, passphrase: string): Promise<number> {
  child.stdin?.end(passphrase)
  if (child.stdout) await once(child.stdout, 'data')
  const ended = once(child, 'exit')
  const started = performance.now()
  child.kill('SIGKILL')
  await ended
  return performance.now() - started
}
