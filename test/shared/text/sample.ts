/** A short draft as it is negotiated, and what became of it: for tests that look at words. */
import { coverWith } from '../../../shared/text/cover.ts'
import type { Block, Inline, TextDocument } from '../../../shared/text/document.ts'
import type { Publication } from '../../../shared/text/publication.ts'

export function words(text: string): Inline {
  return { text, marks: [] }
}

export function note(text: string): Inline {
  return { footnote: [{ text, marks: [] }] }
}

export function block(id: string, kind: Block['kind'], ...content: Inline[]): Block {
  return { id, kind, level: 1, content }
}

export const BEFORE: TextDocument = { blocks: [
  block('1', 'title', words('Draft Council conclusions on the protection of ports')),
  block('2', 'formula', words('The Council of the European Union adopted the following conclusions:')),
  block('3', 'numbered', words('The Council notes with concern the series of intrusions that interrupted berth planning in eleven ports'), note('ST 9001/31.'), words('.')),
  block('4', 'continuation', words('It thanks the crews who kept ferries running by hand.')),
  block('5', 'numbered', words('It asks the High Representative to raise the matter in forthcoming dialogues and to report back by the end of September.')),
  block('6', 'numbered', words('It invites Member States to exchange, within ten working days, the technical indicators that they hold'), note('See [1] and *2*.'), words(', and to:')),
  block('7', 'bullet', words('keep logs for ninety days,')),
  block('8', 'bullet', words('tell harbour masters at once.')),
  block('9', 'numbered', words('It will come back to this matter in the light of the report.')),
] }

/** Words changed, one paragraph moved and edited, one deleted, one new, a footnote changed, one gone. */
export const AFTER: TextDocument = { blocks: [
  block('1', 'title', words('Draft Council conclusions on the protection of ports and ferries')),
  block('2', 'formula', words('The Council of the European Union adopted the following conclusions:')),
  block('3', 'numbered', words('The Council notes with serious concern the intrusions that interrupted berth planning in eleven ports'), note('ST 9001/1/31 REV 1.'), words('.')),
  block('6', 'numbered', words('It invites Member States to exchange, within five working days, the technical indicators that they hold, and to:')),
  block('7', 'bullet', words('keep logs for ninety days,')),
  block('r1.1', 'bullet', words('test their plans every year,')),
  block('8', 'bullet', words('tell harbour masters at once.')),
  block('5', 'numbered', words('It asks the High Representative to raise the matter in forthcoming dialogues and to report back by 15 September.')),
  block('9', 'numbered', words('It will come back to this matter in the light of the report'), note('See [1] and *2*.'), words('.')),
] }

export const FACTS: Omit<Publication, 'body' | 'comparedWith'> = {
  cover: coverWith({
    number: '9114/31', place: 'Brussels', date: '10 June 2031', codes: ['CYBER 12', 'RELEX 300'], type: 'NOTE', from: 'Presidency', to: 'Delegations',
    subject: 'Ports & <ferries>',
  }),
  title: 'Draft Council conclusions on the protection of ports', revLabel: 'REV 2',
  marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'AMBER' }, exercise: true,
}

/** What a person with a search-and-replace does to a marked Markdown text. */
export function acceptMarkdown(marked: string): string {
  return marked.replace(/(?<!\\)~~[^]*?(?<!\\)~~/g, '').replace(/(?<!\\)\*\*([^]*?)(?<!\\)\*\*/g, '$1')
}

export function rejectMarkdown(marked: string): string {
  return marked.replace(/(?<!\\)\*\*[^]*?(?<!\\)\*\*/g, '').replace(/(?<!\\)~~([^]*?)(?<!\\)~~/g, '$1')
}

/** The paragraphs of the body, without the head and without the comments that no reader of Markdown shows. */
export function paragraphsOf(markdown: string): string[] {
  const shown = markdown.replaceAll(/<!--[^]*?-->/g, '').replaceAll(/&#x([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
  return shown.slice(shown.indexOf('\n\n---\n') + 6).split('\n\n').map((line) => line.trim()).filter((line) => line !== '')
}
