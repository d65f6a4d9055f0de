/** Words as runs, with tracked changes around them (ISO/IEC 29500-1, 17.3.2 and 17.13.5). */
import type { RunMark } from '../text/document.ts'
import type { MarkedBlock, MarkedFootnote, MarkedInline, MarkedRun } from '../text/marked.ts'
import { runsRightToLeft } from './direction.ts'
import { element, escapeXml, property, type XmlAttributes } from './encodeXml.ts'

/** What the whole file shares while it is written. */
export interface Writing {
  /** Identifier, author and date of the next tracked change; without names it is the issuer's. */
  readonly change: (by?: readonly string[]) => XmlAttributes
  /** Puts a footnote (the markup of its runs) into the footnotes part and names its identifier. */
  readonly footnote: (runs: string) => number
  /** Reservations, which are no part of the words. */
  readonly remarks: Remarks
}

/** Markup before and behind the runs of a piece. */
export interface Remarks {
  before(piece: MarkedInline): string
  behind(piece: MarkedInline): string
}
export const NO_REMARKS: Remarks = { before: () => '', behind: () => '' }

/** Element around a run; '' is none, null leaves the run out because it stands in neither text. */
type Wrapper = '' | 'w:ins' | 'w:del' | 'w:moveFrom' | 'w:moveTo' | null

/**
 * In a moved paragraph the words that go stand where it was and the words that come stand where it is now:
 * so Accept All and Reject All need no nested changes, which word processors treat differently.
 */
const WRAPPERS: Readonly<Record<MarkedBlock['change'], Readonly<Record<MarkedRun['change'], Wrapper>>>> = {
  same: { same: '', inserted: 'w:ins', deleted: 'w:del' },
  inserted: { same: 'w:ins', inserted: 'w:ins', deleted: null },
  deleted: { same: 'w:del', inserted: null, deleted: 'w:del' },
  movedFrom: { same: 'w:moveFrom', inserted: null, deleted: 'w:del' },
  movedTo: { same: 'w:moveTo', inserted: 'w:ins', deleted: null },
}

export function encodeContent(content: readonly MarkedInline[], within: MarkedBlock['change'], writing: Writing): string {
  // Where a paragraph was, its passages are not any more.
  const remarks = within === 'movedFrom' ? NO_REMARKS : writing.remarks
  let markup = ''
  for (let at = 0; at < content.length; at++) {
    const inline = content[at]
    if (!inline) continue
    const next = content[at + 1]
    const reformatted = within === 'same' ? reformattedRun(inline, next) : null
    if (reformatted && next) {
      markup += remarks.before(next) + runMarkup(reformatted.now, false, element('w:rPrChange', writing.change(reformatted.now.by), element('w:rPr', {}, marksMarkup(reformatted.was.marks)))) + remarks.behind(next)
      at += 1
    } else markup += remarks.before(inline) + encodeInline(inline, WRAPPERS[within][inline.change], writing) + remarks.behind(inline)
  }
  return markup
}

/** The same words deleted and inserted again with other marks are one change of formatting. */
function reformattedRun(inline: MarkedInline, next: MarkedInline | undefined): { was: MarkedRun; now: MarkedRun } | null {
  if (!next || 'footnote' in inline || 'footnote' in next) return null
  const matches = inline.change === 'deleted' && next.change === 'inserted' && inline.text === next.text
  return matches ? { was: inline, now: next } : null
}

function encodeInline(inline: MarkedInline, wrapper: Wrapper, writing: Writing): string {
  if (wrapper === null) return ''
  const run = 'footnote' in inline ? footnoteReference(inline, wrapper, writing) : runMarkup(inline, wrapper === 'w:del')
  return wrapper === '' ? run : element(wrapper, writing.change(inline.by), run)
}

function footnoteReference(note: MarkedFootnote, wrapper: Exclude<Wrapper, null>, writing: Writing): string {
  const within = wrapper === '' ? 'same' : wrapper === 'w:ins' || wrapper === 'w:moveTo' ? 'inserted' : 'deleted'
  const id = writing.footnote(encodeContent(note.footnote, within, writing))
  return element('w:r', {}, element('w:rPr', {}, property('rStyle', 'FootnoteReference')), element('w:footnoteReference', { 'w:id': id }))
}

/** One run of plain words, for everything that is not part of the text itself. */
export function plainRun(text: string, marks: readonly RunMark[] = []): string {
  return runMarkup({ text, marks: [...marks], change: 'same' }, false)
}

function runMarkup(run: MarkedRun, deleted: boolean, formerProperties = ''): string {
  const properties = marksMarkup(run.marks) + (runsRightToLeft(run.text) ? '<w:rtl/>' : '') + formerProperties
  return element('w:r', {}, properties === '' ? '' : element('w:rPr', {}, properties), ...charactersMarkup(run.text, deleted ? 'w:delText' : 'w:t'))
}

/** In the order that the schema prescribes. */
export function marksMarkup(marks: readonly RunMark[]): string {
  const said: Record<RunMark, string> = {
    bold: '<w:b/><w:bCs/>', italic: '<w:i/><w:iCs/>', underline: property('u', 'single'), superscript: property('vertAlign', 'superscript'),
  }
  return (['bold', 'italic', 'underline', 'superscript'] as const).filter((mark) => marks.includes(mark)).map((mark) => said[mark]).join('')
}

const SPECIAL: Readonly<Record<string, string>> = {
  '\t': '<w:tab/>', '\n': '<w:br/>', '\u2011': '<w:noBreakHyphen/>', '\u00ad': '<w:softHyphen/>',
}

export function charactersMarkup(text: string, name: 'w:t' | 'w:delText'): string[] {
  const parts = text.replace(/\r\n?/g, '\n').split(/([\t\n\u2011\u00ad])/)
  return parts.filter((part) => part !== '').map((part) => SPECIAL[part] ?? element(name, { 'xml:space': 'preserve' }, escapeXml(part)))
}
