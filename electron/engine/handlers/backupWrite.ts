import { dirname } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { readBackup } from '../intake/openBackup.ts'
import { hashingAside, openBackup } from '../keys/index.ts'
import { freeBytes } from '../outgoing/freeSpace.ts'
import { chooseTarget, notedOrWithdrawn, withdrawFiles } from '../outgoing/target.ts'
import { writeLarge } from '../outgoing/writeLarge.ts'
import { NEWEST_VERSION } from '../vault/migrations.ts'
import type { Snapshot } from '../vault/snapshot.ts'
import { backupContent, PART_BYTES } from './backupContent.ts'
import { LAST_BACKUP } from './backupShow.ts'
import type { BackupMaterial, HandlerContext, HolderHandler, VaultSession } from './context.ts'

interface Written {
  readonly fileName: string
  readonly sizeBytes: number
  readonly hash: Output<'backup.write'>['hash']
  readonly attachments: number
  readonly missing: number
}

/** Nothing else is asked of the vault until its pages have been checked; from then on work goes on while it is written. */
export const backupWrite: HolderHandler<'backup.write'> = async ({ target }, context, vault) => {
  const [session, material] = [vault.session(), vault.backupMaterial()]
  if (session === null || material === null) return err(refusal('vault-locked'))
  const chosen = context.files.redeem(target)
  if (chosen === null) return err(refusal('write-failed'))
  context.progress({ phase: 'check', done: 0, total: null })
  if (session.store.integrityFaults().length > 0) return err(refusal('vault-damaged', { file: 'vault.db' }))
  const madeAtUtcMs = context.now()
  const path = await (await chooseTarget(chosen, 1)).place(backupFileName(madeAtUtcMs))
  const written = await writeSnapshot(path, madeAtUtcMs, { session, material, context })
  if (!written.ok) return written
  const verified = await verify(path, material, context)
  if (!verified.ok) {
    await withdrawFiles([path])
    return verified
  }
  await notedOrWithdrawn([path], () => note(written.value, madeAtUtcMs, session))
  return ok({ ...written.value, madeAtUtcMs })
}

/** What a finder of the stick reads tells that it is a backup, and its day. */
function backupFileName(nowUtcMs: number): string {
  return `chancery-${new Date(nowUtcMs).toISOString().slice(0, 10).replaceAll('-', '')}.chbackup`
}

interface Place {
  readonly session: VaultSession
  readonly material: BackupMaterial
  readonly context: HandlerContext
}

async function writeSnapshot(path: string, madeAtUtcMs: number, place: Place): Promise<Result<Written, Refusal>> {
  const snapshot = place.session.store.snapshots.take(place.session.store.attachments.blobs())
  if (snapshot === null) throw new Error('backups are written one after another')
  let written: Result<Written, Refusal>
  try {
    written = await writeContent(path, madeAtUtcMs, snapshot, place)
  } catch (error) {
    snapshot.release()
    throw error
  }
  return notedOrWithdrawn(written.ok ? [path] : [], () => {
    snapshot.release()
    return written
  })
}

async function writeContent(path: string, madeAtUtcMs: number, snapshot: Snapshot, { session, material, context }: Place): Promise<Result<Written, Refusal>> {
  const { store, me } = session
  const names = [...store.attachments.blobs()].toSorted()
  const blobs = names.flatMap((name) => {
    const sizeBytes = store.blobs.sizeOf(name)
    return sizeBytes === null ? [] : [{ name, sizeBytes }]
  })
  const { entries, head } = store.head.standing()
  const manifest = { madeAtUtcMs, installation: me.installation, schema: NEWEST_VERSION, entries, head, databaseBytes: snapshot.databaseBytes, blobs }
  const content = backupContent({ material, manifest, snapshot, blobs: store.blobs }, context)
  try {
    const free = await freeBytes(dirname(path))
    if (free !== null && free < content.sizeBytes) return err(refusal('disk-full', { needed: content.sizeBytes, free }))
    const written = await writeLarge(path, { ...content, batchBytes: PART_BYTES }, {
      hashing: hashingAside(content.sizeBytes), signal: context.signal, wrote: (done) => context.progress({ phase: 'write', done, total: content.sizeBytes }),
    })
    if (!written.ok) return err(refusal(written.error))
    return ok({ ...written.value, attachments: blobs.length, missing: names.length - blobs.length })
  } finally {
    await content.close()
  }
}

/** Through the same door as a backup from anywhere: what does not open today will not open when it is needed. */
async function verify(path: string, { key }: BackupMaterial, context: HandlerContext): Promise<Result<unknown, Refusal>> {
  const opened = await readBackup(path, {
    unlock: (header, head) => ok(openBackup(key, header.bytes, head)),
    sink: { begin: async () => ok(null), database: async () => undefined, blob: async () => undefined },
    signal: context.signal,
    read: (done, total) => context.progress({ phase: 'verify', done, total }),
  })
  return opened.ok || opened.error.code === 'cancelled' ? opened : err(refusal('verify-failed'))
}

/** A vault that is open for reading only writes nothing down, not even this. */
function note({ fileName, hash, sizeBytes }: Written, madeAtUtcMs: number, session: VaultSession): void {
  if (session.readOnly !== null) return
  session.transaction(() => {
    session.store.settings.set(LAST_BACKUP, String(madeAtUtcMs))
    session.record('backup.written', fileName, 'done', null, { details: [['file', fileName], ['hash', hash], ['size', String(sizeBytes)]] })
  })
}
