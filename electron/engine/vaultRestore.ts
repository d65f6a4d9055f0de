/** From a backup to a vault of a new installation, up to the moment before it takes its place in the folder. */
import { err, ok, type Result } from '../../shared/base/result.ts'
import type { BackupManifest } from '../../shared/backup/layout.ts'
import { safetyWords, signCard } from '../../shared/circle/identity.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import { LAST_BACKUP } from './handlers/backupShow.ts'
import { readFormers } from './formerSelves.ts'
import type { RestoreOpening, Restoring, VaultSession } from './handlers/context.ts'
import { readBackup, type BackupStream } from './intake/openBackup.ts'
import {
  backupKeyOf, changePassphrase, createIdentity, databaseKeyOf, encodeIdentity, forgetIdentity, forgetPreviousPassphrase, hasher, openBackup, parseRecoveryCode, recoverySecret, signerOf, verifier, viewKeyFile, wipe, type OpenedKeyFile, type VaultSecret,
} from './keys/index.ts'
import { freeBytes } from './outgoing/freeSpace.ts'
import { registerPen } from './registerPen.ts'
import { createSession, type SessionPorts } from './session.ts'
import { DamagedRow } from './vault/eventRow.ts'
import { NEWEST_VERSION } from './vault/migrations.ts'
import { discardReceived, openReceived, receiveVault, type Receiving } from './vault/restoring.ts'
import type { Store } from './vault/store.ts'
import { keyRefusal, newCost, tryKeys, type KeyOptions } from './vaultKeys.ts'

export interface Received {
  /** For the caller to wipe. */
  readonly dek: Uint8Array
  readonly keyFile: Uint8Array
  readonly manifest: BackupManifest
  readonly former: InstallationId
}

type Options = Pick<KeyOptions, 'folder' | 'kdf' | 'attempts' | 'now' | 'random'>

export interface RestoreSecrets {
  readonly opens: VaultSecret
  /** The passphrase of the restored vault, where a recovery code opens the backup; null keeps the one that it was written with. */
  readonly next: VaultSecret | null
}

export function secretsFor(opening: RestoreOpening): Result<RestoreSecrets, Refusal> {
  if ('secret' in opening) return ok({ opens: opening.secret, next: null })
  const written = parseRecoveryCode(opening.code)
  return written.ok ? ok({ opens: recoverySecret(written.value), next: opening.next }) : err(refusal(written.error))
}

/** Whatever is refused, cancelled or thrown leaves nothing behind. */
export async function receiveBackup(options: Options, path: string, { opens, next }: RestoreSecrets, how: Restoring): Promise<Result<Received, Refusal>> {
  let done = false
  const keys: { opened: { readonly dek: Uint8Array; readonly keyFile: Uint8Array } | null } = { opened: null }
  const receiving = receiveVault(options.folder)
  try {
    const read = await readBackup(path, {
      unlock(header, head): Result<BackupStream, Refusal> {
        const opened = openingKeys(header.keyFile, options, opens)
        if (!opened.ok) return err(ofBackup(opened.error))
        const keyFile = next === null ? ok(header.keyFile) : withPassphrase(header.keyFile, opened.value, options, next)
        if (!keyFile.ok) {
          wipe(opened.value.dek)
          return err(ofBackup(keyFile.error))
        }
        keys.opened = { dek: opened.value.dek, keyFile: keyFile.value }
        const backupKey = backupKeyOf(opened.value.dek)
        const stream = openBackup(backupKey, header.bytes, head)
        wipe(backupKey)
        return ok(stream)
      },
      sink: sinkInto(receiving, options.folder),
      signal: how.signal,
      read: (bytes, total) => how.progress({ phase: 'read', done: bytes, total }),
    })
    receiving.end()
    if (!read.ok) return read
    if (keys.opened === null) throw new Error('a backup was read that was not opened')
    const former = renew(options, keys.opened.dek, read.value)
    if (!former.ok) return former
    done = true
    return ok({ ...keys.opened, manifest: read.value, former: former.value })
  } finally {
    receiving.end()
    if (!done && keys.opened !== null) wipe(keys.opened.dek)
    if (!done) discardReceived(options.folder)
  }
}

/** A backup without a code is not taken for a wrong one. */
function openingKeys(keyFile: Uint8Array, options: Options, opens: VaultSecret): Result<OpenedKeyFile, Refusal> {
  const view = opens.kind === 'recovery-code' ? viewKeyFile(keyFile) : null
  return view?.ok && !view.value.hasRecoveryCode ? err(refusal('recovery-code-absent')) : tryKeys(keyFile, options, opens)
}

