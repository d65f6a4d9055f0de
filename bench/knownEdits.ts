/** A text and edits of known kind by several delegations, so that what a comparison finds can be held against what was really done. Seeded. */
import { MEMBER_STATES, type Delegation } from '../shared/base/delegations.ts'
import type { Block, Inline, TextDocument } from '../shared/text/document.ts'

export const EDIT_KINDS = ['word', 'insideWord', 'case', 'move', 'moveAndEdit', 'split', 'merge', 'renumber', 'footnote', 'punctuation', 'cell'] as const
export type EditKind = (typeof EDIT_KINDS)[number]

export interface KnownEdit {
  readonly kind: EditKind
  readonly by: Delegation
  /** Identifier of the paragraph in both texts: the identifiers of the second are those of the first, which the comparison is not told. */
  readonly block: string
  /** Words that went and words that came, as a person would count them. */
  readonly words: number
}

export interface KnownEdits {
  readonly before: TextDocument
  readonly after: TextDocument
  readonly edits: readonly KnownEdit[]
}

export function diceOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x7fffffff
  }
}

/** `delegations` of them, each with one edit of every kind, on paragraphs of their own. */
export function knownEdits(seed: number, delegations: number): KnownEdits {
  const maker = new EditMaker(seed, delegations)
  for (const by of MEMBER_STATES.slice(0, delegations)) for (const kind of EDIT_KINDS) maker.edit(kind, by)
  return { before: maker.before, after: { blocks: maker.after }, edits: maker.edits }
}

const SYLLABLES = ['ac', 'ber', 'con', 'del', 'es', 'for', 'gen', 'har', 'in', 'jur', 'lim', 'mar', 'nor', 'op', 'par', 'qua', 'res', 'sec', 'ter', 'un', 'ver', 'wor']
const SMALL = ['the', 'of', 'and', 'to', 'in', 'with', 'its', 'for']

/** Every edit of a paragraph keeps its neighbours to itself, and a merge keeps four: fewer would not reach for the last delegations. */
const PARAGRAPHS_EACH = 26

class EditMaker {
  readonly before: TextDocument
  readonly after: Block[]
  readonly edits: KnownEdit[] = []
  readonly #dice: () => number
  readonly #free: Record<'paragraph' | 'bullet' | 'cell' | 'noted', string[]>
  #fresh = 0

