/** A certificate as Markdown. Words of persons are escaped, so that nothing in a remark can look like a part of the certificate. */
import { certificateReport, type ReportPart } from './certificateReport.ts'
import type { Certificate } from './certificateContent.ts'

export function encodeCertificateMarkdown(certificate: Certificate): string {
  const report = certificateReport(certificate)
  const marking = report.markingLine === '' ? [] : [`**${escaped(report.markingLine)}**`]
  const blocks = [
    ...marking, `# ${escaped(report.title)}`, `Outcome: “${escaped(report.outcomeWords)}”`,
    ...report.parts.flatMap((one) => [`## ${escaped(one.heading)}`, part(one)]), ...marking,
  ]
  return `${blocks.join('\n\n')}\n`
}

function part(one: ReportPart): string {
  if (one.kind === 'list') return one.items.map((item) => `- ${escaped(item)}`).join('\n')
  if (one.kind === 'facts') return table(['', ''], one.facts)
  return one.rows.length === 0 ? escaped(one.empty) : table(one.columns, one.rows)
}

function table(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  return [row(columns), row(columns.map(() => '---'), false), ...rows.map((cells) => row(cells))].join('\n')
}

function row(cells: readonly string[], escape = true): string {
  return `| ${cells.map((cell) => (escape ? escaped(cell) : cell)).join(' | ')} |`
}

/** CommonMark lets any ASCII punctuation be escaped; line ends would break a table row. */
function escaped(text: string): string {
  return text.replace(/[\\`*_{}[\]<>#|~]/g, (character) => `\\${character}`).replace(/\s*\n\s*/g, ' / ')
}
