/** Aligned, plain output. */

/** Rows of cells, each column as wide as its widest cell; the last column is left as it is. */
export function columns(rows: readonly (readonly string[])[], gap = 2): string[] {
  const widths: number[] = []
  for (const row of rows) row.slice(0, -1).forEach((cell, at) => { widths[at] = Math.max(widths[at] ?? 0, cell.length) })
  return rows.map((row) => row.map((cell, at) => (at === row.length - 1 ? cell : cell.padEnd((widths[at] ?? 0) + gap))).join('').trimEnd())
}

/** A table with a heading, or the one line that says that there is nothing. */
export function table(heading: readonly string[], rows: readonly (readonly string[])[], nothing: string): string[] {
  return rows.length === 0 ? [nothing] : columns([heading, ...rows])
}

/** `1 file`, `3 files`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** First digits of an identifier: enough to name it again on the command line. */
export function short(identifier: string): string {
  return identifier.slice(0, 12)
}

/** Cut to a line's length with an ellipsis. */
export function excerpt(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`
}
