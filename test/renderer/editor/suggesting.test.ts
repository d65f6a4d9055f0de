import fc from 'fast-check'
import * as v from 'valibot'
import { history } from 'prosemirror-history'
import { EditorState, TextSelection, type Command } from 'prosemirror-state'
import { joinBackward } from 'prosemirror-commands'
import { describe, expect, test } from 'vitest'
import { blockIds } from '../../../renderer/editor/blockIds.ts'
import { divideParagraph, moveParagraph, setParagraphKind } from '../../../renderer/editor/commands.ts'
import { documentOf, proseOf } from '../../../renderer/editor/convert.ts'
import { pastePlain, plainLines } from '../../../renderer/editor/paste.ts'
import { giveExactly, pendingSuggestions, withoutSuggestion } from '../../../renderer/editor/pending.ts'
import { projection } from '../../../renderer/editor/tracked.ts'
import { draftContentSchema } from '../../../shared/ipc/textMethods.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { Block, TextDocument } from '../../../shared/text/document.ts'

const paragraph = (id: string, text: string): Block => ({ id, kind: 'numbered', level: 1, content: [{ text, marks: [] }] })
const BASE: TextDocument = {
  blocks: [
    { id: '1', kind: 'title', level: 1, content: [{ text: 'Draft conclusions', marks: [] }] },
    paragraph('2', 'The Council notes with concern the intrusions in eleven ports.'),
    { id: '3', kind: 'numbered', level: 1, content: [{ text: 'It welcomes ', marks: [] }, { text: 'swift', marks: ['bold'] }, { text: ' action', marks: [] }, { footnote: [{ text: 'See 9114/31.', marks: ['italic'] }] }, { text: ' by crews.', marks: [] }] },
    paragraph('4', 'It invites Member States to exchange indicators within ten working days.'),
  ],
}

function open(document: TextDocument = BASE): EditorState {
  return EditorState.create({ doc: proseOf(document), plugins: [history(), blockIds(0)] })
}

function run(state: EditorState, command: Command): EditorState {
  let next = state
  command(state, (transaction) => { next = state.apply(transaction) })
  return next
}

/** The cursor before the unit `offset` of the block at `index`. */
function cursor(state: EditorState, index: number, offset: number, length = 0): EditorState {
  let start = 1
  for (let at = 0; at < index; at++) start += state.doc.child(at).nodeSize
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, start + offset, start + offset + length)))
}

const ids = (state: EditorState) => documentOf(state.doc).blocks.map((block) => block.id)

describe('a text in the editor', () => {
  test('there and back is the same text', () => {
    expect(documentOf(proseOf(BASE))).toEqual(BASE)
  })

  test('the first half of a divided paragraph keeps its name, the second gets a new one of the next REV', () => {
    const divided = run(cursor(open(), 1, 11), divideParagraph)
    expect(ids(divided)).toEqual(['1', '2', 'r1.1', '3', '4'])
  })

  test('a new paragraph before another leaves that one its name', () => {
    const opened = run(cursor(open(), 1, 0), divideParagraph)
    expect(ids(opened)).toEqual(['1', 'r1.1', '2', '3', '4'])
    expect(documentOf(opened.doc).blocks[2]).toEqual(BASE.blocks[1])
  })

  test('joined paragraphs keep the name of the first; dividing and joining again suggests nothing', () => {
    const divided = run(cursor(open(), 1, 11), divideParagraph)
    const joined = run(divided, joinBackward)
    expect(ids(joined)).toEqual(['1', '2', '3', '4'])
    expect(pendingSuggestions(BASE, documentOf(joined.doc), [])).toEqual([])
  })

  test('a paragraph after a title is a plain one', () => {
    const opened = run(cursor(open(), 0, 17), divideParagraph)
    expect(documentOf(opened.doc).blocks[1]).toMatchObject({ kind: 'plain', id: 'r1.1' })
  })
})

describe('what is pasted', () => {
  test('comes in as plain words, one paragraph per line, without controls and object marks', () => {
    expect(plainLines('first\u0000 line\r\n\r\n\tsecond\uFFFC line\u00a0')).toEqual(['first line', 'second line'])
  })

  test('lines after the first are new paragraphs, and the paragraph it went into keeps its name', () => {
    const state = cursor(open(), 1, 12)
    const pasted = state.apply(pastePlain(state, 'one\ntwo'))
    expect(ids(pasted)).toEqual(['1', '2', 'r1.1', '3', '4'])
  })
})

