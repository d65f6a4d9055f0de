/** A bundle and a card over a screen: shown as codes, seen in pictures, and taken in through the same doors as from a stick. */
import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { framePicture } from '../../../electron/engine/outgoing/writeFrames.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { degrade, greyOf, jpegOf, pngOf } from '../../fakes/degradedPicture.ts'
import { conveneCircle, makeDelegation, send, temporaryFolder, type TestCircle, type TestDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'

let circle: TestCircle
let gsc: TestDelegation
let cz: TestDelegation
let dossier: DossierId
let bundle = ''
let shown: Output<'optical.show'>
const folder = temporaryFolder()

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  gsc = circle.secretariat
  cz = circle.member('CZ')
  dossier = await openDossier(gsc, circle.circle, ['CZ'])
  ;[bundle = ''] = await send(gsc, circle.circle, circle.stick)
  shown = await gsc.call('optical.show', { source: gsc.source(bundle) })
}, 60_000)
afterAll(() => circle.dissolve())

function picture(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const CAMERA = { scale: 0.9, degrees: 3, blur: 1, noise: 18, shade: 0.3 }

describe('a bundle over a screen', () => {
  test('is read from pictures as a camera takes them, out of order, with losses and repeats, and passes the same door', async () => {
    const kept = shown.frames.map((frame, at) => ({ frame, at })).filter(({ at }) => at % 8 !== 1).toReversed()
    const paths = kept.map(({ frame, at }) => {
      const code = framePicture(frame)
      if (at % 3 !== 0) return picture(`seen-${at}.png`, code)
      const seen = degrade(greyOf(code), { ...CAMERA, degrees: CAMERA.degrees - (at % 5) * 1.5 }, at)
      return at % 2 === 0 ? picture(`seen-${at}.png`, pngOf(seen)) : picture(`seen-${at}.jpg`, jpegOf(seen, 80))
    })
    const sources = [...paths, ...paths.slice(0, 2)].map((path) => cz.source(path))
    const reading = await cz.call('optical.read', { sources })
    expect(reading.unreadable).toBe(0)
    expect(reading).toMatchObject({ kind: 'bundle', found: shown.blocks, blocks: shown.blocks, card: null })
    if (reading.bundle === null) throw new Error('not whole')
    const { preview } = await cz.call('bundle.preview', { source: reading.bundle })
    expect((await cz.call('bundle.import', { preview })).admitted).toBeGreaterThan(0)
    expect((await cz.call('dossier.show', { dossier })).state.dossier).toBe(dossier)
  }, 120_000)

  test('is whole as soon as enough codes were seen, and then begins anew', async () => {
    await cz.call('optical.forget', {})
    const some = await cz.call('optical.take', { texts: shown.frames.slice(0, shown.blocks - 1) })
    expect(some).toMatchObject({ found: shown.blocks - 1, bundle: null, read: shown.blocks - 1, unreadable: 0 })
    const rest = await cz.call('optical.take', { texts: ['not ours', ...shown.frames.slice(-6)] })
    expect(rest).toMatchObject({ found: shown.blocks, unreadable: 1 })
    expect(rest.bundle).not.toBeNull()
    expect(await cz.call('optical.take', { texts: [] })).toMatchObject({ kind: null, found: 0 })
  })

  test('written as pictures is the same, file for file', async () => {
    const pictures = temporaryFolder()
    const { files } = await gsc.call('optical.write', { source: gsc.source(bundle), target: gsc.target(pictures) })
    expect(files).toHaveLength(shown.frames.length)
    expect(new Uint8Array(readFileSync(join(pictures, files[0]?.fileName ?? '')))).toEqual(framePicture(shown.frames[0] ?? ''))
    const { entries } = await gsc.call('register.list', { limit: 10 })
    expect(entries[0]).toMatchObject({ action: 'optical.written', subject: expect.stringContaining(basename(bundle)) })
  })

  test('is not shown where the file is no bundle, or larger than can be shown', async () => {
    expect((await gsc.refused('optical.show', { source: gsc.source(picture('other.chbundle', new Uint8Array(500))) })).code).toBe('not-a-bundle')
    expect((await gsc.refused('optical.show', { source: gsc.source(picture('large.chbundle', new Uint8Array(100 * 1024 + 1))) })).code).toBe('file-too-large')
  })
})

describe('a card over a screen', () => {
  test('is read from one picture, and is as untrusted as one from a file', async () => {
    const nl = await makeDelegation({ folder: join(folder, 'nl'), delegation: 'NL' })
    const { frame, safetyWords } = await nl.call('card.show', {})
    const seen = picture('card.jpg', jpegOf(degrade(greyOf(framePicture(frame)), CAMERA, 5), 85))
    const reading = await gsc.call('optical.read', { sources: [gsc.source(seen)] })
    expect(reading.card).toMatchObject({ delegation: 'NL', safetyWords, trusted: false })
    expect((await gsc.call('card.list', {})).cards.find((card) => card.delegation === 'NL')).toMatchObject({ safetyWords, trusted: false })
    await nl.close()
  }, 60_000)
})

describe('a picture that is none, or has no code', () => {
  test.each([
    ['a text', 'no.png', () => new TextEncoder().encode('not a picture'), 'not-an-image'],
    ['an empty file', 'empty.png', () => new Uint8Array(), 'not-an-image'],
    ['a picture cut in the middle', 'cut.png', () => framePicture(shown.frames[0] ?? '').subarray(0, 300), /not-an-image|no-code-in-picture/],
    ['a white picture', 'white.png', () => pngOf({ width: 300, height: 300, data: new Uint8Array(90_000).fill(255) }), 'no-code-in-picture'],
    ['one that says it is enormous', 'bomb.png', () => withWidth(framePicture(shown.frames[0] ?? ''), 100_000), 'image-too-large'],
    ['a code of somebody else', 'theirs.png', () => framePicture('HTTPS://EXAMPLE.EU/'), 'no-code-in-picture'],
  ])('%s is refused, and the reader goes on', async (_name, name, bytes, code) => {
    const refusal = await cz.refused('optical.read', { sources: [cz.source(picture(name, bytes()))] })
    expect(refusal.code).toMatch(code)
    const [frame = ''] = shown.frames
    const both = await cz.call('optical.read', { sources: [cz.source(picture(name, bytes())), cz.source(picture('good.png', framePicture(frame)))] })
    expect(both).toMatchObject({ read: 1, unreadable: 1 })
    await cz.call('optical.forget', {})
  }, 30_000)
})

function withWidth(png: Uint8Array, width: number): Uint8Array {
  const changed = png.slice()
  new DataView(changed.buffer).setUint32(16, width)
  return changed
}
