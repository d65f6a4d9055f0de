/**
 * A Word file as a text, or as the two texts that its tracked changes hold.
 * Everything is bounded before it is trusted: `unzip.ts` the container, `xml.ts` the tree, here the text itself.
 */
import { err, ok, type Result } from '../base/result.ts'
import { contentWords } from '../text/content.ts'
import { isFootnote, LIMITS, type Block, type Inline, type TextDocument } from '../text/document.ts'
import type { ImportedText } from '../text/imported.ts'
import { classifierOf, type Classifier } from './classify.ts'
import { collectDraft } from './collect.ts'
import type { DraftItem, Side } from './draft.ts'
import { DocxRefused, refuse, type DocxFault } from './fault.ts'
import { Tally } from './notes.ts'
import { readNumbering } from './numbering.ts'
import { openParts, type DocxParts } from './package.ts'
import { authorsIn, nestedChanges } from './authors.ts'
import { commentNotes, commentsIn, type DocxComment } from './comments.ts'
import { placesOf } from './anchors.ts'
import type { AcceptsAuthor } from './collectRuns.ts'
import { projectDraft } from './project.ts'
import { readStyles } from './styles.ts'
import { hasTrackedChanges } from './tracked.ts'

/** What to make of tracked changes: refuse the file, or take the text as if all of them were accepted or rejected. */
export type TrackedChanges = 'refuse' | 'accept' | 'reject'

export function parseDocx(bytes: Uint8Array, changes: TrackedChanges = 'refuse'): Result<ImportedText, DocxFault> {
  return guarded(() => {
    const file = readFile(bytes)
    if (changes === 'refuse' && hasTrackedChanges(file.draft)) refuse('docx-has-changes', 'policy', 'tracked-changes')
    const text = importedText(file, changes === 'reject' ? 'before' : 'after')
    if (text.document.blocks.length === 0) refuse('text-empty', 'schema', 'empty')
    return text
  })
}

export interface MarkedDocx {
  /** All changes rejected. */
  readonly before: ImportedText
  /** All changes accepted. */
  readonly after: ImportedText
}

/** Both texts of a file with tracked changes; the same text twice where it has none. One of the two may be empty. */
export function parseMarkedDocx(bytes: Uint8Array): Result<MarkedDocx, DocxFault> {
  return guarded(() => {
    const file = readFile(bytes)
    const texts = { before: importedText(file, 'before'), after: importedText(file, 'after') }
    if (texts.before.document.blocks.length + texts.after.document.blocks.length === 0) refuse('text-empty', 'schema', 'empty')
    return texts
  })
}

export interface AuthorDocx {
  /** As the file names the author. */
  readonly author: string
  /** The text if only the changes of this author were accepted. */
  readonly text: ImportedText
}

export interface AuthorsDocx {
  readonly before: ImportedText
  /** In the order in which they first appear. */
  readonly authors: readonly AuthorDocx[]
  /** In the order of the file; their places are in `before`. */
  readonly comments: readonly DocxComment[]
  readonly notes: readonly string[]
}

/** A file in which several people have tracked their changes, taken apart: what each of them makes of the text. */
export function parseAuthorsDocx(bytes: Uint8Array): Result<AuthorsDocx, DocxFault> {
  return guarded(() => {
    const parts = openParts(bytes)
    const file = readParts(parts, () => true, 'apart')
    const before = importedText(file, 'before')
    const commented = commentsIn(parts.comments, placesOf(projectDraft(readParts(parts, () => true, 'signed').draft, 'before', file.classifier, new Tally()), before.document))
    const authors = authorsIn(parts)
    if (authors.length > MOST_AUTHORS) refuse('text-too-large', 'limit', 'too-long')
    const texts = authors.map((author) => ({ author, text: importedText(readParts(parts, (name) => name === author, 'apart'), 'after') }))
    return { before, authors: texts, comments: commented.comments, notes: [...betweenAuthors(texts.length, parts), ...commented.notes] }
  })
}

const MOST_AUTHORS = 200

/** Somebody's change inside the change of another belongs to neither alone. */
function betweenAuthors(authors: number, parts: DocxParts): string[] {
  const nested = authors < 2 ? 0 : nestedChanges(parts)
  return nested === 0 ? [] : [`${nested} ${nested === 1 ? 'passage was' : 'passages were'} inserted by one author and changed by another: only the insertion is among the suggestions.`]
}

function guarded<T>(read: () => T): Result<T, DocxFault> {
  try {
    return ok(read())
  } catch (fault) {
    if (fault instanceof DocxRefused) return err(fault.fault)
    throw fault
  }
}

interface OpenedFile { readonly draft: readonly DraftItem[]; readonly classifier: Classifier; readonly notes: readonly string[] }

function readFile(bytes: Uint8Array): OpenedFile {
  return readParts(openParts(bytes), () => true, 'told')
}

/** `comments`: among the notes, kept apart, or signed in the text. */
function readParts(parts: DocxParts, accepts: AcceptsAuthor, comments: 'told' | 'apart' | 'signed'): OpenedFile {
  const styles = readStyles(parts.styles)
  const numbering = readNumbering(parts.numbering, styles.numIdOfListStyle)
  const tally = new Tally()
  const draft = collectDraft(parts, styles, tally, accepts, comments === 'signed')
  return { draft, classifier: classifierOf(styles, numbering), notes: [...tally.sentences(), ...(comments === 'told' ? commentNotes(parts.comments) : [])] }
}

function importedText(file: OpenedFile, side: Side): ImportedText {
  const tally = new Tally()
  const document = projectDraft(file.draft, side, file.classifier, tally)
  checkLimits(document)
  return { title: titleOf(document), cover: {}, document, notes: [...file.notes, ...tally.sentences()] }
}

const TITLE_CHARACTERS = 500

/** The first title, else the first heading, else the first words there are. */
function titleOf({ blocks }: TextDocument): string {
  const named = blocks.find((block) => block.kind === 'title') ?? blocks.find((block) => block.kind === 'heading')
  const words = (block: Block): string => contentWords(block.content).replace(/\s+/g, ' ').trim()
  const title = named ? words(named) : (blocks.map(words).find((text) => text !== '') ?? '')
  return title.slice(0, TITLE_CHARACTERS).toWellFormed().replace(/\ufffd$/, '')
}

function checkLimits({ blocks }: TextDocument): void {
  const inlines = blocks.flatMap((block) => block.content)
  const characters = inlines.reduce((sum, inline) => sum + charactersOf(inline), 0)
  const crowded = blocks.some((block) => block.content.length > LIMITS.runsPerBlock)
  const crowdedNote = inlines.some((inline) => isFootnote(inline) && inline.footnote.length > LIMITS.runsPerBlock)
  const tooLong = blocks.length > LIMITS.blocks || characters > LIMITS.charactersPerDocument || crowded || crowdedNote
  if (tooLong) refuse('text-too-large', 'limit', 'too-long')
}

function charactersOf(inline: Inline): number {
  return isFootnote(inline) ? inline.footnote.reduce((sum, run) => sum + run.text.length, 0) : inline.text.length
}
