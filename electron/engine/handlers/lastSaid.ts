/** What each sender said last of each place: a file of an exercise says nothing of real dossiers, nor the other way round. */
import type { KeptBundle } from '../vault/bundlesTable.ts'

export interface Saying {
  readonly bundle: KeptBundle
  /** The part of its frontier that no later file of this sender speaks of. */
  readonly frontier: KeptBundle['frontier']
}

/** What a sender said last of a place is what counts: an earlier gap may have been closed since. */
export function lastSaid(came: readonly KeptBundle[]): Saying[] {
  const latest = new Map<string, KeptBundle>()
  for (const bundle of came) {
    for (const entry of bundle.frontier) {
      const place = placeOf(bundle, entry)
      if (bundle.counter > (latest.get(place)?.counter ?? 0)) latest.set(place, bundle)
    }
  }
  return came.map((bundle) => ({ bundle, frontier: bundle.frontier.filter((entry) => latest.get(placeOf(bundle, entry)) === bundle) }))
    .filter(({ frontier }) => frontier.length > 0)
}

function placeOf({ sender }: KeptBundle, { dossier }: KeptBundle['frontier'][number]): string {
  return `${sender} ${dossier}`
}
