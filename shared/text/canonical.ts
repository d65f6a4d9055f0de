/**
 * Canonical bytes of a text: what a text hash is taken over, and what the marked version is measured by.
 * Deterministic CBOR (base/cbor.ts) of `[[kind, level, content], ...]`; content is a list of `[text, [mark, ...]]` for a run and
 * `[[run, ...]]` for a footnote, all normalised. Block identifiers are left out: the same words are the same text wherever they came from.
 */
import { encodeCbor, type CborValue } from '../base/cbor.ts'
import { isFootnote, type Block, type Inline, type Run, type TextDocument } from './document.ts'
import { normalizeDocument } from './normalize.ts'

export function canonicalText(document: TextDocument): Uint8Array {
  return encodeCbor(normalizeDocument(document).blocks.map(blockValue))
}

/** The same information as text: equal for two normalised blocks exactly where their canonical bytes are equal. */
export function blockKey(block: Pick<Block, 'kind' | 'level' | 'content'>): string {
  return JSON.stringify(blockValue(block))
}

export function contentKey(content: readonly Inline[]): string {
  return JSON.stringify(content.map(inlineValue))
}

function blockValue(block: Pick<Block, 'kind' | 'level' | 'content'>): CborValue {
  return [block.kind, block.level, block.content.map(inlineValue)]
}

function inlineValue(inline: Inline): CborValue {
  return isFootnote(inline) ? [inline.footnote.map(runValue)] : runValue(inline)
}

function runValue(run: Run): CborValue {
  return [run.text, run.marks]
}
