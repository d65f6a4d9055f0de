/** How the revisions of a Council document are named: `10289/23` is the first issue, `7923/2/17 REV 2` the second revision of `7923/17`. */
import type { Cover } from './cover.ts'

export function revLabel(rev: number): string {
  return rev === 0 ? 'INIT' : `REV ${rev}`
}

/** The number of the revision goes between number and year. A number without a year keeps its form and only gains the label. */
export function documentNumber(cover: Pick<Cover, 'number'>, rev: number): string {
  if (rev === 0) return cover.number
  const slash = cover.number.lastIndexOf('/')
  const numbered = slash < 0 ? cover.number : `${cover.number.slice(0, slash)}/${rev}${cover.number.slice(slash)}`
  return `${numbered} ${revLabel(rev)}`.trim()
}
