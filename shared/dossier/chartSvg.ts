/** A chart for print, as SVG: shades of grey and patterns of words, because a printer may have no colour. */
import { escapeHtml } from '../text/html.ts'
import { columnChart, type ChartRow } from './charts.ts'

const SIZE = { width: 680, height: 150 }
/** From dark to light, so that neighbours in a column can be told apart in black and white. */
const SHADES = ['#1c2230', '#7d8492', '#c9ccd3', '#4a5160', '#e9eaee'] as const

export function chartSvg(title: string, rows: readonly ChartRow[], series: readonly string[]): string {
  const chart = columnChart(rows, series, SIZE)
  const lines = chart.lines.map(({ value, at }) => `<line x1="0" x2="${SIZE.width}" y1="${round(at)}" y2="${round(at)}" stroke="#dedad1"/><text x="-6" y="${round(at + 4)}" text-anchor="end">${value}</text>`)
  const bars = chart.bars.map((bar) => `<rect x="${round(bar.x)}" y="${round(bar.y)}" width="${round(bar.width)}" height="${round(bar.height)}" fill="${SHADES[series.indexOf(bar.series) % SHADES.length] ?? SHADES[0]}" stroke="#1c2230" stroke-width=".5"/>`)
  const labels = chart.labels.map(({ text, x, y }) => `<text x="${round(x)}" y="${round(y)}" text-anchor="middle">${escapeHtml(text.length > 24 ? `${text.slice(0, 23)}…` : text)}</text>`)
  const legend = series.map((name, at) => `<rect x="${at * 120}" y="${SIZE.height + 8}" width="10" height="10" fill="${SHADES[at % SHADES.length]}" stroke="#1c2230" stroke-width=".5"/><text x="${at * 120 + 14}" y="${SIZE.height + 17}">${escapeHtml(name)}</text>`)
  return `<svg viewBox="-28 -6 ${SIZE.width + 34} ${SIZE.height + 30}" role="img" aria-label="${escapeHtml(title)}" font-family="sans-serif" font-size="9">${[...lines, ...bars, ...labels, ...legend].join('')}</svg>`
}

function round(value: number): string {
  return value.toFixed(1)
}
