/** The cover of a text that is issued for the first time. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { coverWith, type Cover } from '../../../shared/text/cover.ts'

/** What the person wrote comes before what the file says; what neither says is what such a cover usually says. */
export function coverOf(asked: Input<'text.add'>['cover'], read: Partial<Cover>, title: string, from: string, nowUtcMs: number): Cover {
  const usual = {
    institution: 'Council of the European Union', place: 'Brussels', date: printedDate(nowUtcMs), originalLanguage: 'en', type: 'NOTE', from, to: 'Delegations', subject: title,
  }
  return coverWith({ ...usual, ...said(read), ...said(asked) })
}

/** The fields that are filled in. */
function said(cover: Input<'text.add'>['cover']): Partial<Cover> {
  return Object.fromEntries(Object.entries(cover).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)))
}

/** `16 May 2017`, by the calendar of Brussels. */
function printedDate(nowUtcMs: number): string {
  return new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'Europe/Brussels' }).format(nowUtcMs)
}
