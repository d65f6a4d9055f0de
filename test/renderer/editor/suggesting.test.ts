import fc from 'fast-check'
import * as v from 'valibot'
import { history, redo, undo } from 'prosemirror-history'
import { Fragment, Slice } from 'prosemirror-model'
import { EditorState, TextSelection, type Command, type Transaction } from 'prosemirror-state'
import { AddNodeMarkStep, DocAttrStep } from 'prosemirror-transform'
import type { Decoration } from 'prosemirror-view'
import { joinBackward, toggleMark } from 'prosemirror-commands'
import { describe, expect, test } from 'vitest'
import { blockIds } from '../../../renderer/editor/blockIds.ts'
import { divideParagraph, setLevel, setParagraphKind } from '../../../renderer/editor/commands.ts'
import { documentOf, proseOf } from '../../../renderer/editor/convert.ts'
import { putFootnote } from '../../../renderer/editor/footnotes.ts'
import { moveParagraph, moveTo, stretches } from '../../../renderer/editor/moving.ts'
import { pastePlain, plainLines } from '../../../renderer/editor/paste.ts'
import { giveExactly, pendingSuggestions, withoutSuggestion, withSuggestions } from '../../../renderer/editor/pending.ts'
import { schema } from '../../../renderer/editor/schema.ts'
import { addRow, removeRow, stayInCell } from '../../../renderer/editor/tableCommands.ts'
import { projection, tracked, type Shown } from '../../../renderer/editor/tracked.ts'
import { onlyUnderstood } from '../../../renderer/editor/understood.ts'
import { draftContentSchema } from '../../../shared/ipc/textMethods.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import type { Block, TextDocument } from '../../../shared/text/document.ts'

const paragraph = (id: string, text: string): Block => ({ id, kind: 'numbered', level: 1, content: [{ text, marks: [] }] })
const cell = (id: string, kind: 'row' | 'cell', text: string): Block => ({ id, kind, level: 1, content: [{ text, marks: [] }] })
const BASE: TextDocument = {
  blocks: [
    { id: '1', kind: 'title', level: 1, content: [{ text: 'Draft conclusions', marks: [] }] },
    paragraph('2', 'The Council notes with concern the intrusions in eleven ports.'),
    { id: '3', kind: 'numbered', level: 1, content: [{ text: 'It welcomes ', marks: [] }, { text: 'swift', marks: ['bold'] }, { text: ' action', marks: [] }, { footnote: [{ text: 'See 9114/31.', marks: ['italic'] }] }, { text: ' by crews.', marks: [] }] },
    paragraph('4', 'It invites Member States to exchange indicators within ten working days.'),
    cell('5', 'row', 'Port'), cell('6', 'cell', 'Days closed'), cell('7', 'row', 'Riga'), cell('8', 'cell', 'nine'),
    paragraph('9', 'It will revert to the matter.'),
  ],
}

