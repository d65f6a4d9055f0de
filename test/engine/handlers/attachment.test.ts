import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { mkdirSync, openSync, closeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { hasher } from '../../../electron/engine/keys/index.ts'
import type { KeptAttachment } from '../../../electron/engine/vault/attachmentsTable.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { openKnownVault } from '../../fakes/knownKeyVault.ts'
import { databaseKey, filesHolding, withDatabase } from '../../fakes/vaultFiles.ts'

const KIB = 1024
const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const RED = { ...MARKING, tlp: 'RED' }
/** 2 x 3 points. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0])

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let dossier: DossierId

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  dossier = await openDossier(gsc, circle.circle, ['CZ'])
  await carry(gsc, cz)
}, 60_000)
afterAll(() => circle.dissolve())

async function carry(from: TestDelegation, to: TestDelegation): Promise<void> {
  for (const path of await send(from, circle.circle, circle.stick, [to])) await receive(to, path)
}

function fileNamed(name: string, content: Uint8Array): string {
  const path = join(circle.root, name)
  writeFileSync(path, content)
  return path
}

/** Where nobody else is named, it stays on its machine: large contents need not travel for every test. */
async function add(by: TestDelegation, path: string, marking: object = MARKING, limitedTo: readonly string[] = ['GSC']): Promise<Output<'attachment.add'>> {
  return by.call('attachment.add', { dossier, source: by.source(path), marking, limitedTo })
}

function blobsOf(one: TestDelegation): string[] {
  const folder = join(one.folder, 'blobs')
  return existsSync(folder) ? readdirSync(folder) : []
}

async function listed(at: TestDelegation, attachment: EventId): Promise<Output<'attachment.list'>['attachments'][number] | undefined> {
  return (await at.call('attachment.list', { dossier })).attachments.find((one) => one.event === attachment)
}

async function exported(by: TestDelegation, attachment: EventId): Promise<Buffer> {
  const folder = join(circle.root, `out-${attachment.slice(0, 8)}`)
  mkdirSync(folder, { recursive: true })
  const { fileName } = await by.call('attachment.export', { dossier, attachment, target: by.target(folder), inTheClear: true })
  expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([])
  return readFileSync(join(folder, fileName))
}

/** The one blob that is new since `before`. */
function newBlob(one: TestDelegation, before: readonly string[]): string {
  const name = blobsOf(one).find((blob) => !before.includes(blob))
  if (name === undefined) throw new Error('no blob was written')
  return join(one.folder, 'blobs', name)
}

describe('an attachment', () => {
  test('is listed, planned for sending and destroyed without its key being read; who opens it overwrites the key', async () => {
    const { attachment } = await add(gsc, fileNamed('keyless.bin', seededRandom(77)(70_000)))
    await gsc.close()
    const vault = openKnownVault({ folder: gsc.folder, rawKeyHex: await databaseKey(gsc.folder) }, 771)
    const get = vi.spyOn(vault.session.store.attachments, 'get')
    try {
      const { attachments } = await vault.call('attachment.list', { dossier })
      expect(attachments.find((one) => one.event === attachment)?.content).toBe('here')
      await vault.call('bundle.plan', { circle: circle.circle, recipients: [], everything: true })
      expect(get).not.toHaveBeenCalled()
      await vault.call('attachment.export', { dossier, attachment, target: vault.target(circle.stick), inTheClear: true })
      expect(get.mock.results.map(({ value }) => (value as KeptAttachment).key.every((byte) => byte === 0))).toEqual([true])
      get.mockClear()
      await vault.call('attachment.destroy', { dossier, attachment, reason: '' })
      expect(get).not.toHaveBeenCalled()
    } finally {
      vault.close()
      await gsc.reopen()
    }
  })

  test.each([0, 1, 64 * KIB - 1, 64 * KIB, 64 * KIB + 1, 1024 * KIB, 1024 * KIB + 3, 17 * 1024 * KIB + 9])('of %i bytes comes out as it went in, byte for byte', async (size) => {
    const content = seededRandom(size + 1)(size)
    const added = await add(gsc, fileNamed(`of-${size}.bin`, content))
    expect(added).toMatchObject({ name: `of-${size}.bin`, sizeBytes: size, hash: hasher(content) })
    const out = await exported(gsc, added.attachment)
    expect(createHash('sha256').update(out).digest('hex')).toBe(createHash('sha256').update(content).digest('hex'))
  })

  test('tells its name, size, hash, kind and marking to those for whom it is, and its content goes with it', async () => {
    const added = await add(gsc, fileNamed('Übersicht der Spuren.pdf', seededRandom(1)(500)), RED, ['CZ'])
    await carry(gsc, cz)
    expect(await listed(cz, added.attachment)).toMatchObject({
      name: 'Übersicht der Spuren.pdf', sizeBytes: 500, hash: added.hash, mediaType: 'application/octet-stream', marking: RED, delegation: 'GSC', destroyed: [], content: 'here',
    })
    expect(await listed(gsc, added.attachment)).toMatchObject({ content: 'here' })
    const { state } = await cz.call('dossier.show', { dossier })
    expect(state.marking.tlp).toBe('RED')
    expect(state.timeline.at(-1)).toMatchObject({ type: 'attachment.added', subject: 'Übersicht der Spuren.pdf' })
    expect((await gsc.call('dossier.show', { dossier })).state.attachments.find((one) => one.event === added.attachment)).toEqual(state.attachments.find((one) => one.event === added.attachment))
    expect((await exported(cz, added.attachment)).equals(Buffer.from(seededRandom(1)(500)))).toBe(true)
  })

  test('leaves no trace of its words in the vault, nor its name', async () => {
    const words = 'the-otters-of-quagga-keep-no-diary'
    await add(gsc, fileNamed(`${words}.txt`, Buffer.from(words.repeat(3000))))
    expect(filesHolding(gsc.folder, [words, 'otters-of'])).toEqual([])
    expect(blobsOf(gsc).every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true)
  })

  test('is still there after the vault was closed and opened', async () => {
    const content = seededRandom(12)(70 * KIB)
    const { attachment } = await add(gsc, fileNamed('stays.bin', content))
    await gsc.reopen()
    expect(await exported(gsc, attachment)).toEqual(Buffer.from(content))
  })

  test('is exported only by somebody who says that the clear is meant, beside whatever is there already', async () => {
    const content = seededRandom(2)(10)
    const { attachment } = await add(gsc, fileNamed('twice.bin', content))
    expect((await gsc.refused('attachment.export', { dossier, attachment, target: gsc.target(circle.root), inTheClear: false })).code).toBe('clear-not-acknowledged')
    expect((await gsc.call('attachment.export', { dossier, attachment, target: gsc.target(circle.root), inTheClear: true })).fileName).toBe('twice-2.bin')
    const named = join(circle.root, 'another name.bin')
    await gsc.call('attachment.export', { dossier, attachment, target: gsc.target(named), inTheClear: true })
    expect(readFileSync(named)).toEqual(Buffer.from(content))
    expect((await gsc.refused('attachment.export', { dossier, attachment, target: gsc.target(named), inTheClear: true })).code).toBe('target-exists')
    expect((await gsc.call('register.list', { limit: 5 })).entries.map((entry) => entry.action)).toContain('attachment.exported')
  })

  test('is not made of a folder, a link, a pipe or nothing, and not by somebody without the right', async () => {
    const before = blobsOf(gsc)
    symlinkSync(fileNamed('aim.bin', new Uint8Array(5)), join(circle.root, 'link.bin'))
    for (const [path, code] of [[circle.root, 'file-unreadable'], [join(circle.root, 'link.bin'), 'file-unreadable'], [join(circle.root, 'absent'), 'file-missing']] as const) {
      expect((await gsc.refused('attachment.add', { dossier, source: gsc.source(path), marking: MARKING })).code).toBe(code)
    }
    const outsider = circle.member('DE')
    const theirs = await outsider.refused('attachment.add', { dossier, source: outsider.source(join(circle.root, 'aim.bin')), marking: MARKING })
    expect(theirs.code).toBe('dossier-unknown')
    expect(blobsOf(gsc)).toEqual(before)
  })

  test('is refused above 2 GiB before a byte of it is read', async () => {
    const path = join(circle.root, 'sparse.bin')
    closeSync(openSync(path, 'w'))
    truncateSync(path, 2 * 1024 ** 3 + 1)
    expect(await gsc.refused('attachment.add', { dossier, source: gsc.source(path), marking: MARKING })).toMatchObject({ code: 'file-too-large', stage: 'limit', facts: { limitBytes: 2 ** 31 } })
  })
})

describe('stopped half way', () => {
  test('adding leaves no file and no event, and says what was stopped', async () => {
    const path = fileNamed('long.bin', seededRandom(6)(5 * 1024 * KIB))
    const before = [blobsOf(gsc), (await gsc.call('dossier.show', { dossier })).events]
    const abort = new AbortController()
    const progress: number[] = []
    const answer = await gsc.engine.call('attachment.add', { dossier, source: gsc.source(path), marking: MARKING }, {
      signal: abort.signal, onProgress: ({ done, total }) => { progress.push(done, total ?? 0); abort.abort() },
    })
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    const [done = 0, total] = progress
    expect(total).toBe(5 * 1024 * KIB)
    expect(done).toBeGreaterThan(0)
    expect(done).toBeLessThan(5 * 1024 * KIB)
    expect([blobsOf(gsc), (await gsc.call('dossier.show', { dossier })).events]).toEqual(before)
  })

  test('exporting leaves nothing at the target', async () => {
    const { attachment } = await add(gsc, fileNamed('long-out.bin', seededRandom(7)(3 * 1024 * KIB)))
    const folder = join(circle.root, 'stopped')
    mkdirSync(folder)
    const abort = new AbortController()
    const answer = await gsc.engine.call('attachment.export', { dossier, attachment, target: gsc.target(folder), inTheClear: true }, { signal: abort.signal, onProgress: () => abort.abort() })
    expect(answer).toMatchObject({ ok: false, error: { code: 'cancelled' } })
    expect(readdirSync(folder)).toEqual([])
  })

  test('what an interruption left behind is swept at the next opening, and nothing else is', async () => {
    const { attachment } = await add(gsc, fileNamed('kept.bin', seededRandom(8)(99)))
    const folder = join(gsc.folder, 'blobs')
    const good = blobsOf(gsc)
    for (const name of ['0'.repeat(32), `${'1'.repeat(32)}.part`, 'not ours.txt']) writeFileSync(join(folder, name), 'remains')
    await gsc.reopen()
    expect(blobsOf(gsc).toSorted()).toEqual([...good, 'not ours.txt'].toSorted())
    expect(await exported(gsc, attachment)).toHaveLength(99)
  })
})

describe('a content that was altered on the disk', () => {
  async function damaged(harm: (path: string, bytes: Buffer) => void): Promise<{ code: string; place: string | undefined }> {
    const before = blobsOf(gsc)
    const { attachment } = await add(gsc, fileNamed('harmed.bin', seededRandom(9)(3 * 64 * KIB + 7)))
    const path = newBlob(gsc, before)
    harm(path, readFileSync(path))
    const folder = join(circle.root, `harmed-${attachment.slice(0, 8)}`)
    mkdirSync(folder)
    const { code } = await gsc.refused('attachment.export', { dossier, attachment, target: gsc.target(folder), inTheClear: true })
    expect(readdirSync(folder)).toEqual([])
    return { code, place: (await listed(gsc, attachment))?.content }
  }
  const CHUNK = 64 * KIB + 17

  test('is refused where it was cut, extended or taken away, and is shown as missing', async () => {
    const missing = { code: 'attachment-altered', place: 'missing' }
    expect(await damaged((path, bytes) => writeFileSync(path, bytes.subarray(0, -1)))).toEqual(missing)
    expect(await damaged((path, bytes) => writeFileSync(path, bytes.subarray(0, 24 + CHUNK)))).toEqual(missing)
    expect(await damaged((path, bytes) => writeFileSync(path, Buffer.concat([bytes, Buffer.from('x')])))).toEqual(missing)
    expect(await damaged((path) => writeFileSync(path, ''))).toEqual(missing)
  })

  test('is refused for a flipped byte, chunks that changed places, and another blob in its place', async () => {
    const altered = { code: 'attachment-altered', place: 'here' }
    for (const at of [0, 30, 24 + CHUNK + 5, 24 + 3 * CHUNK + 3]) {
      expect(await damaged((path, bytes) => {
        bytes[at] = (bytes[at] ?? 0) ^ 0x20
        writeFileSync(path, bytes)
      })).toEqual(altered)
    }
    expect(await damaged((path, bytes) => {
      const [head, a, b, rest] = [bytes.subarray(0, 24), bytes.subarray(24, 24 + CHUNK), bytes.subarray(24 + CHUNK, 24 + 2 * CHUNK), bytes.subarray(24 + 2 * CHUNK)]
      writeFileSync(path, Buffer.concat([head, b, a, rest]))
    })).toEqual(altered)
    const other = blobsOf(gsc)
    await add(gsc, fileNamed('other.bin', seededRandom(10)(3 * 64 * KIB + 7)))
    const foreign = readFileSync(newBlob(gsc, other))
    expect(await damaged((path) => writeFileSync(path, foreign))).toEqual(altered)
  })
})

describe('a preview', () => {
  test('shows a raster image by its own first bytes, whatever its name', async () => {
    const { attachment } = await add(gsc, fileNamed('picture.docx', PNG))
    expect(await listed(gsc, attachment)).toMatchObject({ mediaType: 'image/png' })
    expect(await gsc.call('attachment.preview', { dossier, attachment })).toEqual({ mediaType: 'image/png', width: 2, height: 3, bytes: PNG })
    expect((await gsc.call('register.list', { limit: 1 })).entries).toMatchObject([{ action: 'attachment.viewed', subject: 'picture.docx' }])
  })

  test('shows nothing else, and no image that is too large to be safe', async () => {
    const svg = await add(gsc, fileNamed('picture.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>')))
    expect((await gsc.refused('attachment.preview', { dossier, attachment: svg.attachment })).code).toBe('not-an-image')
    const huge = Uint8Array.from(PNG)
    new DataView(huge.buffer).setUint32(16, 8193)
    const wide = await add(gsc, fileNamed('wide.png', huge))
    expect((await gsc.refused('attachment.preview', { dossier, attachment: wide.attachment })).code).toBe('image-too-large')
    const cut = await add(gsc, fileNamed('cut.png', PNG.subarray(0, 20)))
    expect((await gsc.refused('attachment.preview', { dossier, attachment: cut.attachment })).code).toBe('not-an-image')
    const long = new Uint8Array(16 * 1024 * KIB + 1)
    long.set(PNG)
    const heavy = await add(gsc, fileNamed('heavy.png', long))
    expect((await gsc.refused('attachment.preview', { dossier, attachment: heavy.attachment })).code).toBe('image-too-large')
  })
})

