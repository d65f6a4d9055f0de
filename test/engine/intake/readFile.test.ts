import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { readFile } from '../../../electron/engine/intake/readFile.ts'
import { openSourceFile } from '../../../electron/engine/intake/sourceFile.ts'
import { temporaryFolder } from '../../fakes/temporaryFolder.ts'

const folder = temporaryFolder()
afterAll(() => folder.remove())
const verdict = async (name: string, limitBytes = 100): Promise<string> => {
  const read = await readFile(folder.path(name), limitBytes)
  return read.ok ? `${read.value.length} bytes` : read.error
}

describe('a foreign file', () => {
  it('is read whole up to the limit, and not at all beyond it', async () => {
    writeFileSync(folder.path('a'), 'x'.repeat(100))
    expect(await verdict('a')).toBe('100 bytes')
    expect(await verdict('a', 99)).toBe('file-too-large')
    writeFileSync(folder.path('empty'), '')
    expect(await verdict('empty')).toBe('0 bytes')
  })

  it('that is missing, a folder or a symbolic link is refused', async () => {
    mkdirSync(folder.path('folder'))
    symlinkSync(folder.path('a'), folder.path('link'))
    expect(await Promise.all(['none', 'folder', 'link'].map((name) => verdict(name)))).toEqual(['file-missing', 'file-unreadable', 'file-unreadable'])
  })

  it('that is a pipe nobody writes to does not hold the engine', async () => {
    execFileSync('mkfifo', [folder.path('pipe')])
    expect(await verdict('pipe')).toBe('file-unreadable')
  })

  it('is read in parts from where the last part ended', async () => {
    writeFileSync(folder.path('parts'), 'abcdef')
    const source = await openSourceFile(folder.path('parts'), 100)
    if (!source.ok) throw new Error(source.error)
    const texts: string[] = []
    for (const count of [4, 4, 4]) {
      const part = await source.value.read(count)
      texts.push(part.ok ? Buffer.from(part.value).toString() : part.error)
    }
    await source.value.close()
    expect(texts).toEqual(['abcd', 'ef', ''])
  })
})
