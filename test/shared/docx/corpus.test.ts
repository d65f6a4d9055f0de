/** Files with tracked changes made by Word, each with what Word itself makes of it when all changes are accepted and rejected. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parseDocx, parseMarkedDocx, type TrackedChanges } from '../../../shared/docx/parse.ts'
import { encodeDocx } from '../../../shared/docx/encode.ts'
import { adoptIdentifiers } from '../../../shared/text/adopt.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { compareDocuments } from '../../../shared/text/compare.ts'
import { consolidateVersions } from '../../../shared/text/consolidateVersions.ts'
import { suggestionsBetween } from '../../../shared/text/suggestions.ts'
import { publicationOf, STAMP } from './publications.ts'
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

  describe('edited versions of one document', () => {
    const families = [...Map.groupBy(readdirSync(new URL('pairs/', CORPUS)), (name) => name.slice(0, 5)).values()]
    const read = (name: string) => parseDocx(readFileSync(new URL(`pairs/${name}`, CORPUS)), 'accept')
    test.each(families.map((names) => [names[0]?.slice(0, 5) ?? '', names] as const))('%s: accepting what was marked gives the one, rejecting it the other', (_, names) => {
      const texts = names.flatMap((name) => {
        const text = read(name)
        return text.ok ? [text.value.document] : []
      })
      for (const before of texts) for (const after of texts) {
        const document = compareDocuments(before, after, { identifiers: 'unrelated' })
        const back = parseMarkedDocx(encodeDocx(publicationOf({ version: 'marked', document }), STAMP))
        if (before.blocks.length + after.blocks.length > 0) expect(back.ok && [canonicalText(back.value.before.document), canonicalText(back.value.after.document)]).toEqual([canonicalText(before), canonicalText(after)])
      }
    })
  })

  test('two reviewers: every change of both is taken up or listed as colliding', () => {
    const [base, one, other] = ['RC001-Before', 'RC001-After1', 'RC001-After2'].map((name) => parseDocx(readFileSync(new URL(`reviewers/${name}.docx`, CORPUS)), 'accept'))
    if (!base?.ok || !one?.ok || !other?.ok) throw new Error('not read')
    const versions = [{ name: 'One', document: one.value.document }, { name: 'Other', document: other.value.document }]
    const done = consolidateVersions(base.value.document, versions, 'uncontested')
    if (!done.ok) throw new Error(done.error)
    for (const { name, document } of versions) {
      const asked = suggestionsBetween(base.value.document, adoptIdentifiers(base.value.document, document)).length
      expect(done.value.changes.filter((change) => change.names.includes(name)).length).toBe(asked)
    }
    expect(done.value.changes.every((change) => change.taken || change.collidesWith.length > 0)).toBe(true)
    expect(done.value.changes.filter((change) => change.taken).length).toBeGreaterThan(0)
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
