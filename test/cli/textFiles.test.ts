/** `chancery text ...` on files alone: compared, accepted, rejected, proved, shown and consolidated without any vault. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../../electron/cli/main.ts'

const OLD = `# On ports

The Council adopted the following conclusions:

1. The Council notes the report on ports[^1] with serious concern.

2. It asks ports to test their plans once a year and to tell harbour masters.

3. It will come back to this matter in September.

[^1]: Document 12109/31.
`
const NEW = OLD.replace('serious', 'grave').replace('12109/31', '12110/31').replace('September', 'October')

let folder: string
beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'chancery-files-')) })
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Answer { readonly code: number; readonly out: string; readonly err: string }

async function chancery(...words: readonly string[]): Promise<Answer> {
  let [out, err] = ['', '']
  const code = await runCli(words, {
    input: Readable.from([]), folder, kdf: 'floor', now: () => 1_900_000_000_000,
    out: (text) => { out += text }, err: (text) => { err += text },
  })
  return { code, out, err }
}

function file(name: string, words: string): string {
  writeFileSync(join(folder, name), words)
  return name
}

describe('texts as files', () => {
  test.each(['docx', 'md'] as const)('compare writes a marked %s that accept, reject and verify take back', async (ending) => {
    const [old, now, marked] = [file(`old-${ending}.md`, OLD), file(`new-${ending}.md`, NEW), `marked-${ending}.${ending}`]
    const compared = await chancery('text', 'compare', old, now, '--out', marked)
    expect(compared).toMatchObject({ code: 0 })
    expect(compared.out).toMatch(/^3 changes, 3 of substance: 3 replaced\nAccepting every change gives the clean version: yes\n/)
    for (const [take, whole] of [['accept', now], ['reject', old]] as const) {
      expect((await chancery('text', take, marked, '--out', `${take}-${ending}.txt`)).code).toBe(0)
      const { out } = await chancery('text', 'show', whole, '--format', 'txt')
      expect(readFileSync(join(folder, `${take}-${ending}.txt`), 'utf8')).toBe(out)
      expect((await chancery('text', 'show', `${take}-${ending}.txt`)).out).toBe(out)
    }
    expect(await chancery('text', 'verify', marked, '--clean', now, '--base', old)).toMatchObject({ code: 0, err: '' })
  })

  test('show gives one block on each line, footnotes after', async () => {
    expect((await chancery('text', 'show', file('show.md', OLD), '--format', 'txt')).out).toBe([
      'On ports', 'The Council adopted the following conclusions:', '1. The Council notes the report on ports[^1] with serious concern.',
      '2. It asks ports to test their plans once a year and to tell harbour masters.', '3. It will come back to this matter in September.', '[^1]: Document 12109/31.', '',
    ].join('\n'))
  })

  test('verify names each place where a marked file does not tell the truth, and refuses', async () => {
    const marked = file('lying.md', OLD.replace('serious', '~~serious~~**very grave**'))
    const answer = await chancery('text', 'verify', marked, '--clean', file('clean.md', NEW), '--base', file('base.md', OLD))
    expect(answer.code).toBe(1)
    expect(answer.err).toContain('Clean version: paragraph 1: expected "...the report on ports with []grave concern.", found "...the report on ports with [very ]grave concern."')
    expect(answer.err).toContain('paragraph 3: expected "...back to this matter in [October].", found "...back to this matter in [September]."')
    expect(answer.err).toContain('{footnote: [12110/31]}')
    expect(answer.err).toMatch(/Rejecting every change gives the predecessor: yes/)
  })

  test('consolidate brings edited copies together, names what collides, and decides by the policy', async () => {
    const base = file('b.md', OLD)
    const copies = ['--with', `FR=${file('fr.md', OLD.replace('serious', 'grave'))}`, '--with', `DE=${file('de.md', OLD.replace('serious', 'deep').replace('once a', 'twice a'))}`, '--with', `IT=${file('it.md', OLD.replace('serious', 'grave'))}`]
    const careful = await chancery('text', 'consolidate', base, ...copies, '--out', 'c.docx')
    expect(careful.out).toMatch(/^3 changes: 1 taken up, 2 not, because they collide/)
    expect(careful.out).toMatch(/FR, IT: NOT taken up, collides with B/)
    await chancery('text', 'consolidate', base, ...copies, '--out', 'm.txt', '--policy', 'majority')
    expect(readFileSync(join(folder, 'm.txt'), 'utf8')).toMatch(/grave concern[^]*twice a year/)
  })

  test('a file that is there already, a name without an ending and a name given twice are refused', async () => {
    const [old, now] = [file('o.md', OLD), file('n.md', NEW)]
    expect(await chancery('text', 'compare', old, now, '--out', file('there.html', 'x'))).toMatchObject({ code: 1, err: expect.stringContaining('target-exists') })
    expect(await chancery('text', 'compare', old, now, '--out', 'nothing')).toMatchObject({ code: 2 })
    expect(await chancery('text', 'consolidate', old, '--with', `FR=${now}`, '--with', `FR=${old}`, '--out', 'x.docx')).toMatchObject({ code: 1, err: expect.stringContaining('name-repeated') })
  })
})