function open(document: TextDocument = BASE, plugins = [history(), blockIds(0), onlyUnderstood(() => undefined), tracked(document)]): EditorState {
  return EditorState.create({ doc: proseOf(document), plugins })
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

const REST = ['5', '6', '7', '8', '9']
const ids = (state: EditorState) => documentOf(state.doc).blocks.map((block) => block.id)

describe('a text in the editor', () => {
  test('there and back is the same text', () => {
    expect(documentOf(proseOf(BASE))).toEqual(BASE)
  })

  test('the first half of a divided paragraph keeps its name, the second gets a new one of the next REV', () => {
    const divided = run(cursor(open(), 1, 11), divideParagraph)
    expect(ids(divided)).toEqual(['1', '2', 'r1.1', '3', '4', ...REST])
  })

  test('a new paragraph before another leaves that one its name', () => {
    const opened = run(cursor(open(), 1, 0), divideParagraph)
    expect(ids(opened)).toEqual(['1', 'r1.1', '2', '3', '4', ...REST])
    expect(documentOf(opened.doc).blocks[2]).toEqual(BASE.blocks[1])
  })

  test('joined paragraphs keep the name of the first; dividing and joining again suggests nothing', () => {
    const divided = run(cursor(open(), 1, 11), divideParagraph)
    const joined = run(divided, joinBackward)
    expect(ids(joined)).toEqual(['1', '2', '3', '4', ...REST])
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
    expect(ids(pasted)).toEqual(['1', '2', 'r1.1', '3', '4', ...REST])
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
    const found = projection(BASE)(typed.doc).decorations.find()
    const texts = found.filter((one) => one.to > one.from && one.to - one.from < 20).map((one) => typed.doc.textBetween(one.from, one.to)).filter((text) => text !== '')
    expect(texts.some((text) => text.includes('serious'))).toBe(true)
    expect(texts.some((text) => text.includes('five'))).toBe(true)
    expect(found.some((one) => one.from === one.to)).toBe(true)
  })
})

describe('tables under the hand', () => {
  test('a row comes, goes and moves as one suggestion with one amendment for each cell', () => {
    const more = run(cursor(open(), 6, 0), addRow)
    expect(pendingSuggestions(BASE, documentOf(more.doc), []).map((one) => one.amendments.map((amendment) => amendment.op))).toEqual([['insertBlock', 'insertBlock']])
    const less = run(cursor(open(), 6, 0), removeRow)
    expect(pendingSuggestions(BASE, documentOf(less.doc), []).map((one) => one.amendments.map((amendment) => amendment.op))).toEqual([['deleteBlock', 'deleteBlock']])
    const moved = run(cursor(open(), 7, 0), moveParagraph(-1))
    expect(ids(moved)).toEqual(['1', '2', '3', '4', '7', '8', '5', '6', '9'])
    expect(pendingSuggestions(BASE, documentOf(moved.doc), []).map((one) => one.amendments.map((amendment) => amendment.op))).toEqual([['moveBlock', 'moveBlock']])
  })

  test('a line break stays in the cell, and no key joins a cell with its neighbours', () => {
    const broken = run(cursor(open(), 5, 4), divideParagraph)
    expect(documentOf(broken.doc).blocks[5]?.content).toEqual([{ text: 'Days\n closed', marks: [] }])
    for (const [block, side] of [[4, 'before'], [5, 'before'], [8, 'before']] as const) {
      const here = cursor(open(), block, 0)
      expect(run(here, stayInCell(side)).doc.eq(here.doc)).toBe(true)
      expect(stayInCell(side)(here)).toBe(true)
    }
    expect(stayInCell('before')(cursor(open(), 3, 0))).toBe(false)
  })
})

function footnoteIn(state: EditorState): number {
  let at = 0
  state.doc.descendants((node, position) => { if (node.type === schema.nodes.footnote) at = position })
  return at
}

describe('footnotes under the hand', () => {
  test('come in behind the cursor, are changed where they stand, and are suggested as such', () => {
    const added = run(cursor(open(), 1, 11), putFootnote(null, [{ text: 'See 9115/31.', marks: [] }]))
    expect(pendingSuggestions(BASE, documentOf(added.doc), [])).toEqual([{ reason: null, amendments: [{ op: 'replace', block: '2', from: 11, to: 11, insert: [{ footnote: [{ text: 'See 9115/31.', marks: [] }] }] }] }])
    const state = open()
    const changed = run(state, putFootnote(footnoteIn(state), [{ text: 'See 9116/31.', marks: ['italic'] }]))
    expect(pendingSuggestions(BASE, documentOf(changed.doc), [])).toMatchObject([{ amendments: [{ op: 'replace', block: '3', insert: [{ footnote: [{ text: 'See 9116/31.' }] }] }] }])
  })
})

describe('a step that no suggestion could say', () => {
  const refusing = (make: (state: EditorState) => Transaction) => {
    let refused = 0
    const state = open(BASE, [onlyUnderstood(() => { refused += 1 })])
    const after = state.apply(make(state))
    return { refused, same: after.doc.eq(state.doc) }
  }

  test.each<[string, (state: EditorState) => Transaction]>([
    ['a step of an unknown kind', (state) => state.tr.step(new AddNodeMarkStep(footnoteIn(state), schema.mark('bold')))],
    ['an attribute of the document', (state) => state.tr.step(new DocAttrStep('lang', 'fr'))],
    ['a kind that no text has', (state) => state.tr.setNodeAttribute(0, 'kind', 'poem')],
    ['a level that no text has', (state) => state.tr.setNodeAttribute(0, 'level', 9)],
    ['the sign that stands for a footnote', (state) => state.tr.insertText('a\uFFFCb', 3)],
    ['half a letter', (state) => state.tr.insertText('\ud835', 3)],
  ])('%s is refused, and the text stays as it is', (_name, make) => {
    expect(refusing(make)).toEqual({ refused: 1, same: true })
  })

  test('emphasis over a footnote stays with the words around it', () => {
    const whole = cursor(open(), 2, 0, documentOf(open().doc).blocks[2]?.content.length ?? 0)
    const all = whole.apply(whole.tr.setSelection(TextSelection.create(whole.doc, whole.selection.$from.start(), whole.selection.$from.end())))
    const bold = run(all, toggleMark(schema.marks.bold))
    const marked: string[] = []
    bold.doc.descendants((node) => { if (!node.isText && node.marks.length > 0) marked.push(node.type.name) })
    expect(marked).toEqual([])
    expect(giveExactly(BASE, 0, pendingSuggestions(BASE, documentOf(bold.doc), []), documentOf(bold.doc))).toBe(true)
  })
})

/** One keystroke or command somewhere in the text. */
const act = fc.record({
  what: fc.constantFrom('type', 'delete', 'divide', 'join', 'up', 'down', 'drag', 'kind', 'deeper', 'out', 'paste', 'note', 'bold', 'row', 'noRow', 'undo', 'redo', 'slice', 'across'),
  block: fc.nat(9), from: fc.nat(80), length: fc.nat(12), words: fc.constantFrom('and ', 'serious', ' without delay', 'x', '. '),
})
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

function perform(state: EditorState, { what, block, from, length, words }: Act): EditorState {
  const index = block % state.doc.childCount
  const size = state.doc.child(index).content.size
  const start = Math.min(from, size)
  const selected = cursor(state, index, start, what === 'type' || what === 'delete' || what === 'paste' || what === 'bold' ? Math.min(length, size - start) : 0)
  switch (what) {
    case 'type': return selected.apply(selected.tr.insertText(words))
    case 'delete': return selected.apply(selected.tr.deleteSelection())
    case 'paste': return selected.apply(pastePlain(selected, `${words}\nnew line`))
    case 'divide': return run(selected, divideParagraph)
    case 'join': return run(cursor(state, index, 0), joinBackward)
    case 'up': return run(selected, moveParagraph(-1))
    case 'down': return run(selected, moveParagraph(1))
    case 'drag': return run(selected, moveTo(stretches(state.doc)[block % stretches(state.doc).length] ?? { from: 0, to: 1 }, stretches(state.doc)[from % stretches(state.doc).length]?.from ?? 0))
    case 'deeper': return run(selected, setLevel(1))
    case 'out': return run(selected, setLevel(-1))
    case 'note': return run(selected, putFootnote(null, [{ text: words, marks: [] }]))
    case 'bold': return run(selected, toggleMark(schema.marks.bold))
    case 'row': return run(selected, addRow)
    case 'noRow': return run(selected, removeRow)
    case 'undo': return run(selected, undo)
    case 'redo': return run(selected, redo)
    case 'slice': return selected.apply(selected.tr.replaceSelection(new Slice(Fragment.from(state.doc.child((index + 1) % state.doc.childCount)), length % 2, length % 2)))
    case 'across': return across(state, index, start, length)
    default: return run(selected, setParagraphKind('plain'))
  }
}

/** A selection from inside one paragraph into another, typed over. */
function across(state: EditorState, index: number, start: number, length: number): EditorState {
  const anchor = cursor(state, index, start).selection.from
  const head = Math.min(state.doc.content.size - 1, anchor + 5 * length)
  return state.apply(state.tr.setSelection(TextSelection.between(state.doc.resolve(anchor), state.doc.resolve(head))).deleteSelection())
}

/** What is drawn, in an order that does not depend on how it came about. */
function drawn({ decorations, surroundings }: Shown): readonly string[] {
  const drawing = (one: Decoration): string => JSON.stringify([one.from, one.to, one.spec['key'] ?? null, Reflect.get(Reflect.get(one, 'type') as object, 'attrs') ?? null])
  return [...decorations.find().map(drawing).sort(), ...[...surroundings].map((one) => JSON.stringify(one))]
}

describe('nothing passes untracked', () => {
  test('whatever is done, the suggestions give exactly the text on screen, refusing them gives the REV, and every block has a name of its own', () => {
    fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
      const after = acts.reduce(perform, open())
      const document = documentOf(after.doc)
      const suggestions = pendingSuggestions(BASE, document, [])
      expect(giveExactly(BASE, 0, suggestions, document)).toBe(true)
      expect(new Set(ids(after)).size).toBe(after.doc.childCount)
      expect(suggestions.length > 0).toBe(canonicalText(document).join() !== canonicalText(BASE).join())
      // Taken back one by one they leave the REV, byte for byte.
      const left = suggestions.reduce<TextDocument | null>((text) => (text === null ? null : withoutSuggestion(BASE, 0, pendingSuggestions(BASE, text, []), 0)), document)
      expect(left === null ? null : canonicalText(left).join()).toBe(canonicalText(BASE).join())
      // The vault takes them as a draft, too, and they give the text when the draft is opened again.
      if (suggestions.length > 0) expect(v.safeParse(draftContentSchema, { kind: 'suggestions', suggestions }).issues).toBeUndefined()
      const reopened = withSuggestions(BASE, 0, suggestions)
      expect(reopened === null ? null : canonicalText(reopened).join()).toBe(canonicalText(document).join())
      expect(reopened === null ? null : pendingSuggestions(BASE, reopened, suggestions)).toEqual(suggestions)
    }), { seed: 20310612, numRuns: 250 })
  })

  test('what is drawn key by key is what a fresh look at the whole text would draw', () => {
    fc.assert(fc.property(fc.array(act, { minLength: 1, maxLength: 14 }), (acts) => {
      const plugin = tracked(BASE)
      let state = open(BASE, [history(), blockIds(0), onlyUnderstood(() => undefined), plugin])
      for (const one of acts) {
        state = perform(state, one)
        expect(drawn(plugin.getState(state)!)).toEqual(drawn(projection(BASE)(state.doc)))
      }
    }), { seed: 20310613, numRuns: 150 })
  })
})
