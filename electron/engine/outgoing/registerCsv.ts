/** Entries of the register as CSV: RFC 4180, UTF-8 with a byte order mark (Excel needs it), and no cell that a spreadsheet would run. */
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { registerActionWords, REGISTER_GROUP_WORDS } from '../../../shared/ipc/registerActions.ts'
import { markingWords } from '../../../shared/marking/words.ts'

export const REGISTER_COLUMNS = ['Entry', 'Time (UTC, claimed)', 'Who', 'Group', 'Action', 'What', 'Concerning', 'Result', 'Reason', 'Stage', 'Marking', 'Dossier', 'Details', 'Hash'] as const

export function encodeRegisterCsv(entries: readonly RegisterEntry[]): string {
  const lines = [REGISTER_COLUMNS, ...entries.map(cellsOf)].map((cells) => cells.map(cell).join(','))
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`
}

/** In the order of the columns; the printed pages are made from the same cells. */
export function cellsOf(entry: RegisterEntry): string[] {
  return [
    String(entry.seq), new Date(entry.atUtcMs).toISOString(), entry.who, REGISTER_GROUP_WORDS[entry.group], entry.action, registerActionWords(entry.action), entry.subject, entry.result,
    entry.code ?? '', entry.stage ?? '', entry.marking === null ? '' : markingWords(entry.marking).join('; '), entry.dossier ?? '',
    entry.details.map(([name, text]) => `${name}: ${text}`).join('\n'), entry.hash,
  ]
}

/**
 * A spreadsheet takes a cell that begins so for a formula: an apostrophe in front makes it text (OWASP, CSV injection). In most countries of the
 * Union it cuts lines at semicolons instead of commas, and then the quotes of a cell mean nothing: what follows one, a tab or a line break begins
 * a cell there.
 */
const FORMULA = /(?:^|[;\t\r\n])"*(?=[=+\-@|%\uFF0B\uFF0D\uFF1D\uFF20])/g

function cell(text: string): string {
  const inert = text.replace(FORMULA, "$&'").replace(/^(?=[\t\r\n])/, "'")
  return /[",\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert
}
