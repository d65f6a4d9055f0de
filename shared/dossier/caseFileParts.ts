/** The parts of which the pages of a case file are made: headings with what stands beside them, lists of facts, tables, and moments in one form. */
import type { Delegation } from '../base/delegations.ts'
import { MONTHS } from '../base/months.ts'
import { escapeHtml } from '../text/html.ts'
import type { Statement } from './state.ts'

export function row([label, value]: readonly [string, string]): string {
  return `<dt>${escapeHtml(label)}</dt><dd>${escapeHtml(value)}</dd>`
}

/** What is shorter than this stays on one sheet. */
const SHORT_HTML = 1800

export function article(delegation: Delegation, name: string, beside: readonly string[], html: string, gone = false): string {
  return `<article class="entry${gone ? ' gone' : ''}${html.length < SHORT_HTML ? ' short' : ''}"><h3><span class="by">${delegation}</span>${escapeHtml(name)}</h3>\n<p class="who">${escapeHtml(beside.join(' · '))}</p>\n${html}</article>`
}

export function factList(facts: readonly string[]): string {
  return facts.length === 0 ? '' : `<dl class="facts">${facts.join('')}</dl>`
}

export function who({ person, claimedAtUtcMs }: Statement): string {
  return `${person}, ${moment(claimedAtUtcMs)}`
}

/** Claimed, in UTC, so that two prints of one case say the same wherever they are made. `12 Jun 2031, 09:14 UTC`. */
export function moment(utcMs: number): string {
  const at = new Date(utcMs).toISOString()
  return `${shortDay(at.slice(0, 10))} ${at.slice(0, 4)}, ${at.slice(11, 16)} UTC`
}

/** `12 Jun`. */
export function shortDay(day: string): string {
  return `${Number(day.slice(8))} ${(MONTHS[Number(day.slice(5, 7)) - 1] ?? '').slice(0, 3)}`
}

/** `kept`: short words that stay on one line; `code`: a hash. */
export type Column = string | { readonly head: string; readonly is: 'kept' | 'code' }

export function kept(head: string): Column {
  return { head, is: 'kept' }
}

export function grid(columns: readonly Column[], rows: readonly (readonly string[])[]): string {
  if (rows.length === 0) return ''
  const classes = columns.map((one) => (typeof one === 'string' ? '' : ` class="${one.is}"`))
  const heads = columns.map((one) => (typeof one === 'string' ? `<th scope="col">${escapeHtml(one)}</th>` : `<th scope="col" class="kept">${escapeHtml(one.head)}</th>`))
  return `<table class="grid"><thead><tr>${heads.join('')}</tr></thead><tbody>${rows.map((cells) => `<tr>${cells.map((cell, at) => `<td${classes[at] ?? ''}>${escapeHtml(cell)}</td>`).join('')}</tr>`).join('')}</tbody></table>\n`
}
