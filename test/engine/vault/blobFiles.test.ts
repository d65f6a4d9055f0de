import { chmodSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { err, ok } from '../../../shared/base/result.ts'
import { blobFiles } from '../../../electron/engine/vault/blobFiles.ts'
import { temporaryFolder } from '../../fakes/testDelegation.ts'

const NAME = 'ab'.repeat(16)
let root: string
let folder: string

beforeEach(() => {
  root = temporaryFolder()
  folder = join(root, 'blobs')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a blob has its name only when all of it is written', async () => {
  const written = await blobFiles(folder).write(NAME, async (append) => {
    await append(Uint8Array.of(1, 2))
    expect(existsSync(join(folder, NAME))).toBe(false)
    await append(Uint8Array.of(3))
    return ok('done')
  })
  expect(written).toEqual(ok('done'))
  expect([...readFileSync(join(folder, NAME))]).toEqual([1, 2, 3])
  expect(blobFiles(folder).sizeOf(NAME)).toBe(3)
})

test.each([['ENOSPC', 'disk-full'], ['EDQUOT', 'disk-full'], ['EIO', 'write-failed']])('a disk that says %s at any write leaves nothing', async (code, refused) => {
  for (let failing = 0; failing < 3; failing++) {
    const written = await blobFiles(folder).write(NAME, async (append) => {
      for (let at = 0; at < 3; at++) {
        if (at === failing) throw Object.assign(new Error('from the disk'), { code })
        await append(new Uint8Array(10))
      }
      return ok(null)
    })
    expect(written).toEqual(err(refused))
    expect(readdirSync(folder)).toEqual([])
  }
})

test('a content that is refused leaves nothing, and a bug of ours is not taken for a full disk', async () => {
  expect(await blobFiles(folder).write(NAME, async () => err('cancelled' as const))).toEqual(err('cancelled'))
  await expect(blobFiles(folder).write(NAME, async () => { throw new TypeError('ours') })).rejects.toThrow('ours')
  expect(readdirSync(folder)).toEqual([])
})

test('a folder that cannot be made is a refusal', async () => {
  writeFileSync(folder, 'a file in its place')
  expect(await blobFiles(folder).write(NAME, async () => ok(null))).toEqual(err('write-failed'))
})

test('a name is never a path', () => {
  mkdirSync(folder)
  chmodSync(folder, 0o700)
  for (const name of ['../vault.db', 'AB'.repeat(16), '']) expect(() => blobFiles(folder).sizeOf(name)).toThrow('32 hexadecimal digits')
})

test('what is left over is swept, and what cannot be removed now keeps no vault shut', () => {
  const [kept, left, held] = ['01', '02', '03'].map((digits) => digits.repeat(16))
  for (const name of [kept, left, `${NAME}.part`]) {
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, name ?? ''), 'sealed')
  }
  // A folder is not removed as a file would be: as if a scanner held it.
  mkdirSync(join(folder, held ?? ''))
  blobFiles(folder).sweep(new Set([kept ?? '']))
  expect(readdirSync(folder).toSorted()).toEqual([kept, held])
})
