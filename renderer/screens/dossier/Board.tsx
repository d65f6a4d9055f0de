/** All dossiers by step: a row for each, a column for each of the nine steps. A step narrows the board to the dossiers that are in it. */
import { useState } from 'react'
import { useHouse, type DossierSummary } from '../../app/house.ts'
import { Empty } from '../../components/Screen.tsx'
import { ExerciseTag, MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './board.module.css'
import { byProgress, stepsUnderWay } from './stepsUnderWay.ts'

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export function Board({ dossiers }: { dossiers: readonly DossierSummary[] }) {
  const [only, setOnly] = useState<number | null>(null)
  const shown = dossiers.filter((one) => only === null || stepsUnderWay(one).includes(only)).toSorted(byProgress)
  return (
    <>
      <table className={css.board} aria-label={words.dossier.board}>
        <thead>
          <tr>
            <th scope="col">{words.dossier.boardDossier}</th>
            {STEPS.map((step) => (
              <th key={step} scope="col">
                <button type="button" className={css.step} aria-pressed={only === step} title={words.steps[step]?.name} onClick={() => setOnly(only === step ? null : step)}>
                  <b>{step}</b> <span>{words.steps[step]?.short}</span> <small>{words.dossier.underWayIn(dossiers.filter((one) => stepsUnderWay(one).includes(step)).length)}</small>
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{shown.map((one) => <Row key={one.dossier} one={one} />)}</tbody>
      </table>
      {only !== null && shown.length === 0 && <Empty>{words.dossier.noneInStep(`${only} ${words.steps[only]?.name ?? ''}`)}</Empty>}
    </>
  )
}

function Row({ one }: { one: DossierSummary }) {
  const { go } = useHouse()
  return (
    <tr>
      <th scope="row">
        <span className={css.reference}>{one.reference}</span>
        <button type="button" className={css.open} onClick={() => go({ at: 'dossier', dossier: one.dossier })}>{one.title}</button>
        <span className={css.tags}>{one.exercise && <ExerciseTag />} <MarkingTags marking={one.marking} /></span>
      </th>
      {one.steps.map((state, at) => <td key={STEPS[at]} data-state={state}>{words.dossier.stepStates[state]}</td>)}
    </tr>
  )
}
