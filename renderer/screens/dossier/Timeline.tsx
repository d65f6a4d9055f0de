import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Empty } from '../../components/Screen.tsx'
import { clockTime, dayKey, dayNameWithYear } from '../../messages/time.ts'
import { timelineWords, words } from '../../messages/words.ts'
import css from './dossier.module.css'
import { fits, TimelineFilters, type TimelineFilter } from './TimelineFilters.tsx'

type Shown = Output<'dossier.show'>
type Entry = Shown['state']['timeline'][number]

/** Latest first, under the day that its author claims; gaps and what was set aside stand at the head. */
export function Timeline({ shown }: { shown: Shown }) {
  const [filter, setFilter] = useState<TimelineFilter>({ step: null, delegation: null, type: null })
  const latestFirst = shown.state.timeline.filter((entry) => fits(entry, filter)).reverse()
  return (
    <>
      {shown.pending > 0 && <p className={css.missing}><Glyph name="gap" /><span><b>{words.dossier.missing}</b> {words.dossier.missingMeans(shown.pending)}</span></p>}
      {shown.state.setAside.length > 0 && <p className={css.missing}><Glyph name="open" /><span><b>{words.dossier.setAside(shown.state.setAside.length)}</b> {words.dossier.setAsideWhy([...new Set(shown.state.setAside.map((one) => one.why))])}</span></p>}
      <TimelineFilters timeline={shown.state.timeline} filter={filter} onChange={setFilter} />
      {latestFirst.length === 0 && <Empty>{words.dossier.nothingFits}</Empty>}
      {days(latestFirst).map(([day, entries]) => (
        <section key={day} aria-label={day}>
          <h2 className={css.day}>{day}</h2>
          <ol>
            {entries.map((entry) => (
              <li key={entry.event} className={css.event}>
                <time dateTime={new Date(entry.claimedAtUtcMs).toISOString()}>{clockTime(entry.claimedAtUtcMs)}</time>
                <span><Delegation code={entry.delegation} /></span>
                <p>{happened(entry, shown.state)}</p>
                <span className={css.step}>{entry.step === null ? '' : `${entry.step} ${words.steps[entry.step]?.short ?? ''}`}</span>
              </li>
            ))}
          </ol>
        </section>
      ))}
    </>
  )
}

/** A step is named at the end of the row: here stands what it was marked as. */
function happened(entry: Entry, { steps }: Shown['state']): string {
  const marked = entry.type === 'step.marked' ? steps.flatMap((step) => step.history).find((one) => one.event === entry.event) : undefined
  return marked === undefined ? timelineWords(entry.type, entry.subject, entry.about) : words.dossier.stepMarked(words.dossier.stepStates[marked.state], marked.note)
}

/** Entries under the day of each, in the order given; a day that comes back opens anew, because order is not the clock's. */
function days(entries: readonly Entry[]): [string, Entry[]][] {
  const grouped: [string, Entry[]][] = []
  let last = ''
  for (const entry of entries) {
    const key = dayKey(entry.claimedAtUtcMs)
    if (key !== last) grouped.push([dayNameWithYear(entry.claimedAtUtcMs), []])
    grouped.at(-1)?.[1].push(entry)
    last = key
  }
  return grouped
}
