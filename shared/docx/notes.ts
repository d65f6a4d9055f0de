/** What was not taken over as it stood, told to the person in whole sentences: nothing of a Word file is lost in silence. */

const SENTENCES = {
  image: ['1 image was left out.', '# images were left out.'],
  textBox: ['1 text box was placed after its paragraph.', '# text boxes were placed after their paragraphs.'],
  equation: ['1 equation was taken as plain characters.', '# equations were taken as plain characters.'],
  endnote: ['1 endnote became a footnote.', '# endnotes became footnotes.'],
  noteMissing: ['1 footnote reference has no footnote in the file.', '# footnote references have no footnote in the file.'],
  innerTable: ['1 table inside a table was flattened: one line per row.', '# tables inside tables were flattened: one line per row.'],
  mergedCell: ['1 cell that goes over several rows was parted: the lower part stands empty.', '# cells that go over several rows were parted: the lower parts stand empty.'],
  wideCell: ['1 cell spans more columns than can be told here.', '# cells span more columns than can be told here.'],
  cellList: ['1 list item in a table lost its number or bullet.', '# list items in tables lost their numbers or bullets.'],
  hidden: ['1 passage of hidden text was left out.', '# passages of hidden text were left out.'],
  strike: ['1 passage formatted as struck through was taken as ordinary text.', '# passages formatted as struck through were taken as ordinary text.'],
  symbol: ['1 symbol of a special font could not be read.', '# symbols of special fonts could not be read.'],
  embedded: ['1 embedded document was left out.', '# embedded documents were left out.'],
  contents: ['1 line of a table of contents was left out.', '# lines of a table of contents were left out.'],
  headingNumber: ['1 heading lost its number.', '# headings lost their numbers.'],
  typedNumber: ['1 typed paragraph number differs from the computed one.', '# typed paragraph numbers differ from the computed ones.'],
  openField: ['1 passage inside a damaged field was left out.', '# passages inside a damaged field were left out.'],
  furniture: ['Headers and footers were left out.', 'Headers and footers were left out.'],
  macros: ['Macros were left out.', 'Macros were left out.'],
  cover: ['The cover page was left out.', 'The cover page was left out.'],
} as const satisfies Record<string, readonly [string, string]>
export type NoteKind = keyof typeof SENTENCES

const MAX_NAMES = 50

export class Tally {
  readonly #counts = new Map<NoteKind, number>()
  readonly #unknown = new Map<string, number>()

  add(kind: NoteKind, count = 1): void {
    this.#counts.set(kind, (this.#counts.get(kind) ?? 0) + count)
  }

  /** An element that this reader does not know. */
  addUnknown(name: string): void {
    if (this.#unknown.size < MAX_NAMES || this.#unknown.has(name)) this.#unknown.set(name, (this.#unknown.get(name) ?? 0) + 1)
  }

  sentences(): string[] {
    const known = [...this.#counts].map(([kind, count]) => SENTENCES[kind][count === 1 ? 0 : 1].replace('#', String(count)))
    const unknown = [...this.#unknown].map(([name, count]) => `Not understood and left out: ${name.slice(0, 60)} (${count}).`)
    return [...known, ...unknown]
  }
}
