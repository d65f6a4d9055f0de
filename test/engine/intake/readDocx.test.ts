import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { DOCX_LIMITS, readDocx } from '../../../electron/engine/intake/readDocx.ts'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { ZIP_LIMITS } from '../../../shared/docx/unzip.ts'
import { cleanOf, documentOf, markedOf, STAMP } from '../../shared/docx/publications.ts'
import { paragraph, wordFile } from '../../shared/docx/wordFile.ts'

const folder = mkdtempSync(join(tmpdir(), 'chancery-docx-'))
afterAll(() => rmSync(folder, { recursive: true }))

function fileOf(name: string, bytes: Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const text = documentOf(['title', 1, 'Title'], ['numbered', 1, 'Words'])
const workersOf = (): number => process.getActiveResourcesInfo().filter((name) => name === 'MessagePort' || name === 'Worker').length

describe('a Word file is read behind the door', () => {
  test('a clean file gives its text', async () => {
    const read = await readDocx(fileOf('clean.docx', encodeDocx(cleanOf(text), STAMP)), 'untracked')
    expect(read.ok && read.value.title).toBe('Title')
    expect(read.ok && read.value.document).toEqual(text)
  })

  test('tracked changes are refused, unless the caller says what to make of them', async () => {
    const path = fileOf('marked.docx', encodeDocx(markedOf(text, documentOf(['title', 1, 'Title'], ['numbered', 1, 'Other'])), STAMP))
    expect(await readDocx(path, 'untracked')).toEqual({ ok: false, error: { code: 'docx-has-changes', stage: 'policy', facts: { reason: 'tracked-changes' } } })
    const rejected = await readDocx(path, 'both')
    expect(rejected.ok && rejected.value.before.document.blocks[1]?.content).toEqual([{ text: 'Words', marks: [] }])
  })

  test('a file that is none is refused with its stage', async () => {
    const read = await readDocx(fileOf('letter.docx', new TextEncoder().encode('Dear colleagues')), 'untracked')
    expect(read).toEqual({ ok: false, error: { code: 'docx-malformed', stage: 'container', facts: { reason: 'not-a-zip' } } })
  })

  test('a missing file, a folder and a file over the limit are refused before anything is parsed', async () => {
    expect(await readDocx(join(folder, 'absent.docx'), 'untracked')).toMatchObject({ error: { code: 'file-missing' } })
    expect(await readDocx(folder, 'untracked')).toMatchObject({ error: { code: 'file-unreadable' } })
    const large = await readDocx(fileOf('large.docx', new Uint8Array(ZIP_LIMITS.fileBytes + 1)), 'untracked')
    expect(large).toMatchObject({ error: { code: 'file-too-large', stage: 'limit', facts: { limitBytes: ZIP_LIMITS.fileBytes } } })
  })

  test('a reader that takes too long is ended, and none stays behind', async () => {
    const heavy = fileOf('heavy.docx', wordFile(Array.from({ length: 20_000 }, (_, index) => paragraph(`words ${index * 7919} `.repeat(10))).join('')))
    const before = workersOf()
    expect(await readDocx(heavy, 'untracked', { ...DOCX_LIMITS, timeMs: 1 })).toMatchObject({ error: { code: 'docx-malformed', stage: 'limit', facts: { reason: 'time' } } })
    expect(workersOf()).toBe(before)
  })

  test('a reader that takes too much memory is ended alone', async () => {
    const heavy = fileOf('hungry.docx', wordFile(Array.from({ length: 20_000 }, (_, index) => paragraph(`words ${index * 7919} `.repeat(10))).join('')))
    expect(await readDocx(heavy, 'untracked', { ...DOCX_LIMITS, memoryMb: 12 })).toMatchObject({ error: { code: 'docx-malformed', stage: 'limit', facts: { reason: 'memory' } } })
  })
})
