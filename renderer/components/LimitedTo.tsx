/** The originator's own distribution list for what it says, within that of the dossier; null where all of it may have it. */
import { compareDelegations, type Delegation as Code } from '../../shared/base/delegations.ts'
import { words } from '../messages/words.ts'
import { Tick } from './Choice.tsx'
import { Delegation } from './Delegation.tsx'
import css from './field.module.css'

export function LimitedTo({ distribution, limitedTo, onChange }: { distribution: readonly Code[]; limitedTo: readonly Code[] | null; onChange: (limitedTo: Code[] | null) => void }) {
  const toggle = (code: Code, may: boolean) => {
    const next = new Set(limitedTo)
    if (may) next.add(code)
    else next.delete(code)
    onChange([...next].sort(compareDelegations))
  }
  return (
    <>
      <Tick checked={limitedTo !== null} onChange={(limited) => onChange(limited ? [...distribution] : null)}>{words.marking.limitedField}</Tick>
      {limitedTo !== null && (
        <fieldset className={css.group ?? ''}>
          <legend className={css.label ?? ''}>{words.marking.limitedTo}</legend>
          <div className={css.row ?? ''}>{[...distribution].sort(compareDelegations).map((code) => <Tick key={code} checked={limitedTo.includes(code)} onChange={(may) => toggle(code, may)}><Delegation code={code} bare /></Tick>)}</div>
          <p className={css.help ?? ''}>{words.marking.limitedHelp}</p>
        </fieldset>
      )}
    </>
  )
}
