/** A page of ours on its way to paper: its HTML, and what stands at the head and foot of every sheet beside the number of the sheet. */
export interface PrintedPage {
  readonly html: string
  /** The marking, at head and foot; empty for the unmarked. */
  readonly marking: string
  readonly headLeft: string
  readonly headRight: string
}
