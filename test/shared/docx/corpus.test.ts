/** Files with tracked changes made by Word, each with what Word itself makes of it when all changes are accepted and rejected. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocx, type TrackedChanges } from '../../../shared/docx/parse.ts'
import { contentWords } from '../../../shared/text/content.ts'

const CORPUS = new URL('../../../../shared/corpus/docx/', import.meta.url)
const REVISIONS = new URL('revisions/', CORPUS)

function textOf(folder: URL, name: string, changes: TrackedChanges): unknown {
  const read = parseDocx(readFileSync(new URL(name, folder)), changes)
  return read.ok ? read.value.document : read.error
}

/** [file with changes, what was done with them, file that Word made of it] */
function resolvedFiles(): [string, TrackedChanges, string][] {
  return readdirSync(REVISIONS).flatMap((name): [string, TrackedChanges, string][] => {
    const [, base, done] = /^(.+)-(Accepted|Rejected)\.docx$/.exec(name) ?? []
    return base === undefined ? [] : [[`${base}.docx`, done === 'Accepted' ? 'accept' : 'reject', name]]
  })
}

if (!existsSync(CORPUS)) console.warn('!!! The Word corpus is not here: what Word makes of tracked changes is NOT checked in this run.')
else {
  describe('tracked changes of Word', () => {
    test.each(resolvedFiles())('%s: %s gives %s', (file, changes, resolved) => {
      expect(textOf(REVISIONS, file, changes)).toEqual(textOf(REVISIONS, resolved, 'refuse'))
    })
  })

  describe('documents of Word are read', () => {
    const files = ['pairs', 'reviewers'].flatMap((folder) => readdirSync(new URL(`${folder}/`, CORPUS)).map((name) => [folder, name] as const))
    // A file that holds nothing but a picture has no text.
    const pictures = new Set(['WC013-Image-After.docx', 'WC013-Image-Before.docx'])
    test.each(files.filter(([, name]) => !pictures.has(name)))('%s/%s', (folder, name) => {
      const read = parseDocx(readFileSync(new URL(`${folder}/${name}`, CORPUS)), 'accept')
      expect(read.ok && read.value.document.blocks.some((block) => contentWords(block.content).trim() !== '')).toBe(true)
    })
    test.each([...pictures])('pairs/%s has no text', (name) => {
      expect(textOf(new URL('pairs/', CORPUS), name, 'accept')).toEqual({ code: 'text-empty', stage: 'schema', reason: 'empty' })
    })
  })
}