describe('destruction', () => {
  /** Every page of the database in the clear, free ones included. */
  function pagesHold(one: TestDelegation, bytes: Uint8Array): Promise<boolean> {
    return withDatabase(one.folder, (db) => db.serialize().includes(Buffer.from(bytes)))
  }
  function keyOf(one: TestDelegation, attachment: EventId): Promise<Uint8Array | undefined> {
    return withDatabase(one.folder, (db) => db.prepare<[string], { key: Uint8Array }>('SELECT key FROM attachments WHERE event = ?').get(attachment)?.key)
  }

  test('forgets the key, removes the file, and leaves a signed record and a line in the register', async () => {
    const before = blobsOf(gsc)
    const { attachment } = await add(gsc, fileNamed('gone.bin', seededRandom(11)(5000)), MARKING, ['CZ'])
    const blob = newBlob(gsc, before)
    await gsc.close()
    const key = await keyOf(gsc, attachment)
    if (key === undefined) throw new Error('no key was kept')
    expect(await pagesHold(gsc, key)).toBe(true)
    await gsc.reopen()
    const { event } = await gsc.call('attachment.destroy', { dossier, attachment, reason: 'End of the case' })
    expect(existsSync(blob)).toBe(false)
    expect((await gsc.call('register.list', { limit: 1 })).entries).toMatchObject([{ action: 'attachment.destroyed', subject: 'gone.bin', result: 'done' }])
    expect(await listed(gsc, attachment)).toMatchObject({ content: 'destroyed', destroyed: [{ event, delegation: 'GSC', reason: 'End of the case' }] })
    expect((await gsc.refused('attachment.destroy', { dossier, attachment, reason: '' })).code).toBe('attachment-not-here')
    expect((await gsc.refused('attachment.export', { dossier, attachment, target: gsc.target(circle.root), inTheClear: true })).code).toBe('attachment-not-here')
    await gsc.close()
    expect(await keyOf(gsc, attachment)).toBeUndefined()
    expect(await pagesHold(gsc, key)).toBe(false)
    await gsc.reopen()
    await carry(gsc, cz)
    expect(await listed(cz, attachment)).toMatchObject({ content: 'elsewhere', destroyed: [{ delegation: 'GSC' }] })
    expect((await cz.refused('attachment.destroy', { dossier, attachment, reason: '' })).code).toBe('attachment-not-here')
    expect(await gsc.call('vault.verify', {})).toMatchObject({ faults: [] })
  })

  test('leaves no key in the log that the database writes ahead', async () => {
    const { attachment } = await add(gsc, fileNamed('logged.bin', seededRandom(13)(50)))
    await gsc.call('attachment.destroy', { dossier, attachment, reason: '' })
    expect(readFileSync(join(gsc.folder, 'vault.db-wal'))).toHaveLength(0)
  })
})
