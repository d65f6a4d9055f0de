/** Publications to write as Word files, around any text. */
import { compareDocuments } from '../../../shared/text/compare.ts'
import { coverWith } from '../../../shared/text/cover.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import type { Publication } from '../../../shared/text/publication.ts'

export const STAMP = { dateUtc: '2026-11-23T09:45:00.123Z' }

export function publicationOf(body: Publication['body'], changes: Partial<Publication> = {}): Publication {
  return {
    cover: coverWith({
      number: '7923/17', place: 'Brussels', date: '16 May 2017', codes: ['CYBER 48', 'RELEX 289'], type: 'NOTE',
      from: 'Presidency', to: 'Delegations', subject: 'Draft conclusions on <cyber> & "diplomacy"',
    }),
    title: 'Draft conclusions',
    revLabel: 'REV 2',
    comparedWith: body.version === 'marked' ? '7923/1/17 REV 1' : null,
    marking: { limite: true, classification: 'NONE', tlp: null },
    exercise: false,
    body,
    ...changes,
  }
}

export function cleanOf(document: TextDocument, changes: Partial<Publication> = {}): Publication {
  return publicationOf({ version: 'clean', document }, changes)
}

export function markedOf(before: TextDocument, after: TextDocument, changes: Partial<Publication> = {}): Publication {
  return publicationOf({ version: 'marked', document: compareDocuments(before, after) }, changes)
}

/** Blocks from lines: kind, level and words. */
export function documentOf(...lines: readonly (readonly [TextDocument['blocks'][number]['kind'], number, string])[]): TextDocument {
  return {
    blocks: lines.map(([kind, level, text], index) => ({ id: String(index + 1), kind, level, content: text === '' ? [] : [{ text, marks: [] }] })),
  }
}
