// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest'
import { blocksFromHtml, withoutStyles } from '../../../renderer/editor/pastedHtml.ts'
import type { Pasted } from '../../../renderer/editor/paste.ts'

function pasted(html: string): Pasted[] {
  const page = document.implementation.createHTMLDocument('')
  page.body.innerHTML = html
  return blocksFromHtml(page.body)
}
const words = (blocks: readonly Pasted[]): string[] => blocks.map((block) => block.content.map((inline) => ('footnote' in inline ? `{${inline.footnote.map((run) => run.text).join('')}}` : inline.text)).join(''))

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><title>x</title><style>p.MsoNormal { margin: 0 }</style></head><body>
<p class=MsoNormal>The Council <b>notes</b> with <i>concern</i> the<span style='mso-spacerun:yes'>  </span>intrusions<a style='mso-footnote-id:ftn1' href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>.<o:p></o:p></p>
<p class=MsoListParagraph style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt'>&nbsp;&nbsp; </span></span></span><![endif]>to raise the matter;</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span>to report <del cite="mailto:x">within ten days</del><ins cite="mailto:x">within five days</ins>.</p>
<script>alert(1)</script><img src="https://example.org/x.png">
<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p class=MsoFootnoteText><a href="#_ftnref1">[1]</a> See document 9114/31.</p></div></div>
</body></html>`

describe('what is pasted from Word', () => {
  const blocks = pasted(WORD)

  test('comes in as paragraphs with their emphasis, footnotes and lists; struck revisions, scripts and pictures stay outside', () => {
    expect(words(blocks)).toEqual(['The Council notes with concern the intrusions{See document 9114/31.}.', 'to raise the matter;', 'to report within five days.'])
    expect(blocks[0]?.content.flatMap((inline) => ('text' in inline && inline.marks.length > 0 ? [[inline.text, inline.marks]] : []))).toEqual([['notes', ['bold']], ['concern', ['italic']]])
    expect(blocks.map(({ kind, level, like }) => [kind, level, like])).toEqual([['plain', 1, true], ['bullet', 2, false], ['numbered', 1, false]])
  })
})

describe('styles of what is pasted', () => {
  test('are read under another name, so that the page never applies them, and words that speak of style stay as they are', () => {
    expect(withoutStyles(WORD)).not.toMatch(/<style|\sstyle=/)
    expect(pasted(withoutStyles(WORD))).toEqual(pasted(WORD))
    expect(words(pasted(withoutStyles('<p style="x">a style = b</p>')))).toEqual(['a style = b'])
  })
})

describe('what is pasted from elsewhere', () => {
  test('lists keep their kind and depth', () => {
    expect(pasted('<ol><li>one</li><li>two<ul><li>deep</li></ul></li></ol>').map(({ kind, level }) => [kind, level])).toEqual([['numbered', 1], ['numbered', 1], ['bullet', 2]])
  })

  test('a table comes in cell by cell, empty cells too, and paragraphs of a cell are its lines', () => {
    const blocks = pasted('<table><tr><td><p>Port</p><p>of Riga</p></td><td colspan="2"></td></tr><tr><td>x</td><td>y</td><td>z</td></tr></table>')
    expect(blocks.map(({ kind, level }) => [kind, level])).toEqual([['row', 1], ['cell', 2], ['row', 1], ['cell', 1], ['cell', 1]])
    expect(words(blocks)).toEqual(['Port\nof Riga', '', 'x', 'y', 'z'])
  })

  test('a heading is a heading, a hidden word is none, and signs that stand for something else are left out', () => {
    expect(pasted('<h2>Ports</h2><p>a\uFFFCb<span style="display:none">secret</span> c</p>').map(({ kind }) => kind)).toEqual(['heading', 'plain'])
    expect(words(pasted('<p>a\uFFFCb<span style="display:none">secret</span> c</p>'))).toEqual(['ab c'])
  })

  test('is bounded in depth and length, whatever it is', () => {
    expect(words(pasted(`${'<span>'.repeat(2000)}deep${'</span>'.repeat(2000)}<p>shallow</p>`))).toEqual(['shallow'])
    const long = words(pasted(`<p>${'word '.repeat(50_000)}</p>`)).join('')
    expect(long.length).toBeLessThanOrEqual(100_000)
    expect(pasted('<p>x</p>'.repeat(5_000)).length).toBe(2_000)
  })
})
