/**
 * An extract of the register as one HTML page that needs nothing else and may do nothing else. Prints on A4, across, with the highest
 * marking, the heading and the number of the page on every page; the app makes its PDF from it.
 */
import type { Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { registerActionWords, registerNameWords } from '../../../shared/ipc/registerActions.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import { markingWords, pageMarkingLine } from '../../../shared/marking/words.ts'

export interface RegisterExtract {
  /** Oldest first. */
  readonly entries: readonly RegisterEntry[]
  /** Entries of the whole register. */
  readonly total: number
  /** Hash of its last entry. */
  readonly head: Hash | null
  readonly madeAtUtcMs: number
  readonly who: string
  readonly installation: InstallationId
  /** The highest of what the entries name. */
  readonly marking: Marking
  /** What was asked for, in words; empty for everything. */
  readonly filter: readonly string[]
}

const STYLE = `html { background: #fff; color: #1c2230; }
body { margin: 0; font: 8.5pt/1.35 "Source Sans 3", "Segoe UI", Arial, sans-serif; }
h1 { font-size: 14pt; margin: 0 0 4pt; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 1pt 10pt; margin: 0 0 10pt; }
dt { color: #474d5b; } dd { margin: 0; overflow-wrap: anywhere; }
.band { text-align: center; font-weight: 700; padding: 4pt; border: solid #1c2230; border-width: 1px 0; }
table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th, td { border-bottom: 1px solid #c3beb3; padding: 2pt 4pt; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
th { font-weight: 600; border-bottom-color: #1c2230; }
thead { display: table-header-group; } tr { break-inside: avoid; }
.seq { width: 9mm; text-align: right; } .at { width: 31mm; } .who { width: 32mm; } .what { width: 36mm; } .result { width: 34mm; } .mark { width: 30mm; }
ul { margin: 1pt 0 0; padding: 0; list-style: none; color: #474d5b; }
@media print { .band { display: none; } }`

/** Where head, foot and number of each sheet come from: the page's own margins, or whoever prints it. */
type SheetLines = 'margins' | 'printer'

/** For a host that prints: it sets head and foot itself. */
export function printedRegister(extract: RegisterExtract): PrintedPage {
  return { html: encodeRegisterHtml(extract, 'printer'), marking: pageMarkingLine(extract.marking, false), headLeft: headingOf(extract), headRight: countsOf(extract) }
}

function headingOf({ who }: RegisterExtract): string {
  return `Register of ${who}`
}

function countsOf({ entries, total }: RegisterExtract): string {
  return `${entries.length} of ${total} entries`
}

export function encodeRegisterHtml(extract: RegisterExtract, lines: SheetLines = 'margins'): string {
  const { entries } = extract
  const marking = pageMarkingLine(extract.marking, false)
  const [heading, counts] = [headingOf(extract), countsOf(extract)]
  const band = marking === '' ? '' : `<div class="band">${escape(marking)}</div>`
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escape(heading)}</title>
<style>
@page { size: A4 landscape; margin: 20mm 14mm;${lines === 'margins' ? marginBoxes({ heading, marking, counts }) : ''} }
${STYLE}
</style>
</head>
<body>
${band}
<h1>${escape(heading)}</h1>
<dl>${factsOf(extract, counts).map(([name, value]) => `<dt>${escape(name)}</dt><dd>${escape(value)}</dd>`).join('')}</dl>
<table>
<thead><tr><th class="seq">No.</th><th class="at">Time (UTC, claimed)</th><th class="who">Who</th><th class="what">What</th><th>Concerning</th><th class="result">Result</th><th class="mark">Marking</th></tr></thead>
<tbody>
${entries.map(rowOf).join('\n')}
</tbody>
</table>
${band}
</body>
</html>
`
}

function marginBoxes({ heading, marking, counts }: { heading: string; marking: string; counts: string }): string {
  return `
  @top-left { content: ${quoted(heading)}; font: 9pt sans-serif; }
  @top-center { content: ${quoted(marking)}; font: 700 10pt sans-serif; }
  @top-right { content: ${quoted(counts)}; font: 9pt sans-serif; }
  @bottom-center { content: ${quoted(marking)}; font: 700 10pt sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 9pt sans-serif; }`
}

function factsOf({ madeAtUtcMs, installation, head, filter }: RegisterExtract, counts: string): [string, string][] {
  return [
    ['Made', `${moment(madeAtUtcMs)} UTC by the clock of this machine`], ['Installation', installation], ['Holds', filter.length === 0 ? `${counts}: all` : `${counts}: ${filter.join('; ')}`],
    ['Hash of the last entry', head ?? 'none'],
  ]
}

function rowOf(entry: RegisterEntry): string {
  const details = entry.details.length === 0 ? '' : `<ul>${entry.details.map(([name, text]) => `<li>${escape(registerNameWords(name))}: ${escape(text)}</li>`).join('')}</ul>`
  const result = [entry.result, entry.code, entry.stage === null ? null : `stage ${entry.stage}`].filter((part) => part !== null).join(', ')
  const marking = entry.marking === null ? '' : markingWords(entry.marking).join(' ')
  return `<tr><td class="seq">${entry.seq}</td><td>${moment(entry.atUtcMs)}</td><td>${escape(entry.who)}</td><td>${escape(registerActionWords(entry.action))}</td>`
    + `<td>${escape(entry.subject)}${details}</td><td>${escape(result)}</td><td>${escape(marking)}</td></tr>`
}

/** `2031-06-12 15:00:07`. */
function moment(utcMs: number): string {
  return new Date(utcMs).toISOString().slice(0, 19).replace('T', ' ')
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** As a CSS string that cannot end early, nor end the style sheet. */
function quoted(text: string): string {
  return `"${Array.from(text, (letter) => (/[\p{L}\p{N} ,.:()/+-]/u.test(letter) ? letter : `\\${(letter.codePointAt(0) ?? 0).toString(16)} `)).join('')}"`
}
