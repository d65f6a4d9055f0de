import { useState } from 'react'
import type { Delegation as Code } from '../../../shared/base/delegations.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'
import css from './silence.module.css'

/** By note, by telephone: what the setter did beside sending bundles, signed as its own word. */
export function ServedDialog({ dossier, view, onClose }: DialogProps) {
  const [chosen, setChosen] = useState<readonly Code[]>(view.missing)
  const form = useForm(`silence-served/${view.silence.procedure}`, { how: '' })
  const { value: { how }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const unserved = view.rows.filter((row) => !row.served).map((row) => row.delegation)
  const record = () => void task.run(() => ask('silence.recordServed', { dossier, procedure: view.silence.procedure, delegations: [...chosen], how: how.trim() }), done)
  const cannot = chosen.length === 0 ? words.silence.servedNeedsWhom : how.trim() === '' ? words.silence.servedNeedsHow : null
  return (
    <Dialog form open onClose={done} title={words.silence.servedTitle} action={<Button kind="primary" onPress={record} running={task.running} cannot={cannot}>{words.silence.servedVerb}</Button>}>
      <KeptBefore form={form} />
      {unserved.length === 0 ? <p>{words.silence.allServed}</p> : (
        <div className={css.ticks} role="group" aria-label={words.silence.servedWhom}>
          {unserved.map((code) => <Tick key={code} checked={chosen.includes(code)} onChange={(on) => setChosen(on ? [...chosen, code] : chosen.filter((one) => one !== code))}><Delegation code={code} named bare /></Tick>)}
        </div>
      )}
      <Field label={words.silence.servedHow} value={how} onChange={(said) => change({ how: said })} help={words.silence.servedHowHelp} maxLength={400} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
