import { MEMBER_STATES } from '../../../shared/base/delegations.ts'
import { Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import css from './case.module.css'
import { delegationsOf } from '../../../shared/toolbox/draftValues.ts'

/** The 27, in protocol order. */
export function DelegationsField({ label, value, onChange }: { label: string; value: unknown; onChange: (value: unknown) => void }) {
  const chosen = delegationsOf(value)
  return (
    <fieldset className={css.states}>
      <legend>{label}</legend>
      {MEMBER_STATES.map((code) => (
        <Tick key={code} checked={chosen.includes(code)} onChange={(on) => onChange(MEMBER_STATES.filter((one) => (one === code ? on : chosen.includes(one))))}><Delegation code={code} bare /></Tick>
      ))}
    </fieldset>
  )
}
