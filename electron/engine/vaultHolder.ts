/** Makes, opens and closes the one vault of this engine. */
import { mkdirSync } from 'node:fs'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { signCard, safetyWords } from '../../shared/circle/identity.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import { createDrawnCode, type DrawnCode } from './drawnCode.ts'
import type { Restored, Restoring, VaultHolder } from './handlers/context.ts'
import {
  composeKeyFile, createIdentity, databaseKeyOf, encodeIdentity, forgetIdentity, forgetSecret, hasher, parseRecoveryCode, RECOVERY_COST, recoverySecret,
  signerOf, verifier, wipe, type VaultSecret,
} from './keys/index.ts'
import { openWith, shut, type HolderOptions, type OpenVault } from './openVault.ts'
import { changePassphrase, changeRecoveryCode, removeRecoveryCode, withKeys } from './ownSecrets.ts'
import { registerPen } from './registerPen.ts'
import { isDamage, isFileFault } from './vault/connection.ts'
import { placeReceived } from './vault/restoring.ts'
import { acquireLock, type Busy, type VaultLock } from './vault/lock.ts'
import type { Store } from './vault/store.ts'
import { makeVault, readKeyFile, vaultExists } from './vault/vaultFolder.ts'
import { receiveBackup, secretsFor, type RestoreSecrets } from './vaultRestore.ts'
import { newCost, setPassphrase, settlePassphrase, viewKeys } from './vaultKeys.ts'
import { keepWrongAttempt } from './wrongAttempts.ts'

export interface OwnVaultHolder extends VaultHolder {
  close(): Promise<void>
}

type Owner = Parameters<VaultHolder['create']>[0]

export function createVaultHolder(options: HolderOptions): OwnVaultHolder {
  let open: OpenVault | null = null
  const codes = createDrawnCode(options.random)
  const remember = (opened: Result<OpenVault, Refusal>): Result<Me, Refusal> => {
    if (!opened.ok) return opened
    open = opened.value
    return ok(open.session.me)
  }
  return {
    state: () => (open !== null ? 'open' : vaultExists(options.folder) ? 'locked' : 'absent'),
    session: () => open?.session ?? null,
    async create(owner, { secret, recoveryCode }) {
      if (open !== null || vaultExists(options.folder)) return err(refusal('vault-exists'))
      const recovery = recoveryCode === null ? ok(null) : codes.take(recoveryCode)
      return recovery.ok ? served(codes, recovery.value, () => remember(createVault(options, owner, secret, recovery.value))) : recovery
    },
    async unlock(secret) {
      if (open !== null) return ok(open.session.me)
      return remember(counted(options, unlockVault(options, secret)))
    },
    keys: () => viewKeys(options),
    drawRecoveryCode: () => codes.draw(),
    setRecoveryCode(current, code) {
      const next = codes.take(code)
      if (!next.ok) return next
      return served(codes, next.value, () => (open === null ? err(refusal('vault-locked')) : changeRecoveryCode(options, open.session, current, next.value)))
    },
    removeRecoveryCode: (current) => (open === null ? err(refusal('vault-locked')) : removeRecoveryCode(options, open.session, current)),
    changePassphrase: (current, next) => (open === null ? err(refusal('vault-locked')) : changePassphrase(options, open.session, current, next)),
    async recover(code, next) {
      const written = parseRecoveryCode(code)
      if (!written.ok) return err(refusal(written.error))
      return served(codes, recoverySecret(written.value), () => remember(counted(options, recoverVault(options, recoverySecret(written.value), next))))
    },
    backupMaterial() {
      const keyFile = open === null ? null : readKeyFile(options.folder)
      return open === null || keyFile === null ? null : { key: open.backupKey, keyFile }
    },
    async restore(path, opening, how) {
      if (open !== null) return err(refusal('vault-busy'))
      const secrets = secretsFor(opening)
      if (!secrets.ok) return secrets
      const restored = await restoreVault(options, path, secrets.value, how).finally(() => forgetSecret(secrets.value.opens))
      if (!restored.ok) return restored
      open = restored.value.vault
      return ok(restored.value.said)
    },
    async close() {
      const closing = open
      open = null
      if (closing !== null) shut(closing)
    },
  }
}

/** The code is overwritten once it has served; one that was drawn is not taken again once it opens a vault. */
function served<T>(codes: DrawnCode, code: VaultSecret | null, work: () => Result<T, Refusal>): Result<T, Refusal> {
  try {
    const done = work()
    if (done.ok) codes.forget()
    return done
  } finally {
    if (code !== null) forgetSecret(code)
  }
}

