/** A page of ours on its way to paper: its HTML, and what stands at the head and foot of every sheet beside the number of the sheet. */
export interface PrintedPage {
  readonly html: string
  /** The marking, at head and foot; empty for the unmarked. */
  readonly marking: string
  readonly headLeft: string
  readonly headRight: string
}

export type PrintMeans = 'pdf' | 'paper'

/** What became of it. Paper is `done` when the machine took the page over; `cancelled` is the person, in the machine's own dialog. */
export type PrintOutcome =
  | { readonly kind: 'pdf'; readonly bytes: Uint8Array }
  | { readonly kind: 'done' | 'cancelled' | 'failed' }