  constructor(seed: number, delegations: number) {
    this.#dice = diceOf(seed)
    const blocks = this.#text(delegations)
    this.before = { blocks }
    this.after = blocks.map((block) => ({ ...block }))
    const named = (test: (block: Block) => boolean): string[] => blocks.filter(test).map((block) => block.id)
    const noted = (block: Block): boolean => block.content.some((inline) => 'footnote' in inline)
    this.#free = {
      paragraph: named((block) => block.kind === 'numbered' && !noted(block)), bullet: named((block) => block.kind === 'bullet'),
      cell: named((block) => block.kind === 'cell'), noted: named(noted),
    }
  }

  edit(kind: EditKind, by: Delegation): void {
    const pool = kind === 'punctuation' ? 'bullet' : kind === 'cell' ? 'cell' : kind === 'footnote' ? 'noted' : 'paragraph'
    const block = kind === 'merge' ? this.#takePair() : this.#take(pool)
    this.edits.push({ kind, by, block, words: this.#apply(kind, block) })
  }

  #apply(kind: EditKind, id: string): number {
    switch (kind) {
      case 'word': case 'cell': return this.#replaceWord(id, () => this.#word())
      case 'insideWord': return this.#replaceWord(id, (word) => `${word.slice(0, -1)}ing`)
      case 'case': return this.#replaceWord(id, (word) => word.toUpperCase())
      case 'move': return this.#move(id)
      case 'moveAndEdit': {
        const changed = [1, 2, 3].reduce((sum) => sum + this.#replaceWord(id, () => this.#word()), 0)
        return changed + this.#move(id)
      }
      case 'split': return this.#split(id)
      case 'merge': return this.#merge(id)
      case 'renumber': return this.#insertBefore(id)
      case 'footnote': return this.#changeNote(id)
      case 'punctuation': return this.#change(id, (words) => `${words.slice(0, -1)};`, 0)
    }
  }

  #text(delegations: number): Block[] {
    const blocks: Omit<Block, 'id'>[] = [{ kind: 'title', level: 1, content: [this.#run('Draft conclusions on the security of ports')] }]
    for (let at = 0; at < delegations * PARAGRAPHS_EACH; at++) {
      const note: Inline[] = at % 10 === 0 ? [{ footnote: [this.#run(this.#words(8))] }] : []
      blocks.push({ kind: 'numbered', level: 1, content: [this.#run(`${this.#sentence(20 + Math.floor(this.#dice() * 20))} ${this.#sentence(16)}`), ...note] })
      if (at % 10 === 9) for (let bullet = 0; bullet < 3; bullet++) blocks.push({ kind: 'bullet', level: 1, content: [this.#run(`${this.#words(9)},`)] })
    }
    for (let row = 0; row < delegations; row++) for (let cell = 0; cell < 3; cell++) blocks.push({ kind: cell === 0 ? 'row' : 'cell', level: 1, content: [this.#run(this.#words(4))] })
    return blocks.map((block, at) => ({ id: String(at + 1), ...block }))
  }

  #run(text: string): { text: string; marks: [] } {
    return { text, marks: [] }
  }

  #word(): string {
    const syllable = (): string => SYLLABLES[Math.floor(this.#dice() * SYLLABLES.length)] ?? ''
    return syllable() + syllable() + (this.#dice() < 0.5 ? syllable() : '')
  }

  #words(count: number): string {
    return Array.from({ length: count }, (_, at) => (at % 3 === 2 ? SMALL[Math.floor(this.#dice() * SMALL.length)] ?? 'the' : this.#word())).join(' ')
  }

  #sentence(count: number): string {
    const words = this.#words(count)
    return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}.`
  }

  /** Far enough from the others that edits do not run into one another. */
  #take(pool: 'paragraph' | 'bullet' | 'cell' | 'noted'): string {
    const free = this.#free[pool]
    const [id] = free.splice(Math.floor(this.#dice() * free.length), 1)
    if (id === undefined) throw new Error(`no ${pool} is left to edit`)
    for (const near of [-1, 1]) {
      const at = free.indexOf(String(Number(id) + near))
      if (at >= 0 && pool === 'paragraph') free.splice(at, 1)
    }
    return id
  }

  /** A paragraph that another one without a note follows, which nobody else has. */
  #takePair(): string {
    const { paragraph } = this.#free
    const first = paragraph.filter((id) => paragraph.includes(String(Number(id) + 1)))
    const id = first[Math.floor(this.#dice() * first.length)]
    if (id === undefined) throw new Error('no two paragraphs are left to merge')
    for (const near of [-1, 0, 1, 2]) {
      const at = paragraph.indexOf(String(Number(id) + near))
      if (at >= 0) paragraph.splice(at, 1)
    }
    return id
  }

  #place(id: string): number {
    return this.after.findIndex((block) => block.id === id)
  }

  #change(id: string, change: (words: string) => string, words: number): number {
    const at = this.#place(id)
    const block = this.after[at]
    if (block) this.after[at] = { ...block, content: block.content.map((inline, place) => (place === 0 && 'text' in inline ? { ...inline, text: change(inline.text) } : inline)) }
    return words
  }

  #replaceWord(id: string, change: (word: string) => string): number {
    return this.#change(id, (text) => {
      const words = text.split(' ')
      const long = words.flatMap((word, at) => (at > 0 && /^[a-z]{5,}$/.test(word) ? [at] : []))
      const at = long[Math.floor(this.#dice() * long.length)] ?? 0
      return words.with(at, change(words[at] ?? '')).join(' ')
    }, 2)
  }

  #move(id: string): number {
    const from = this.#place(id)
    const [block] = this.after.splice(from, 1)
    // Beside its old place it would be anybody's guess which of two has moved; and no pair of another edit is parted.
    const places = this.after.flatMap((other, at) => (other.kind === 'numbered' && Math.abs(at - from) > 3 && this.#free.paragraph.includes(other.id) ? [at] : []))
    if (block) this.after.splice(places[Math.floor(this.#dice() * places.length)] ?? 1, 0, block)
    return 0
  }

  /** The second sentence goes there and comes here. */
  #split(id: string): number {
    let tail = ''
    this.#change(id, (text) => {
      const at = text.indexOf('. ') + 1
      tail = text.slice(at + 1)
      return text.slice(0, at)
    }, 0)
    this.after.splice(this.#place(id) + 1, 0, { id: this.#newId(), kind: 'continuation', level: 1, content: [this.#run(tail)] })
    return 2 * tail.split(' ').length
  }

  #merge(id: string): number {
    const [next] = this.after.splice(this.#place(String(Number(id) + 1)), 1)
    const [inline] = next?.content ?? []
    const words = inline && 'text' in inline ? inline.text : ''
    return this.#change(id, (text) => (words === '' ? text : `${text} ${words}`), words === '' ? 0 : 2 * words.split(' ').length)
  }

  #insertBefore(id: string): number {
    const words = this.#sentence(14)
    this.after.splice(this.#place(id), 0, { id: this.#newId(), kind: 'numbered', level: 1, content: [this.#run(words)] })
    return words.split(' ').length
  }

  #changeNote(id: string): number {
    const at = this.#place(id)
    const block = this.after[at]
    if (block) this.after[at] = { ...block, content: block.content.map((inline) => ('footnote' in inline ? { footnote: [this.#run(inline.footnote.map((run) => run.text).join('').replace(/\w+$/, this.#word()))] } : inline)) }
    return 2
  }

  #newId(): string {
    return `r1.${++this.#fresh}`
  }
}