function createVault(options: HolderOptions, owner: Owner, secret: VaultSecret, recovery: VaultSecret | null): Result<OpenVault, Refusal> {
  const dek = options.random(32)
  try {
    const recoveryWrapping = recovery === null ? null : { secret: recovery, cost: RECOVERY_COST }
    const keyFile = composeKeyFile(secret, dek, newCost(options), options.random, recoveryWrapping)
    mkdirSync(options.folder, { recursive: true, mode: 0o700 })
    return holdingLock(options, (lock) => {
      const made = makeVault(options.folder, keyFile, databaseKeyOf(dek), (store) => fillNewVault(store, options, owner))
      return !made.ok ? err(refusal('write-failed', { fault: made.error })) : openWith(dek, options, lock, null)
    })
  } catch (error) {
    // There is no vault yet that could be damaged: it is the disk.
    if (isFileFault(error) || isDamage(error)) return err(refusal('write-failed', { fault: error.code }))
    throw error
  } finally {
    wipe(dek)
  }
}

/** What a vault has from its first moment: an identity with its card, and the first line of the register. */
function fillNewVault(store: Store, { now, random }: HolderOptions, owner: Owner): void {
  const identity = createIdentity(random)
  const sign = signerOf(identity)
  const card = { v: 1, ...owner, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: now() } as const
  const secret = encodeIdentity(identity)
  store.identity.put({ secret, signedCard: signCard(card, sign) })
  wipe(secret)
  const subject = `${owner.name} (${owner.delegation}): ${safetyWords(identity.installation).join(' ')}`
  const said = { atUtcMs: now(), action: 'vault.created', subject, result: 'done', code: null, stage: null, dossier: null, marking: null, } as const
  store.register.append({ ...said, details: [] }, registerPen({ card, installation: identity.installation }, sign, { hash: hasher, verify: verifier }))
  // The vault opens with what it holds.
  forgetIdentity(identity)
}

function unlockVault(options: HolderOptions, secret: VaultSecret): Result<OpenVault, Refusal> {
  if (!vaultExists(options.folder)) return err(refusal('vault-absent'))
  return holdingLock(options, (lock) => withKeys(options, secret, ({ dek, slot }) => {
    const vault = openWith(dek, options, lock, 'vault.unlocked')
    const keys = viewKeys(options)
    // A change of passphrase that was cut off after its new slot: this is the opening that the old one was kept for.
    if (vault.ok && slot === 'current' && keys.ok && keys.value.hasPrevious) settlePassphrase(options)
    return vault
  }))
}

function recoverVault(options: HolderOptions, code: VaultSecret, next: VaultSecret): Result<OpenVault, Refusal> {
  const keys = viewKeys(options)
  if (!keys.ok) return keys
  if (!keys.value.hasRecoveryCode) return err(refusal('recovery-code-absent'))
  return holdingLock(options, (lock) => withKeys(options, code, (opened) => {
    const set = setPassphrase(options, opened, next)
    if (!set.ok) return set
    const vault = openWith(opened.dek, options, lock, 'vault.recovered')
    if (vault.ok) settlePassphrase(options)
    return vault
  }))
}

interface RestoredVault {
  readonly vault: OpenVault
  readonly said: Restored
}

/** Nothing takes the place of anything before all of it has been read, opened and found to be a vault. */
async function restoreVault(options: HolderOptions, path: string, secrets: RestoreSecrets, how: Restoring): Promise<Result<RestoredVault, Refusal>> {
  mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const lock = acquireLock(options.folder)
  if (!lock.ok) return err(busyRefusal(lock.error))
  let vault: Result<OpenVault, Refusal> | null = null
  try {
    const received = await receiveBackup(options, path, secrets, how)
    if (!received.ok) return received
    const { dek, keyFile, manifest, former } = received.value
    try {
      const placed = placeReceived(options.folder, keyFile, how.replace)
      if (!placed.ok) return err(refusal(placed.error))
      vault = openWith(dek, options, lock.value, null)
      return vault.ok ? ok({ vault: vault.value, said: { me: vault.value.session.me, former, madeAtUtcMs: manifest.madeAtUtcMs, movedAside: placed.value } }) : vault
    } finally {
      wipe(dek)
    }
  } finally {
    if (vault === null || !vault.ok) lock.value.release()
  }
}

/** A wrong secret is kept for the register, which is closed as long as the vault is. */
function counted(options: HolderOptions, opened: Result<OpenVault, Refusal>): Result<OpenVault, Refusal> {
  if (!opened.ok) keepWrongAttempt(options, opened.error)
  return opened
}

/** The lock is given up again unless the vault is open at the end. */
function holdingLock({ folder }: HolderOptions, work: (lock: VaultLock) => Result<OpenVault, Refusal>): Result<OpenVault, Refusal> {
  const lock = acquireLock(folder)
  if (!lock.ok) return err(busyRefusal(lock.error))
  let done = false
  try {
    const opened = work(lock.value)
    done = opened.ok
    return opened
  } finally {
    if (!done) lock.value.release()
  }
}

/** Who holds the vault, as far as the lock file tells. Nobody sees here whether a process on another host still lives. */
function busyRefusal({ holder, elsewhere }: Busy): Refusal {
  if (holder === null) return refusal('vault-busy')
  return refusal('vault-busy', { user: holder.user, host: holder.host, sinceUtcMs: holder.sinceUtcMs, where: elsewhere ? 'elsewhere' : 'here' })
}
