/** The cover of a Council document in a plain transcription: place and date, number, REV, codes, type, From, To, Subject. */
import type { Cover } from './cover.ts'
import type { SourceParagraph } from './paragraphs.ts'

export interface CoverReading {
  readonly cover: Partial<Cover>
  /** Paragraphs that follow the cover. */
  readonly body: readonly SourceParagraph[]
  readonly notes: readonly string[]
}

/** A cover is looked for no farther than this. */
const FARTHEST_PARAGRAPH = 40
const FIELD = /^(From|To|Subject|No\.? prev\. doc\.?)\s*:\s*(.*)$/i
const NUMBER = /^(\d{1,5})((?:\/\d{1,3})*)\/(\d{2})(?:\s+(.*))?$/
const DATE = /^(\p{L}[\p{L} .-]{1,40}),\s+(\d{1,2} \p{L}+ \d{4})$/u
const CODE = /^[A-Z][A-Z/-]{1,20} \d{1,4}$/
const TYPE = /^(?:(?:"?I(?:\/A)?"?|"?A"?) ITEM )?NOTE$|^(?:OUTCOME OF PROCEEDINGS|COVER NOTE|REPORT|WORKING (?:PAPER|DOCUMENT))$/

/** Without `Subject:` near the beginning there is no cover, and everything is body. */
export function readCouncilCover(paragraphs: readonly SourceParagraph[]): CoverReading {
  const subjectAt = paragraphs.slice(0, FARTHEST_PARAGRAPH).findIndex((paragraph) => plainLines(paragraph).some((line) => /^Subject\s*:/i.test(line)))
  if (subjectAt < 0) return { cover: {}, body: paragraphs, notes: [] }
  const found = paragraphs.findIndex((paragraph, at) => at > subjectAt && looksLikeTitle(paragraph))
  const bodyAt = found < 0 ? subjectAt + 1 : found
  const fields = new CoverFields()
  for (const paragraph of paragraphs.slice(0, subjectAt + 1)) for (const line of plainLines(paragraph)) fields.read(line)
  const after = paragraphs.slice(subjectAt + 1, bodyAt)
  const purposes = after.slice(0, after.findIndex((paragraph) => paragraph.opens !== 'bullet') >>> 0)
  for (const purpose of purposes) fields.readPurpose(purpose.text)
  for (const sentence of after.slice(purposes.length)) fields.readSentence(sentence)
  return { cover: fields.cover(), body: paragraphs.slice(bodyAt), notes: fields.notes }
}

/** In bold throughout, a Markdown heading, or in capitals throughout. */
export function looksLikeTitle(paragraph: SourceParagraph): boolean {
  if (paragraph.opens === 'heading') return true
  if (paragraph.opens !== 'none') return false
  const words = withoutBold(paragraph.text)
  return isBoldThroughout(paragraph.text) || (words.length >= 8 && /\p{Lu}/u.test(words) && !/\p{Ll}/u.test(words))
}

export function isBoldThroughout(text: string): boolean {
  return /^\*\*(?:[^*]|\*(?!\*))+\*\*$/.test(text)
}

export function withoutBold(text: string): string {
  return text.replaceAll('**', '').trim()
}

function plainLines(paragraph: SourceParagraph): string[] {
  return paragraph.lines.map((line) => withoutBold(line.replaceAll('\\', ''))).filter((line) => line !== '')
}

class CoverFields {
  readonly notes: string[] = []
  readonly #fields: { -readonly [Field in keyof Cover]?: Cover[Field] } = {}
  readonly #codes: string[] = []
  readonly #purposes: string[] = []
  readonly #sentences: string[] = []
  #subject: string[] | null = null

  read(line: string): void {
    const field = FIELD.exec(line)
    if (field) this.#readField(field[1] ?? '', field[2] ?? '')
    else if (this.#subject) this.#readSubjectLine(this.#subject, line)
    else this.#readHead(line)
  }

  readPurpose(words: string): void {
    this.#keep(this.#purposes, words, 10, 300)
  }

  /** Between the fields and the text: `Delegations will find in annex ...`. A footnote of the cover has no place on ours. */
  readSentence(paragraph: SourceParagraph): void {
    if (paragraph.opens === 'definition') this.notes.push(`Left out: a footnote of the cover, "${paragraph.text.slice(0, 80)}".`)
    else if (/\p{L}/u.test(paragraph.text)) this.#keep(this.#sentences, withoutBold(paragraph.text), 40, 4000)
  }

  cover(): Partial<Cover> {
    const subject = this.#subject?.join(' ').trim().slice(0, 1000)
    const filled = { codes: this.#codes.slice(0, 40), purposes: this.#purposes, sentences: this.#sentences }
    const lists = Object.fromEntries(Object.entries(filled).filter(([, lines]) => lines.length > 0))
    return { ...this.#fields, ...(subject ? { subject } : {}), ...lists }
  }

  #keep(lines: string[], words: string, most: number, length: number): void {
    const room = lines.length < most ? length : 0
    if (room > 0) lines.push(words.slice(0, room))
    if (words.length > room) this.notes.push(`Left out of the cover: "${words.slice(room, room + 80)}".`)
  }

  #readField(name: string, value: string): void {
    if (/^from$/i.test(name)) this.#fields.from = value.slice(0, 200)
    else if (/^to$/i.test(name)) this.#fields.to = value.slice(0, 200)
    else if (/^subject$/i.test(name)) this.#subject = [value]
    else this.#fields.previousDocument = value.slice(0, 200)
  }

  #readSubjectLine(subject: string[], line: string): void {
    const purpose = /^[-–]\s+(\S.*)$/.exec(line)
    if (purpose) this.readPurpose(purpose[1] ?? '')
    else subject.push(line)
  }

  #readHead(line: string): void {
    const language = /^\(OR\. ([a-z]{2}(?:[,/ ]+[a-z]{2})*)\)$/i.exec(line)
    const institution = /^(?:council of the european union|european council|european commission)$/i.exec(line)
    if (language) this.#fields.originalLanguage = language[1] ?? ''
    if (institution) this.#fields.institution = line
    if (!language && !institution) this.#readNumberLine(line)
  }

  #readNumberLine(line: string): void {
    const number = NUMBER.exec(line)
    const date = DATE.exec(line)
    if (number) {
      this.#fields.number = `${number[1]}/${number[3]}`
      if (number[4]) this.#readHead(number[4])
    } else if (date) Object.assign(this.#fields, { place: date[1], date: date[2] })
    else if (TYPE.test(line)) this.#fields.type = line
    else if (CODE.test(line) && !/^(?:REV|ADD|COR) /.test(line)) this.#codes.push(line)
    else if (/^(?:REV|ADD|COR) \d+/.test(line)) this.notes.push(`The file calls itself ${line}. It is taken in as the first issue of a text here.`)
    else if (line === 'LIMITE') this.notes.push('The file is marked LIMITE. The marking of the dossier applies here.')
  }
}
