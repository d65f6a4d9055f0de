/** Composition root of the engine: joins clock, dice, keys, vault and handlers, and answers the contract. */
import type { Clock, Random } from '../../shared/base/ports.ts'
import type { Result } from '../../shared/base/result.ts'
import type { Method, Output } from '../../shared/ipc/contract.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { Progress } from '../../shared/ipc/method.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import { createAttempts } from './attempts.ts'
import { createDispatch } from './dispatch.ts'
import { createGrants } from './grants.ts'
import type { Printer } from './handlers/context.ts'
import { hasher, randomBytes, ready, verifier, verifyAhead } from './keys/index.ts'
import { machineDisk, type Disk } from './vault/replaceFile.ts'
import { attemptsBefore } from './wrongAttempts.ts'
import { createVaultHolder } from './vaultHolder.ts'

export interface EngineOptions {
  /** Absolute path; need not exist before `vault.create`. */
  readonly vaultFolder: string
  readonly now?: Clock
  readonly random?: Random
  /** Cost of the passphrase: about one second of this machine, or the floor that a vault may have at all (tests, demo). */
  readonly kdf?: 'calibrated' | 'floor'
  /** Left out where the host has no way to print (the command line). */
  readonly print?: Printer
  /** Milliseconds that never run backwards, for the wait after a wrong passphrase. Left out: the machine's. */
  readonly elapsed?: Clock
  /** What the key file is written with. Left out: the machine's disk. */
  readonly disk?: Disk
}

export interface CallOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

export interface Engine {
  /** Any refusal is a value. Rejects never, but for a fault of the host itself (an engine that was closed). */
  call<M extends Method>(method: M, input: unknown, options?: CallOptions): Promise<Result<Output<M>, Refusal>>
  /** A one-use grant to read this file. */
  grantSource(absolutePath: string): FileGrant
  /** A one-use grant to write this file, or files into this folder. */
  grantTarget(absolutePathOfFileOrFolder: string): FileGrant
  /** Takes up a grant that the host process made itself (makeGrant). */
  enterGrant(grant: FileGrant, absolutePath: string): void
  /** Closes the vault and gives up its lock. */
  close(): Promise<void>
}

export async function createEngine(options: EngineOptions): Promise<Engine> {
  await ready()
  const now: Clock = options.now ?? Date.now
  const random: Random = options.random ?? randomBytes
  const grants = createGrants(random)
  const attempts = createAttempts(options.elapsed ?? (() => performance.now()), attemptsBefore({ folder: options.vaultFolder, now }))
  const disk = options.disk ?? machineDisk
  const vault = createVaultHolder({ folder: options.vaultFolder, kdf: options.kdf ?? 'calibrated', now, random, attempts, disk })
  const dispatch = createDispatch(vault, { now, random, hash: hasher, verify: verifier, verifyAhead, files: grants, print: options.print ?? null })
  return {
    call: (method, input, callOptions) => dispatch(method, input, callOptions ?? {}),
    grantSource: (absolutePath) => grants.issue('source', absolutePath),
    grantTarget: (absolutePath) => grants.issue('target', absolutePath),
    enterGrant: grants.enter,
    close: () => vault.close(),
  }
}
