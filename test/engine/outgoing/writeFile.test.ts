import { mkdirSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { writeFile, writeParts, type WriteCheck } from '../../../electron/engine/outgoing/writeFile.ts'
import { temporaryFolder, type TemporaryFolder } from '../../fakes/temporaryFolder.ts'

let folder: TemporaryFolder
beforeEach(() => {
  folder = temporaryFolder()
})
afterEach(() => folder.remove())

const files = (): string[] => readdirSync(folder.path('.')).toSorted()
const agreeing: WriteCheck = { wrote: () => undefined, readBack: () => undefined, agrees: () => true }

describe('writing for the outside', () => {
  it('leaves the file and nothing else', async () => {
    const bytes = new Uint8Array(200_000).map((_, at) => at % 251)
    expect(await writeFile(folder.path('a.bin'), bytes)).toEqual({ ok: true, value: { fileName: 'a.bin', sizeBytes: 200_000 } })
    expect(new Uint8Array(readFileSync(folder.path('a.bin')))).toEqual(bytes)
    expect(files()).toEqual(['a.bin'])
  })

  it('never writes over what is there', async () => {
    writeFileSync(folder.path('a.bin'), 'mine')
    expect(await writeFile(folder.path('a.bin'), Uint8Array.of(1))).toEqual({ ok: false, error: 'target-exists' })
    expect(readFileSync(folder.path('a.bin'), 'utf8')).toBe('mine')
    expect(files()).toEqual(['a.bin'])
  })

  it('never writes over what appears while it writes', async () => {
    function* parts(): Generator<Uint8Array> {
      yield Uint8Array.of(1)
      writeFileSync(folder.path('a.bin'), 'theirs')
    }
    expect(await writeParts(folder.path('a.bin'), parts(), agreeing)).toEqual({ ok: false, error: 'target-exists' })
    expect(readFileSync(folder.path('a.bin'), 'utf8')).toBe('theirs')
    expect(files()).toEqual(['a.bin'])
  })

  it('follows no symbolic link, neither at the name nor at the part', async () => {
    writeFileSync(folder.path('precious'), 'precious')
    symlinkSync(folder.path('precious'), folder.path('a.bin.part'))
    expect((await writeFile(folder.path('a.bin'), Uint8Array.of(1))).ok).toBe(true)
    symlinkSync(folder.path('nowhere'), folder.path('b.bin'))
    expect(await writeFile(folder.path('b.bin'), Uint8Array.of(1))).toEqual({ ok: false, error: 'target-exists' })
    expect(readFileSync(folder.path('precious'), 'utf8')).toBe('precious')
    expect(files()).toEqual(['a.bin', 'b.bin', 'precious'])
  })

  it('replaces a part that an interrupted run left', async () => {
    writeFileSync(folder.path('a.bin.part'), 'half of something')
    expect((await writeFile(folder.path('a.bin'), Uint8Array.of(7))).ok).toBe(true)
    expect([...readFileSync(folder.path('a.bin'))]).toEqual([7])
    expect(files()).toEqual(['a.bin'])
  })

  it('leaves nothing behind where the folder is missing, the making fails or the name is a folder', async () => {
    expect(await writeFile(folder.path('none/a.bin'), Uint8Array.of(1))).toEqual({ ok: false, error: 'write-failed' })
    mkdirSync(folder.path('a.bin'))
    expect(await writeFile(folder.path('a.bin'), Uint8Array.of(1))).toEqual({ ok: false, error: 'target-exists' })
    function* failing(): Generator<Uint8Array> {
      yield Uint8Array.of(1)
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    expect(await writeParts(folder.path('c.bin'), failing(), agreeing)).toEqual({ ok: false, error: 'disk-full' })
    expect(files()).toEqual(['a.bin'])
  })

  it('takes the file away again when it does not read back as it was written', async () => {
    expect(await writeParts(folder.path('a.bin'), [Uint8Array.of(1)], { ...agreeing, agrees: () => false })).toEqual({ ok: false, error: 'verify-failed' })
    expect(files()).toEqual([])
  })

  it('shows the check every byte in both passes', async () => {
    const [wrote, back]: [number[], number[]] = [[], []]
    const check: WriteCheck = { wrote: (part) => void wrote.push(...part), readBack: (part) => void back.push(...part), agrees: () => true }
    expect((await writeParts(folder.path('a.bin'), [Uint8Array.of(1, 2), Uint8Array.of(3)], check)).ok).toBe(true)
    expect([wrote, back]).toEqual([[1, 2, 3], [1, 2, 3]])
  })
})
