/** The footnotes that reservations leave in the marked version of a REV: by passage and kind, each naming its delegations. */
import { compareDelegations } from '../base/delegations.ts'
import { RESERVATION_WORDS } from '../silence/certificateReport.ts'
import type { Place } from '../silence/procedure.ts'
import { placeNames } from '../text/place.ts'
import type { ReservedNote } from '../text/reserved.ts'
import { followPlace } from './reservedPassage.ts'
import type { Reservation, TextState } from './state.ts'

interface Standing {
  readonly one: Reservation
  /** In the REV that is published; null for the whole text, and where the passage went. */
  readonly place: Place | null
}

/**
 * Those entered on this REV or before that still stand on it: a lifting is gone from the first REV that was issued with knowledge of it. One whose
 * passage went on the way stands on the whole text, with the words that it was on.
 */
export function reservedNotes({ text, revisions }: Pick<TextState, 'text' | 'revisions'>, reservations: readonly Reservation[], rev: number): ReservedNote[] {
  const standing = reservations.filter((one) => one.text === text && one.rev <= rev && (one.goneFromRev === null || one.goneFromRev > rev))
    .map((one): Standing => ({ one, place: one.place === null ? null : followPlace(revisions, one.rev, one.place, rev) }))
  const document = revisions.find((revision) => revision.rev === rev)?.document
  const order = new Map((document?.blocks ?? []).map((block, at) => [block.id, at]))
  const names = document ? placeNames(document) : new Map<string, string>()
  const groups = [...Map.groupBy(standing, keyOf).values()].sort((a, b) => orderOf(a, order) - orderOf(b, order))
  return groups.flatMap((group, at) => {
    const [first] = group
    const by = [...new Set(group.map((standing) => standing.one.delegation))].sort(compareDelegations).join(', ')
    return first === undefined ? [] : [{ mark: `R${at + 1}`, block: first.place?.block ?? null, from: first.place?.from ?? 0, to: first.place?.to ?? 0, by, words: wordsOf(by, first, names) }]
  })
}

/** Alike in kind, passage, and whether they have been lifted since: one footnote for all of them. */
function keyOf({ one, place }: Standing): string {
  const on = place === null ? (one.place === null ? 'whole' : `gone ${one.rev} ${one.place.block} ${one.place.from} ${one.place.to}`) : `${place.block} ${place.from} ${place.to}`
  return `${one.reservation} ${one.lifted === null ? 'open' : 'lifted'} ${on}`
}

function orderOf(group: readonly Standing[], order: ReadonlyMap<string, number>): number {
  const block = group[0]?.place?.block
  return block === undefined ? -1 : order.get(block) ?? -1
}

function wordsOf(delegations: string, { one, place }: Standing, names: ReadonlyMap<string, string>): string {
  const lifted = one.lifted === null ? '' : ', lifted since'
  return `${delegations}: ${RESERVATION_WORDS[one.reservation]} reservation ${onWords(one, place, names)}${lifted}.`
}

function onWords({ place: entered, rev }: Reservation, place: Place | null, names: ReadonlyMap<string, string>): string {
  if (entered === null) return 'on the whole text'
  if (place === null) return `on words of REV ${rev} that this version no longer has${entered.quote === '' ? '' : `: “${entered.quote}”`}`
  const part = place.from === place.to || place.quote === '' ? '' : `, “${place.quote}”`
  return `on ${names.get(place.block) ?? 'a passage'}${part}`
}
