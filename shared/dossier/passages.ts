/** What of an event can be searched: its words in plain characters, part by part. A pure function of the event, so that an index over it can always be made again. */
import type { VerifiedEvent } from '../log/event.ts'
import { contentWords } from '../text/content.ts'
import { isFootnote, type Inline, type TextDocument } from '../text/document.ts'
import { entryTitle, entryWords, type EntryContent } from '../toolbox/entry.ts'
import type { Suggestion } from '../text/amendment.ts'
import { documentNumber } from '../text/revision.ts'
import { readBody } from './bodies.ts'
import type { DossierEventBody } from './events.ts'
import type { Passage } from './passage.ts'

/** Nothing for an event of the circle, of an unknown type, or without a body that can be read. */
export function passagesOf(event: VerifiedEvent): Passage[] {
  return rawPassages(event).map((passage) => ({ ...passage, heading: plain(passage.heading), words: plain(passage.words) }))
    .filter((passage) => passage.heading !== '' || passage.words !== '')
}

/** The words of a paragraph as they are indexed, its footnotes after it: a phrase runs on across the reference. */
export function paragraphWords(content: readonly Inline[]): string {
  return plain(lines(contentWords(content), ...content.filter(isFootnote).map((note) => note.footnote.map((run) => run.text).join(''))))
}

function rawPassages(event: VerifiedEvent): Passage[] {
  switch (event.header.type) {
    case 'dossier.opened': return read(readBody['dossier.opened'](event), ({ reference, title, summary }) => [
      { kind: 'dossier', part: '', heading: `${reference} ${title}`, words: summary },
    ])
    case 'text.revIssued': return read(readBody['text.revIssued'](event), revisionPassages)
    case 'text.amended': return read(readBody['text.amended'](event), ({ suggestions }) => suggestions.map((suggestion, at) => (
      { kind: 'suggestion', part: String(at), heading: '', words: suggestionWords(suggestion) })))
    case 'text.commented': return read(readBody['text.commented'](event), ({ words }) => [{ kind: 'comment', part: '', heading: '', words }])
    case 'contribution.added': return read(readBody['contribution.added'](event), ({ title, text, source }) => [
      { kind: 'contribution', part: '', heading: title, words: lines(text, source) },
    ])
    case 'position.taken': return read(readBody['position.taken'](event), ({ subject, remark }) => [{ kind: 'position', part: '', heading: subject, words: remark }])
    case 'silence.responded': return read(readBody['silence.responded'](event), ({ response }) => [{ kind: 'answer', part: '', heading: '', words: response.remark }])
    case 'reservation.entered': return read(readBody['reservation.entered'](event), ({ remark }) => [{ kind: 'reservation', part: '', heading: '', words: remark }])
    case 'reservation.lifted': return read(readBody['reservation.lifted'](event), ({ remark }) => [{ kind: 'reservation', part: '', heading: '', words: remark }])
    case 'entry.added': return read(readBody['entry.added'](event), ({ content }) => [entryPassage(content)])
    case 'entry.revised': return read(readBody['entry.revised'](event), ({ content }) => [entryPassage(content)])
    default: return []
  }
}

function read<B>(body: { readonly ok: true; readonly value: B } | { readonly ok: false }, passages: (body: B) => Passage[]): Passage[] {
  return body.ok ? passages(body.value) : []
}

function revisionPassages({ title, cover, rev, document }: DossierEventBody<'text.revIssued'>): Passage[] {
  return [{ kind: 'text', part: '', heading: title, words: lines(documentNumber(cover, rev), cover.subject) }, ...paragraphPassages(document)]
}

/** Whatever its fields hold in words; identifiers and choices are not words. */
function entryPassage(content: EntryContent): Passage {
  return { kind: 'entry', part: '', heading: entryTitle(content), words: lines(...entryWords(content)) }
}

function paragraphPassages({ blocks }: TextDocument): Passage[] {
  return blocks.map((block) => ({ kind: 'paragraph', part: block.id, heading: '', words: paragraphWords(block.content) }))
}

function suggestionWords({ amendments, reason }: Suggestion): string {
  const wordings = amendments.map((amendment) => {
    if (amendment.op === 'replace') return paragraphWords(amendment.insert)
    return amendment.op === 'insertBlock' ? paragraphWords(amendment.content) : ''
  })
  return lines(...wordings, reason ?? '')
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n')
}

/** Control characters would end a word for one reader and not for another. */
function plain(text: string): string {
  // oxlint-disable-next-line no-control-regex
  return text.replace(/[\u0000-\u001f\u007f]/g, ' ').trim()
}
