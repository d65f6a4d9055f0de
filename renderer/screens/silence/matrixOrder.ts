/** The order of the rows of the matrix: as one asks, members before the others, and protocol order where nothing tells two apart. */
import { compareDelegations, type Delegation } from '../../../shared/base/delegations.ts'

export const COLUMNS = ['delegation', 'served', 'receipt', 'response', 'reservation', 'late'] as const
export type Column = (typeof COLUMNS)[number]

export interface Order {
  readonly column: Column
  /** The most first: what came last, what says most, what breaks. */
  readonly down: boolean
}

interface Row {
  readonly delegation: Delegation
  readonly member: boolean
  readonly sentAtUtcMs: number | null
  readonly served: boolean
  readonly receiptAtUtcMs: number | null
  readonly responses: readonly string[]
}

interface Said {
  readonly event: string
  readonly late: boolean
  readonly canBreak: boolean
  readonly withdrawn: object | null
  readonly response: { readonly breaks: boolean; readonly reservation: string | null }
}

interface Answers {
  readonly silence: { readonly responses: readonly Said[] }
}

export function sortedRows<R extends Row>(view: Answers & { readonly rows: readonly R[] }, { column, down }: Order): R[] {
  const weights = new Map(view.rows.map((row) => [row.delegation, weightOf(row, view, column)]))
  const weight = (row: R): number => weights.get(row.delegation) ?? 0
  return [...view.rows].sort((a, b) => {
    const members = Number(b.member) - Number(a.member)
    if (members !== 0) return members
    if (column === 'delegation') return (down ? -1 : 1) * compareDelegations(a.delegation, b.delegation)
    return (down ? -1 : 1) * (weight(a) - weight(b)) || compareDelegations(a.delegation, b.delegation)
  })
}

function weightOf(row: Row, { silence }: Answers, column: Column): number {
  const said = silence.responses.filter((one) => row.responses.includes(one.event))
  const inTime = (reserved: boolean): Said[] => said.filter((one) => !one.late && (one.response.reservation !== null) === reserved)
  switch (column) {
    case 'delegation': return 0
    case 'served': return row.sentAtUtcMs ?? (row.served ? 1 : 0)
    case 'receipt': return row.receiptAtUtcMs ?? 0
    case 'response': return heaviest(inTime(false))
    case 'reservation': return heaviest(inTime(true))
    case 'late': return said.filter((one) => one.late).length
  }
}

/** What breaks weighs most, then what stands, then what was taken back. */
function heaviest(said: readonly Said[]): number {
  return Math.max(0, ...said.map((one) => (one.withdrawn !== null ? 1 : one.response.breaks && one.canBreak ? 3 : 2)))
}
