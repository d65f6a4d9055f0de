import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { machineDisk, replaceFile } from '../../../electron/engine/vault/replaceFile.ts'
import { failingDisk } from '../../fakes/failingDisk.ts'
import { temporaryFolder } from '../../fakes/testDelegation.ts'

let folder: string
let file: string
beforeEach(() => {
  folder = temporaryFolder()
  file = join(folder, 'it')
  writeFileSync(file, 'the old content')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

it('is flushed before it has the name, and the name before it is done', () => {
  const { disk, calls } = failingDisk(machineDisk, null)
  replaceFile(file, Buffer.from('the new content'), disk)
  expect(calls).toEqual(['remove', 'create', 'write', 'flush', 'close', 'rename', 'openFolder', 'flush', 'close'])
  expect(readFileSync(file, 'utf8')).toBe('the new content')
  expect(existsSync(`${file}.new`)).toBe(false)
})

it('holds the old or the new content whole, whichever call is the last, and the next replacement goes through', () => {
  for (let last = 0; last < 9; last++) {
    writeFileSync(file, 'the old content')
    const { disk } = failingDisk(machineDisk, { at: last, after: 'dead' })
    expect(() => replaceFile(file, Buffer.from('the new content'), disk)).toThrow('EIO')
    expect(['the old content', 'the new content']).toContain(readFileSync(file, 'utf8'))
    replaceFile(file, Buffer.from('a third content'))
    expect(readFileSync(file, 'utf8')).toBe('a third content')
  }
})
