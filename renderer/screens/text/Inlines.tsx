/** Words with their change marks: the form carries the meaning, the colour only helps. */
import { Fragment, type HTMLAttributes, type ReactNode } from 'react'
import type { MarkedFootnote, MarkedInline, MarkedRun } from '../../../shared/text/marked.ts'
import type { RunMark } from '../../../shared/text/document.ts'
import { piecesOf } from '../../../shared/text/hiddenSigns.ts'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { excerptOfNote } from './excerpt.ts'
import css from './marks.module.css'

const TAG_OF = { bold: 'strong', italic: 'em', underline: 'u', superscript: 'sup' } as const satisfies Readonly<Record<RunMark, string>>

export interface Dress {
  readonly className: string
  readonly delegation?: string
  readonly title?: string
  /** A small sign behind the words, which is none of them. */
  readonly sign?: string
  readonly onChoose?: () => void
}

export interface InlineContext {
  /** Number of the change an inline belongs to. */
  readonly changeAt?: (inline: number) => number | undefined
  readonly noteAt?: (inline: number) => string | undefined
  /** In a list, where no footnotes stand below: the words of a footnote that changed stand in its place. */
  readonly inBrief?: boolean
  readonly current?: number | null
  /** Leaves out what is only in the text, or only in its predecessor. */
  readonly only?: 'before' | 'after'
  /** How the words of an inline are shown beyond their marks: an origin, a comment. */
  readonly dressAt?: (inline: number) => Dress | undefined
  /** Marks of reservations behind an inline. */
  readonly reservedAt?: (inline: MarkedInline) => string | undefined
  /** The whole block came or went: its words need no mark each. */
  readonly plain?: boolean
}

export function Inlines({ content, context }: { content: readonly MarkedInline[]; context?: InlineContext }) {
  return content.map((inline, at) => {
    if (context?.only === 'before' && inline.change === 'inserted') return null
    if (context?.only === 'after' && inline.change === 'deleted') return null
    const change = context?.changeAt?.(at)
    const body = !('footnote' in inline) ? formatted(inline) : context?.inBrief === true ? <NoteInBrief note={inline} /> : <NoteMark number={context?.noteAt?.(at) ?? '*'} />
    const reserved = context?.reservedAt?.(inline)
    return <Fragment key={at}>{dressed(wrap(inline.change, body, change, context), context?.dressAt?.(at))}{reserved !== undefined && <sup className={css.reserved} data-aside="">{reserved}</sup>}</Fragment>
  })
}

function dressed(body: ReactNode, dress: Dress | undefined): ReactNode {
  if (dress === undefined) return body
  return <><span className={dress.className} {...(dress.delegation === undefined ? {} : { 'data-dlg': dress.delegation })} {...(dress.title === undefined ? {} : { title: dress.title })} {...choosing(dress)}>{body}</span>{dress.sign !== undefined && <sup className={css.sign} data-aside="">{dress.sign}</sup>}</>
}

/** What somebody asked for is a stop of the keyboard; the rest, which is nobody's, is not. */
function choosing({ onChoose, delegation }: Dress): HTMLAttributes<HTMLSpanElement> {
  if (onChoose === undefined) return {}
  if (delegation === undefined) return { onClick: onChoose }
  return { onClick: onChoose, role: 'button', tabIndex: 0, onKeyDown: (event) => { if (event.key === 'Enter') onChoose() } }
}

function NoteInBrief({ note }: { note: MarkedFootnote }) {
  const said = excerptOfNote(note)
  return said === null ? <NoteMark number={words.text.noteShort} /> : <>[{words.text.footnoteWords('')}<Inlines content={said} />]</>
}

function NoteMark({ number }: { number: string }) {
  return <sup className={css.note} data-note="" aria-label={words.text.footnote(number)}>{number}</sup>
}

function formatted(run: MarkedRun): ReactNode {
  return run.marks.reduce<ReactNode>((inside, mark) => {
    const Tag = TAG_OF[mark]
    return <Tag>{inside}</Tag>
  }, piecesOf(run.text).map(({ text, sign }, at) => (sign === null ? text : <bdi key={at} className={css.hidden} data-sign={sign} title={words.text.hiddenSign}>{text}</bdi>)))
}

function wrap(kind: MarkedInline['change'], body: ReactNode, change: number | undefined, context: InlineContext | undefined): ReactNode {
  const here = change !== undefined && change === context?.current
  const anchor = change === undefined ? {} : { 'data-change': change }
  if (kind === 'inserted') return <ins className={cx(css.ins, here && css.here)} {...anchor}>{body}</ins>
  if (kind === 'deleted') return <del className={cx(css.del, here && css.here)} {...anchor}>{body}</del>
  return change === undefined ? body : <span className={cx(here && css.here)} {...anchor}>{body}</span>
}
