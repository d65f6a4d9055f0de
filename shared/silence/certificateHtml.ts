/** A certificate as one HTML page: no script, no link, nothing loaded; prints in black. */
import { certificateReport, type CertificateReport, type ReportPart } from './certificateReport.ts'
import type { Certificate } from './certificateContent.ts'

const STYLE = [
  'body{font:11pt/1.45 Georgia,serif;max-width:56rem;margin:2rem auto;padding:0 1rem}',
  'h1{font-size:15pt}h2{font-size:12pt;margin-top:1.6em}.marking{text-align:center;font-weight:bold;border-block:1px solid;padding:.3em}',
  '.outcome{font-size:13pt}table{border-collapse:collapse;width:100%;font-size:9.5pt}th,td{border-top:1px solid;padding:.25em .5em;text-align:left;vertical-align:top}',
  'th[scope=row]{width:11rem}code{font:8.5pt monospace;overflow-wrap:anywhere}td code{display:inline-block;min-width:7.5rem}',
].join('')

/** The printer gives every sheet its marking; beside that the lines in the page would be one too many. */
const PRINTED = '@page{size:A4;margin:22mm 16mm}@media print{.marking{display:none}body{margin:0;max-width:none;padding:0}}tr{break-inside:avoid}thead{display:table-header-group}'

/** For a host that prints: it sets the marking at head and foot of each sheet, and the number of the sheet. */
export function printedCertificate(certificate: Certificate): PrintedCertificate {
  const { markingLine } = certificateReport(certificate)
  return { html: encodeCertificateHtml(certificate, 'printer'), marking: markingLine, headLeft: certificate.text.number, headRight: 'Certificate of a silence procedure' }
}

/** The shape of a page on its way to paper. */
export interface PrintedCertificate {
  readonly html: string
  readonly marking: string
  readonly headLeft: string
  readonly headRight: string
}

export function encodeCertificateHtml(certificate: Certificate, sheets: 'margins' | 'printer' = 'margins'): string {
  const report = certificateReport(certificate)
  return [
    '<!doctype html>', '<html lang="en"><head><meta charset="utf-8">', `<title>${escaped(report.title)}</title>`, `<style>${sheets === 'printer' ? PRINTED : ''}${STYLE}</style></head><body>`,
    markingLine(report), `<h1>${escaped(report.title)}</h1>`, `<p class="outcome">Outcome: “${escaped(report.outcomeWords)}”</p>`,
    ...report.parts.flatMap(part), markingLine(report), '</body></html>', '',
  ].join('\n')
}

function markingLine(report: CertificateReport): string {
  return report.markingLine === '' ? '' : `<p class="marking">${escaped(report.markingLine)}</p>`
}

function part(one: ReportPart): string[] {
  const heading = `<h2>${escaped(one.heading)}</h2>`
  if (one.kind === 'list') return [heading, '<ul>', ...one.items.map((item) => `<li>${escaped(item)}</li>`), '</ul>']
  if (one.kind === 'facts') return [heading, '<table>', ...one.facts.map(([label, value]) => `<tr><th scope="row">${escaped(label)}</th><td>${escaped(value)}</td></tr>`), '</table>']
  if (one.rows.length === 0) return [heading, `<p>${escaped(one.empty)}</p>`]
  return [heading, '<table>', row('th', one.columns), ...one.rows.map((cells) => row('td', cells)), '</table>']
}

function row(tag: 'th' | 'td', cells: readonly string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
}

/** Identifiers may break anywhere, words only between words: a narrow column must not cut a heading into letters. */
function escaped(text: string): string {
  return inWords(text).replaceAll(/\b[0-9a-f]{64}\b/g, '<code>$&</code>')
}

function inWords(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;').replaceAll('\n', '<br>')
}
