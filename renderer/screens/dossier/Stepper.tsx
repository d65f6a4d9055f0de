/** Nine columns, not a wizard: no arrows, no gates. Several may be under way; the state is said in words too. */
import type { DossierState } from '../../../shared/dossier/state.ts'
import { dayShortMonth } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './stepper.module.css'

type Step = DossierState['steps'][number]

export function Stepper({ steps }: { steps: readonly Step[] }) {
  return (
    <ol className={css.steps} aria-label={words.dossier.stepsLabel}>
      {steps.map((step) => (
        <li key={step.step} className={css[step.state]} title={words.common.labelled(words.steps[step.step]?.name ?? '', said(step))} {...(step.state === 'begun' || step.state === 'reopened' ? { 'aria-current': 'step' as const } : {})}>
          <span className={css.number}>{step.step}</span>
          <span className={css.name}>{words.steps[step.step]?.name}</span>
          <span className={css.short} aria-hidden="true">{words.steps[step.step]?.short}</span>
          <span className={css.who}>{said(step)}</span>
        </li>
      ))}
    </ol>
  )
}

function said(step: Step): string {
  const last = step.history.at(-1)
  if (last === undefined || step.state === 'notBegun') return words.dossier.stepStates.notBegun
  return words.dossier.stepSaid(words.dossier.stepStates[step.state], last.delegation, dayShortMonth(last.claimedAtUtcMs))
}
