/** All dossiers by the steps under way: one that is in several steps stands in each. */
import { useHouse, type DossierSummary } from '../../app/house.ts'
import { ExerciseTag, MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './board.module.css'

const STEPS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const

export function Board({ dossiers }: { dossiers: readonly DossierSummary[] }) {
  const none = dossiers.filter((one) => one.stepsUnderWay.length === 0)
  return (
    <div className={css.scroll} role="region" aria-label={words.dossier.board} tabIndex={0}>
      <ol className={css.board}>
        {STEPS.map((step) => <Column key={step} title={`${step} ${words.steps[step]?.name ?? ''}`} dossiers={dossiers.filter((one) => one.stepsUnderWay.includes(step))} />)}
        {none.length > 0 && <Column title={words.dossier.noStep} dossiers={none} />}
      </ol>
    </div>
  )
}

function Column({ title, dossiers }: { title: string; dossiers: readonly DossierSummary[] }) {
  const { go } = useHouse()
  return (
    <li className={css.column}>
      <h2>{title}</h2>
      {dossiers.length === 0 ? <p className={css.empty}>–</p> : dossiers.map((one) => (
        <button key={one.dossier} type="button" className={css.card} onClick={() => go({ at: 'dossier', dossier: one.dossier })}>
          <span className={css.reference}>{one.reference}</span> {one.title} {one.exercise && <ExerciseTag />} <MarkingTags marking={one.marking} />
        </button>
      ))}
    </li>
  )
}
