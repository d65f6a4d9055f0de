/** A paragraph as it stands, with the letter of each suggestion at its place and the words it touches underlined. */
import { Fragment } from 'react'
import { isFootnote, type Inline, type TextDocument } from '../../../shared/text/document.ts'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import css from './consolidation.module.css'

interface Span {
  readonly from: number
  readonly to: number
  readonly letter: string
  readonly collides: boolean
}

export function Lettered({ document, block: id, groups, chosen }: { document: TextDocument; block: string | null; groups: readonly SuggestionGroup[]; chosen: string }) {
  const block = document.blocks.find((one) => one.id === id)
  if (block === undefined) return <p className={css.para}>{words.text.beginning} <Letters of={groups.map((group) => group.letter)} chosen={chosen} /></p>
  const spans = spansOf(groups, block.id)
  const whole = groups.filter((group) => !spans.some((span) => span.letter === group.letter)).map((group) => group.letter)
  const text = block.content.map(plain).join('')
  const cuts = [...new Set([0, text.length, ...spans.flatMap((span) => [Math.min(span.from, text.length), Math.min(span.to, text.length)])])].sort((a, b) => a - b)
  return (
    <div className={css.para}>
      <span className={css.label}>{numberLabels(document).get(block.id)}</span>
      <p>
        {cuts.map((from, at) => {
          const to = cuts[at + 1] ?? from
          const over = spans.filter((span) => span.from <= from && span.to >= to && from < to)
          const ending = spans.filter((span) => Math.min(span.to, text.length) === from && (span.to > span.from || at >= 0))
          return (
            <Fragment key={from}>
              <Letters of={ending.map((span) => span.letter)} chosen={chosen} />
              {over.length > 0 ? <span className={cx(css.anchor, over.some((span) => span.collides) && css.hot)}>{text.slice(from, to)}</span> : text.slice(from, to)}
            </Fragment>
          )
        })}
        <Letters of={whole} chosen={chosen} />
      </p>
    </div>
  )
}

function plain(inline: Inline): string {
  return isFootnote(inline) ? '*' : inline.text
}

function spansOf(groups: readonly SuggestionGroup[], block: string): Span[] {
  return groups.flatMap((group) => group.amendments.flatMap((amendment): Span[] => {
    if (amendment.op !== 'replace' || amendment.block !== block) return []
    return [{ from: amendment.from, to: amendment.to, letter: group.letter, collides: group.collidesWith.length > 0 }]
  }))
}

function Letters({ of, chosen }: { of: readonly string[]; chosen: string }) {
  return of.length === 0 ? null : <sup className={css.letters}>{of.map((letter) => <span key={letter} className={cx(letter === chosen && css.chosenLetter)}>{letter}</span>)}</sup>
}
