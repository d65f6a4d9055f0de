/** A certificate as it reads: the same parts, in the same order, as on paper. */
import type { CertificateReport } from '../../../shared/silence/certificateReport.ts'
import css from './report.module.css'

type Part = CertificateReport['parts'][number]

export function Report({ report }: { report: CertificateReport }) {
  return (
    <article className={css.report}>
      {report.markingLine !== '' && <p className={css.marking}>{report.markingLine}</p>}
      <h2>{report.title}</h2>
      <p className={css.outcome}>“{report.outcomeWords}”</p>
      {report.parts.map((part) => <section key={part.heading}><h3>{part.heading}</h3><PartOf part={part} /></section>)}
    </article>
  )
}

function PartOf({ part }: { part: Part }) {
  if (part.kind === 'list') return <ul>{part.items.map((item) => <li key={item}>{item}</li>)}</ul>
  if (part.kind === 'facts') return <dl>{part.facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
  if (part.rows.length === 0) return <p>{part.empty}</p>
  return (
    <div className={css.scroll} role="region" aria-label={part.heading} tabIndex={0}>
      <table>
        <thead><tr>{part.columns.map((column, at) => <th key={at} scope="col">{column}</th>)}</tr></thead>
        <tbody>{part.rows.map((row, at) => <tr key={at}>{row.map((cell, column) => <td key={column}>{cell}</td>)}</tr>)}</tbody>
      </table>
    </div>
  )
}
