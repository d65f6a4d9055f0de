/** Who was served with a silence procedure and who said what, on paper: A4, across, with the marking on every sheet. */
import type { Output } from '../../../shared/ipc/contract.ts'
import { uncountedWords } from '../../../shared/ipc/uncountedWords.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import { KIND_WORDS, RESERVATION_WORDS } from '../../../shared/silence/certificateReport.ts'
import { deadlineWords, instantWords } from '../../../shared/silence/timeWords.ts'
import { escapeHtml } from '../../../shared/text/htmlEscape.ts'

type View = Output<'silence.show'>
type Row = View['rows'][number]

export interface OverviewPage {
  readonly view: View
  readonly nowUtcMs: number
  readonly who: string
  readonly marking: string
}

const STYLE = `html { background: #fff; color: #1c2230; }
body { margin: 0; font: 9pt/1.35 "Source Sans 3", "Segoe UI", Arial, sans-serif; }
h1 { font-size: 14pt; margin: 0 0 4pt; } h2 { font-size: 10.5pt; margin: 10pt 0 3pt; } p { margin: 0 0 3pt; }
.band { text-align: center; font-weight: 700; padding: 4pt; border: solid #1c2230; border-width: 1px 0; }
table { border-collapse: collapse; width: 100%; } thead { display: table-header-group; } tr { break-inside: avoid; }
th, td { border-bottom: 1px solid #c3beb3; padding: 1.5pt 4pt; text-align: left; vertical-align: top; } thead th { border-bottom-color: #1c2230; }
.lacks td, .lacks th { font-style: italic; } .breaks td, .breaks th { font-weight: 700; }
@media print { .band { display: none; } }`

export function printedOverview(page: OverviewPage): PrintedPage {
  return { html: encodeOverviewHtml(page), marking: page.marking, headLeft: `${page.view.number} under silence`, headRight: page.who }
}

export function encodeOverviewHtml({ marking, nowUtcMs, view, who }: OverviewPage): string {
  const { silence } = view
  const band = marking === '' ? '' : `<div class="band">${escapeHtml(marking)}</div>`
  const columns = ['Delegation', 'Sent from here', 'Receipt (claimed)', 'Answer', 'Breaks', 'Late']
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeHtml(view.number)} under silence</title><style>@page { size: A4 landscape; margin: 20mm 14mm; }
${STYLE}</style></head><body>
${band}
<h1>${escapeHtml(view.number)} under silence</h1>
<p>${escapeHtml(view.textTitle)}</p>
<p>${escapeHtml(silence.rules.name)}: ${escapeHtml(silence.rules.rule)}</p>
<p>Deadline: ${escapeHtml(deadlineWords(silence.deadline))}</p>
<p>Outcome${silence.outcome.provisional ? ', provisional' : ''}: “${escapeHtml(silence.outcome.words)}”</p>
${view.uncounted.map((one) => `<p><strong>${escapeHtml(uncountedWords(one))}</strong></p>\n`).join('')}<p>As this machine had it ${escapeHtml(instantWords(nowUtcMs))}, ${escapeHtml(who)}.</p>
<table><thead><tr>${columns.map((column) => `<th scope="col">${column}</th>`).join('')}</tr></thead>
<tbody>
${view.rows.map((row) => rowOf(row, view)).join('\n')}
</tbody></table>
<h2>To chase</h2>
<p>${view.chase.length === 0 ? 'Nobody.' : escapeHtml(view.chase.map(({ delegation, lacks }) => `${delegation}: ${lacks === 'notSent' ? 'not sent from this machine' : 'no receipt'}`).join('; '))}</p>
${band}
</body></html>
`
}

function rowOf(row: Row, { silence }: View): string {
  const answers = silence.responses.filter((one) => row.responses.includes(one.event))
  const inTime = answers.filter((one) => !one.late)
  const breaking = inTime.filter((one) => one.response.breaks && one.canBreak && one.withdrawn === null)
  const cells = [
    row.sentAtUtcMs === null ? '–' : instantWords(row.sentAtUtcMs),
    row.receiptAtUtcMs !== null ? instantWords(row.receiptAtUtcMs) : row.servedOtherwise !== '' ? `none; ${row.servedOtherwise}` : row.served ? 'answered' : 'none',
    inTime.map(answerWords).join('; ') || '–', breaking.length > 0 ? 'breaks silence' : '–', answers.filter((one) => one.late).map(answerWords).join('; ') || '–',
  ]
  const state = breaking.length > 0 ? ' class="breaks"' : row.member && !row.served ? ' class="lacks"' : ''
  return `<tr${state}><th scope="row">${row.delegation}${row.member ? '' : ' (not a member)'}</th>${cells.map((cell) => `<td>${escapeHtml(cell)}</td>`).join('')}</tr>`
}

function answerWords({ response, withdrawn }: View['silence']['responses'][number]): string {
  const said = response.reservation === null ? KIND_WORDS[response.kind] : `${KIND_WORDS[response.kind]} (${RESERVATION_WORDS[response.reservation]})`
  return withdrawn === null ? said : `${said}, withdrawn`
}
