/** Charts as shapes: where each bar stands. The screens and the printed case file draw the same ones; colours and words are theirs. */
import { scaleBand, scaleLinear } from 'd3-scale'
import { stack } from 'd3-shape'

export interface ChartBar {
  readonly series: string
  readonly category: string
  /** Which of the rows it stands for. */
  readonly at: number
  readonly value: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface Chart {
  readonly width: number
  readonly height: number
  readonly bars: readonly ChartBar[]
  /** Categories that are named on the axis: at most about a dozen, so that they do not run into one another. */
  readonly labels: readonly { readonly text: string; readonly x: number; readonly y: number }[]
  /** Lines of the scale, with the figure each stands for. */
  readonly lines: readonly { readonly value: number; readonly at: number }[]
}

export interface ChartRow {
  readonly category: string
  readonly values: Readonly<Record<string, number>>
}

const FOOT = 18
const MOST_LABELS = 12

/** Stacked columns over categories, in a box of `width` by `height`. */
export function columnChart(rows: readonly ChartRow[], series: readonly string[], { width, height }: { readonly width: number; readonly height: number }): Chart {
  const layers = stack<ChartRow, string>().keys([...series]).value((row, key) => row.values[key] ?? 0)([...rows])
  const most = Math.max(1, ...layers.flatMap((layer) => layer.map((point) => point[1])))
  const across = scaleBand<number>().domain(rows.keys()).range([0, width]).padding(0.2)
  const up = scaleLinear().domain([0, most]).nice(4).range([height - FOOT, 0])
  // By place: two categories may bear one name.
  const bars = layers.flatMap((layer) => layer.map((point, at) => ({
    series: layer.key, category: point.data.category, at, value: point[1] - point[0], x: across(at) ?? 0, y: up(point[1]), width: across.bandwidth(), height: up(point[0]) - up(point[1]),
  }))).filter((bar) => bar.value > 0)
  const every = Math.ceil(rows.length / MOST_LABELS)
  return {
    width, height, bars,
    labels: rows.flatMap(({ category }, at) => (at % every === 0 ? [{ text: category, x: (across(at) ?? 0) + across.bandwidth() / 2, y: height - 4 }] : [])),
    lines: up.ticks(4).filter(Number.isInteger).map((value) => ({ value, at: up(value) })),
  }
}
