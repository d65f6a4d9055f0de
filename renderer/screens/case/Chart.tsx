/** A chart, and the same figures as a table: for screen readers, for print, and for whoever prefers figures. */
import { columnChart, type ChartRow } from '../../../shared/dossier/charts.ts'
import { Table } from '../../components/Table.tsx'
import css from './chart.module.css'

interface ChartProps {
  readonly title: string
  readonly category: string
  readonly rows: readonly ChartRow[]
  /** One tone, one meaning: the colours of the screens. */
  readonly series: readonly { readonly id: string; readonly name: string; readonly tone: 'accent' | 'settled' | 'caution' | 'quiet' | 'broken' }[]
}

const SIZE = { width: 720, height: 160 }
/** A bar that is lower has no room for its figure. */
const ROOM = 14

export function Chart({ title, category, rows, series }: ChartProps) {
  const chart = columnChart(rows, series.map((one) => one.id), SIZE)
  return (
    <figure className={css.figure}>
      <svg className={css.chart} viewBox={`-24 -4 ${SIZE.width + 28} ${SIZE.height + 8}`} role="img" aria-label={title}>
        {chart.lines.map(({ value, at }) => <g key={value}><line className={css.line} x1={0} x2={SIZE.width} y1={at} y2={at} /><text className={css.label} x={-6} y={at + 4} textAnchor="end">{value}</text></g>)}
        {chart.bars.map((bar) => <rect key={`${bar.series} ${bar.at}`} className={css.bar} data-tone={series.find((one) => one.id === bar.series)?.tone} x={bar.x} y={bar.y} width={bar.width} height={bar.height} />)}
        {chart.bars.filter((bar) => bar.height >= ROOM).map((bar) => <text key={`${bar.series} ${bar.at}`} className={css.count} x={bar.x + bar.width / 2} y={bar.y + bar.height / 2 + 4} textAnchor="middle">{bar.value}</text>)}
        {chart.labels.map((label) => <text key={label.x} className={css.label} x={label.x} y={label.y} textAnchor="middle">{label.text}</text>)}
      </svg>
      <figcaption className={css.legend}>
        {series.map((one) => <span key={one.id}><i className={css.swatch} data-tone={one.tone} aria-hidden="true" />{one.name}</span>)}
      </figcaption>
      <details className={css.figures}>
        <summary>{title}</summary>
        <Table dense label={title} columns={[{ head: category }, ...series.map((one) => ({ head: one.name, figures: true }))]}>
          {rows.map((row, at) => <tr key={`${row.category} ${at}`}><td>{row.category}</td>{series.map((one) => <td key={one.id}>{row.values[one.id] ?? 0}</td>)}</tr>)}
        </Table>
      </details>
    </figure>
  )
}
