/**
 * The door for backups: nothing is believed before the limits, the header, the passphrase and the cipher have agreed, and what is handed on
 * is complete only when the last chunk has opened. In constant memory. shared/backup/FORMAT.md.
 */
import { concat } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { BACKUP_LIMITS, BACKUP_SIZES, parseBackupHeader, parseBackupManifest, type BackupHeader, type BackupManifest } from '../../../shared/backup/layout.ts'
import { refusal, type Refusal, type Stage } from '../../../shared/ipc/refusal.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'
import { openSourceFile, type SourceFile } from './sourceFile.ts'

const CHUNK_BYTES = 65_536
const OVERHEAD_BYTES = 17
const HEAD_BYTES = 24
const MOST_FILE_BYTES = 2 ** 45

/** What the keys can do with a backup, once they have opened the key file in it. */
export interface BackupStream {
  open(sealed: Uint8Array, last: boolean): Result<Uint8Array, 'altered'>
}

/** Receives what is inside, in order. What it refuses ends the reading. */
export interface BackupSink {
  /** Before anything of the content. */
  begin(manifest: BackupManifest): Promise<Result<null, Refusal>>
  database(part: Uint8Array): Promise<void>
  blob(name: string, part: Uint8Array): Promise<void>
}

export interface BackupReading {
  /** Opens the key file of the header with what the person gave; `head` begins the stream. */
  unlock(header: BackupHeader, head: Uint8Array): Result<BackupStream, Refusal>
  readonly sink: BackupSink
  readonly signal: AbortSignal
  readonly read: (bytes: number, total: number) => void
}

export async function readBackup(path: string, reading: BackupReading): Promise<Result<BackupManifest, Refusal>> {
  const source = await openSourceFile(path, MOST_FILE_BYTES)
  if (!source.ok) return err(refusal(source.error, {}, source.error === 'file-too-large' ? 'limit' : null))
  try {
    return await readSource(source.value, reading)
  } finally {
    await source.value.close()
  }
}

async function readSource(file: SourceFile, reading: BackupReading): Promise<Result<BackupManifest, Refusal>> {
  const start = await file.read(BACKUP_SIZES.header)
  if (!start.ok) return err(refusal(start.error))
  const header = parseBackupHeader(start.value)
  if (!header.ok) return refused(header.error, 'container')
  const chunks = Math.max(1, Math.ceil(header.value.payloadBytes / CHUNK_BYTES))
  const expected = BACKUP_SIZES.header + HEAD_BYTES + header.value.payloadBytes + chunks * OVERHEAD_BYTES
  if (file.sizeBytes < expected) return refused('backup-cut', 'container')
  if (file.sizeBytes > expected) return refused('backup-altered', 'container')
  const head = await file.read(HEAD_BYTES)
  if (!head.ok) return err(refusal(head.error))
  const stream = reading.unlock(header.value, head.value)
  if (!stream.ok) return stream
  return readPayload(file, stream.value, header.value.payloadBytes, reading)
}

async function readPayload(file: SourceFile, stream: BackupStream, payloadBytes: number, { sink, signal, read }: BackupReading): Promise<Result<BackupManifest, Refusal>> {
  const content = divide(payloadBytes, sink)
  const sealed = new Uint8Array(CHUNK_BYTES + OVERHEAD_BYTES)
  for (let done = 0, first = true; first || done < payloadBytes; first = false) {
    if (signal.aborted) return err(refusal('cancelled'))
    const length = Math.min(CHUNK_BYTES, payloadBytes - done)
    const filled = await file.readInto(sealed.subarray(0, length + OVERHEAD_BYTES))
    if (!filled.ok) return err(refusal(filled.error))
    const plain = stream.open(sealed.subarray(0, filled.value), done + length === payloadBytes)
    if (!plain.ok) return refused('backup-altered', 'payload')
    const taken = await content.push(plain.value)
    if (!taken.ok) return taken
    done += length
    read(done, payloadBytes)
  }
  const manifest = content.manifest()
  return manifest === null ? refused('backup-malformed', 'schema') : ok(manifest)
}

interface Dividing {
  push(part: Uint8Array): Promise<Result<null, Refusal>>
  /** Null until all of it has come. */
  manifest(): BackupManifest | null
}

/** Manifest, database, contents, each as long as it was said to be. */
function divide(payloadBytes: number, sink: BackupSink): Dividing {
  let start: Uint8Array = new Uint8Array(0)
  let manifest: BackupManifest | null = null
  let parts: Part[] = []
  const takeStart = async (bytes: Uint8Array): Promise<Result<Uint8Array, Refusal>> => {
    start = concat(start, bytes)
    if (start.length < 4) return ok(new Uint8Array(0))
    const length = new DataView(start.buffer, start.byteOffset).getUint32(0)
    if (length > BACKUP_LIMITS.manifestBytes) return refused('backup-malformed', 'limit')
    if (start.length < 4 + length) return ok(new Uint8Array(0))
    manifest = parseBackupManifest(start.subarray(4, 4 + length), payloadBytes)
    if (manifest === null) return refused('backup-malformed', 'schema')
    const begun = await sink.begin(manifest)
    if (!begun.ok) return begun
    parts = partsOf(manifest, sink)
    return ok(start.subarray(4 + length))
  }
  return {
    async push(bytes) {
      const started = manifest === null ? await takeStart(bytes) : ok(bytes)
      if (!started.ok) return started
      for (let rest = started.value; rest.length > 0;) {
        const part = parts[0]
        if (part === undefined) return refused('backup-malformed', 'schema')
        const used = Math.min(part.left, rest.length)
        if (used > 0) await part.take(rest.subarray(0, used))
        part.left -= used
        if (part.left === 0) parts.shift()
        rest = rest.subarray(used)
      }
      return ok(null)
    },
    manifest: () => (parts.every((part) => part.left === 0) ? manifest : null),
  }
}

interface Part {
  left: number
  take(bytes: Uint8Array): Promise<void>
}

function partsOf({ databaseBytes, blobs }: BackupManifest, sink: BackupSink): Part[] {
  return [
    { left: databaseBytes, take: (bytes) => sink.database(bytes) },
    ...blobs.map(({ name, sizeBytes }): Part => ({ left: sizeBytes, take: (bytes) => sink.blob(name, bytes) })),
  ]
}

function refused(code: RefusalCode, stage: Stage): { readonly ok: false; readonly error: Refusal } {
  return err(refusal(code, {}, stage))
}