describe('the suggestions in preparation', () => {
  const typed = (() => {
    const inserted = cursor(open(), 1, 23)
    const first = inserted.apply(inserted.tr.insertText('serious '))
    const second = cursor(first, 3, 46, 3)
    return second.apply(second.tr.insertText('five'))
  })()

  test('a reason stays with its place while words elsewhere are still being typed', () => {
    const [first, ...rest] = pendingSuggestions(BASE, documentOf(typed.doc), [])
    const explained = [{ ...first!, reason: 'Agreed language' }, ...rest]
    const more = cursor(typed, 1, 31)
    const next = pendingSuggestions(BASE, documentOf(more.apply(more.tr.insertText('and lasting ')).doc), explained)
    expect(next.filter((one) => one.reason !== null)).toHaveLength(1)
    expect(next[0]?.reason).toBe('Agreed language')
  })

  test('withdrawing one leaves exactly the others', () => {
    const suggestions = pendingSuggestions(BASE, documentOf(typed.doc), [])
    expect(suggestions.length).toBeGreaterThanOrEqual(2)
    const rest = withoutSuggestion(BASE, 0, suggestions, 0)
    expect(rest).not.toBeNull()
    expect(pendingSuggestions(BASE, rest!, [])).toEqual(suggestions.slice(1))
  })

  test('inserted words are underlined, deleted ones stand struck at their place', () => {
    const found = projection(BASE)(typed.doc).find()
    const texts = found.filter((one) => one.to > one.from && one.to - one.from < 20).map((one) => typed.doc.textBetween(one.from, one.to)).filter((text) => text !== '')
    expect(texts.some((text) => text.includes('serious'))).toBe(true)
    expect(texts.some((text) => text.includes('five'))).toBe(true)
    expect(found.some((one) => one.from === one.to)).toBe(true)
  })
})

/** One keystroke or command somewhere in the text. */
const act = fc.record({
  what: fc.constantFrom('type', 'delete', 'divide', 'join', 'up', 'down', 'kind', 'paste'),
  block: fc.nat(7), from: fc.nat(80), length: fc.nat(12), words: fc.constantFrom('and ', 'serious', ' without delay', 'x', '. '),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function perform(state: EditorState, { what, block, from, length, words }: Act): EditorState {
  const index = block % state.doc.childCount
  const size = state.doc.child(index).content.size
  const start = Math.min(from, size)
  const selected = cursor(state, index, start, what === 'type' || what === 'delete' || what === 'paste' ? Math.min(length, size - start) : 0)
  switch (what) {
    case 'type': return selected.apply(selected.tr.insertText(words))
    case 'delete': return selected.apply(selected.tr.deleteSelection())
    case 'paste': return selected.apply(pastePlain(selected, `${words}\nnew line`))
    case 'divide': return run(selected, divideParagraph)
    case 'join': return run(cursor(state, index, 0), joinBackward)
    case 'up': return run(selected, moveParagraph(-1))
    case 'down': return run(selected, moveParagraph(1))
    default: return run(selected, setParagraphKind('plain'))
  }
}

describe('nothing passes untracked', () => {
  test('whatever is typed, the suggestions give exactly the text on screen, and every block has a name of its own', () => {
    fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 12 }), (acts) => {
      const after = acts.reduce(perform, open())
      const document = documentOf(after.doc)
      const suggestions = pendingSuggestions(BASE, document, [])
      expect(giveExactly(BASE, 0, suggestions, document)).toBe(true)
      expect(new Set(ids(after)).size).toBe(after.doc.childCount)
      expect(suggestions.length > 0).toBe(canonicalText(document).join() !== canonicalText(BASE).join())
      projection(BASE)(after.doc)
      // The vault takes it as a draft, too.
      if (suggestions.length > 0) expect(v.safeParse(draftContentSchema, { kind: 'suggestions', document, suggestions }).issues).toBeUndefined()
    }), { seed: 20310612, numRuns: 120 })
  })
})