/** The key file of the vault that is made: it opens with the new passphrase and the same code, and with nothing that was forgotten. */
function withPassphrase(keyFile: Uint8Array, opened: OpenedKeyFile, options: Options, next: VaultSecret): Result<Uint8Array, Refusal> {
  const changed = changePassphrase(keyFile, opened, { secret: next, cost: newCost(options) }, options.random)
  const settled = changed.ok ? forgetPreviousPassphrase(changed.value) : changed
  return settled.ok ? settled : err(keyRefusal(settled.error))
}

function sinkInto(receiving: Receiving, folder: string) {
  return {
    async begin({ schema, databaseBytes, blobs }: BackupManifest): Promise<Result<null, Refusal>> {
      if (schema > NEWEST_VERSION) return err(refusal('backup-newer', {}, 'schema'))
      const bytes = blobs.reduce((sum, blob) => sum + blob.sizeBytes, databaseBytes)
      const free = await freeBytes(folder)
      return free !== null && free < bytes ? err(refusal('disk-full', { needed: bytes, free })) : ok(null)
    },
    database: async (part: Uint8Array) => receiving.database(part),
    blob: async (name: string, part: Uint8Array) => receiving.blob(name, part),
  }
}

/** Of a key file that came in a backup. */
function ofBackup(refused: Refusal): Refusal {
  if (refused.code === 'vault-newer') return refusal('backup-newer', {}, 'header')
  if (refused.code === 'vault-damaged') return refusal('backup-altered', {}, 'header')
  return { ...refused, facts: { ...refused.facts, of: 'backup' } }
}

/** In the received database: other keys, another card, and a line in the register that says so, signed with the new key. */
function renew(options: Options, dek: Uint8Array, manifest: BackupManifest): Result<InstallationId, Refusal> {
  const opened = openReceived(options.folder, databaseKeyOf(dek))
  if (!opened.ok) return err(refusal(opened.error === 'newer' ? 'backup-newer' : 'vault-damaged', { file: 'vault.db' }))
  const store = opened.value
  try {
    if (store.integrityFaults().length > 0) return err(refusal('vault-damaged', { file: 'vault.db' }))
    const ports: SessionPorts = { now: options.now, random: options.random, hash: hasher, verify: verifier }
    const session = sessionOn(store, ports)
    if (session === null || !session.isMe(manifest.installation)) return err(refusal('backup-malformed', {}, 'schema'))
    const former = session.me.installation
    store.transaction(() => becomeAnother(store, session, manifest, ports))
    return ok(former)
  } finally {
    store.close()
  }
}

/** Whoever it was opens whole: keys, cards, events. Null where something of it does not. */
function sessionOn(store: Store, ports: SessionPorts): VaultSession | null {
  try {
    return createSession(store, ports)
  } catch (error) {
    if (error instanceof DamagedRow) return null
    throw error
  }
}

function becomeAnother(store: Store, { ownKeys }: VaultSession, { madeAtUtcMs, entries }: BackupManifest, ports: SessionPorts): void {
  const atUtcMs = ports.now()
  const { name, delegation } = ownKeys.me
  const former = ownKeys.me.installation
  for (const { keys, signedCard } of ownKeys.all) store.formerIdentities.add({ sealingSeed: keys.sealing?.seed ?? null, signedCard, retiredAtUtcMs: atUtcMs })
  const formers = readFormers(store.formerIdentities, ports)
  if (formers === null) throw new Error('the cards of a vault that has opened are sound')
  const identity = createIdentity(ports.random)
  const sign = signerOf(identity)
  const card = { v: 1, name, delegation, signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: atUtcMs } as const
  const secret = encodeIdentity(identity)
  store.ownKeys.startAnew({ secret, signedCard: signCard(card, sign) })
  wipe(secret)
  store.head.forgetKept()
  store.settings.set(LAST_BACKUP, String(madeAtUtcMs))
  store.register.append({
    atUtcMs, action: 'vault.restored', subject: `${name} (${delegation}): ${safetyWords(identity.installation).join(' ')}`, result: 'done', code: null, stage: null, dossier: null, marking: null,
    details: [['former', former], ['madeAt', new Date(madeAtUtcMs).toISOString()], ['entries', String(entries)]],
  }, registerPen({ card, installation: identity.installation }, sign, ports, formers))
  forgetIdentity(identity)
}
