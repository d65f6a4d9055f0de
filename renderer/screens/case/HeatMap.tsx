import type { EventId } from '../../../shared/base/identifiers.ts'
import { STANCES } from '../../../shared/dossier/events.ts'
import { heatOf, type Heat } from '../../../shared/dossier/heat.ts'
import type { DossierState, Position } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { Chart } from './Chart.tsx'

const TONES = { support: 'settled', canAccept: 'accent', needsTime: 'caution', reservation: 'quiet', cannotAccept: 'broken' } as const

/** Rows are delegations, columns options; the words stand in the cell, and colour only helps. */
export function HeatMap({ state }: { state: DossierState }) {
  const { options, rows } = heatOf(state)
  if (options.length === 0) return null
  const { heat } = words.caseFile
  const compromises = rows.flatMap(({ delegation, positions }) => [...positions.values()].filter((one) => (one.compromise ?? '') !== '').map((one) => ({ delegation, position: one })))
  return (
    <>
      <Section title={heat.title}>
        <Note>{heat.means}</Note>
        <div className={css.scroll} tabIndex={0} role="region" aria-label={heat.title}>
          <table className={css.heat} aria-label={heat.title}>
            <thead>
              <tr><th scope="col">{words.directory.delegation}</th>{options.map((option) => <th key={option.event} scope="col">{option.content.title}</th>)}</tr>
            </thead>
            <tbody>
              {rows.map(({ delegation, positions }) => (
                <tr key={delegation}><th scope="row"><Delegation code={delegation} bare /></th>{options.map((option) => <Cell key={option.event} position={positions.get(option.event)} />)}</tr>
              ))}
            </tbody>
            <tfoot>
              <tr><td>{heat.heard}</td>{options.map((option) => <td key={option.event}>{heat.counts(rows.filter((row) => row.positions.has(option.event)).length, rows.length)}</td>)}</tr>
            </tfoot>
          </table>
        </div>
      </Section>
      <Chart title={heat.chart} category={heat.option} series={STANCES.map((id) => ({ id, name: words.dossier.stances[id], tone: TONES[id] }))} rows={options.map((option) => ({ category: option.content.title, values: stancesOn(option.event, rows) }))} />
      {compromises.length > 0 && (
        <Section title={heat.compromise}>
          <ul className={css.block}>{compromises.map(({ delegation, position }) => <li key={position.event}><Delegation code={delegation} /> {words.common.labelled(position.subject, position.compromise ?? '')}</li>)}</ul>
        </Section>
      )}
    </>
  )
}

function Cell({ position }: { position: Position | undefined }) {
  if (position === undefined) return <td><span className={css.second}>{words.caseFile.heat.none}</span></td>
  return <td data-stance={position.stance} {...(position.remark === '' ? {} : { title: position.remark })}>{words.dossier.stances[position.stance]}</td>
}

/** How many delegations hold each position now; those not heard are in no bar. */
function stancesOn(option: EventId, rows: Heat['rows']): Readonly<Record<string, number>> {
  return Object.fromEntries(STANCES.map((stance) => [stance, rows.filter((row) => row.positions.get(option)?.stance === stance).length]))
}
