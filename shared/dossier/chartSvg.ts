/** A chart for print, as SVG: shades, patterns and a figure in every bar, because a printer may have no colour. */
import { escapeHtml } from '../text/html.ts'
import { columnChart, type ChartRow } from './charts.ts'

const SIZE = { width: 680, height: 160 }
const TEXT_SIZE = 11
/** About as wide as a letter of it is at that size. */
const LETTER = 6
const LEGEND_STEP = 136
const INK = '#1c2230'
/** A bar that is lower than this has no room for its figure. */
const ROOM = 13

/** By the place of a series: what fills its bars, and whether its figure is white. Neighbours differ in form, not only in shade. */
const FILLS = [
  { fill: INK, white: true }, { fill: '#a9aeb9', white: false }, { fill: 'hatched', white: false }, { fill: 'crossed', white: false }, { fill: '#fff', white: false },
] as const

export interface Series {
  readonly id: string
  readonly name: string
}

/** `name` tells its patterns apart from those of another chart on the same page. */
export function chartSvg(name: string, title: string, rows: readonly ChartRow[], series: readonly Series[]): string {
  const chart = columnChart(rows, series.map((one) => one.id), SIZE)
  const fillAt = (at: number): string => {
    const { fill } = FILLS[at % FILLS.length] ?? FILLS[0]
    return fill === 'hatched' || fill === 'crossed' ? `url(#${name}-${fill})` : fill
  }
  const place = (id: string): number => series.findIndex((one) => one.id === id)
  const letters = Math.floor(SIZE.width / Math.max(1, chart.labels.length) / LETTER)
  const lines = chart.lines.map(({ value, at }) => `<line x1="0" x2="${SIZE.width}" y1="${round(at)}" y2="${round(at)}" stroke="#c3beb3"/><text x="-6" y="${round(at + 4)}" text-anchor="end">${value}</text>`)
  const bars = chart.bars.map((bar) => `<rect x="${round(bar.x)}" y="${round(bar.y)}" width="${round(bar.width)}" height="${round(bar.height)}" fill="${fillAt(place(bar.series))}" stroke="${INK}"/>${figure(bar.value, bar, FILLS[place(bar.series) % FILLS.length]?.white === true)}`)
  const labels = chart.labels.map(({ text, x, y }) => `<text x="${round(x)}" y="${round(y)}" text-anchor="middle">${escapeHtml(text.length > letters ? `${text.slice(0, letters - 1)}…` : text)}</text>`)
  const legend = series.map((one, at) => `<rect x="${at * LEGEND_STEP}" y="${SIZE.height + 8}" width="12" height="12" fill="${fillAt(at)}" stroke="${INK}"/><text x="${at * LEGEND_STEP + 17}" y="${SIZE.height + 18}">${escapeHtml(one.name)}</text>`)
  return `<svg viewBox="-28 -6 ${SIZE.width + 34} ${SIZE.height + 32}" role="img" aria-label="${escapeHtml(title)}" font-family="sans-serif" font-size="${TEXT_SIZE}"><defs>${pattern(`${name}-hatched`, 'M0 6 6 0')}${pattern(`${name}-crossed`, 'M0 6 6 0M0 0 6 6')}</defs>${[...lines, ...bars, ...labels, ...legend].join('')}</svg>`
}

function pattern(id: string, path: string): string {
  return `<pattern id="${id}" width="6" height="6" patternUnits="userSpaceOnUse"><rect width="6" height="6" fill="#fff"/><path d="${path}" stroke="${INK}" stroke-width=".8" fill="none"/></pattern>`
}

/** With an edge of the other shade, so that it can be read on a pattern. */
function figure(value: number, { x, y, width, height }: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }, white: boolean): string {
  const [ink, edge] = white ? ['#fff', INK] : [INK, '#fff']
  return height < ROOM ? '' : `<text x="${round(x + width / 2)}" y="${round(y + height / 2 + 4)}" text-anchor="middle" font-weight="700" fill="${ink}" stroke="${edge}" stroke-width="3" paint-order="stroke">${value}</text>`
}

function round(value: number): string {
  return value.toFixed(1)
}
