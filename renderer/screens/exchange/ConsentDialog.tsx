/** The originator's consent, for each item named: signed, and good for whoever carries it. */
import type { Delegation as Code } from '../../../shared/base/delegations.ts'
import { ok } from '../../../shared/base/result.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'
import type { Reason } from './heldReasons.ts'

export function ConsentDialog({ reason, onClose }: { reason: Reason; onClose: () => void }) {
  const items = reason.items.filter((item) => item.item !== null && (reason.remedy === 'consentForItem' || item.type === 'dossier.opened'))
  const form = useForm<{ recipients: readonly Code[]; why: string }>(`consent/${items[0]?.item ?? ''} ${items.length}`, { recipients: reason.from, why: '' })
  const { value: { recipients, why }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const consent = () => void task.run(async () => {
    for (const { dossier, item } of items) {
      if (dossier === null || item === null) continue
      const answer = await ask('release.consent', { dossier, item, recipients: [...recipients], reason: why.trim() })
      if (!answer.ok) return answer
    }
    return ok(null)
  }, done)
  const toggle = (code: Code, goes: boolean) => change({ recipients: reason.from.filter((one) => (one === code ? goes : recipients.includes(one))) })
  return (
    <Dialog form open onClose={done} title={words.exchange.consentTitle} action={<Button kind="primary" onPress={consent} running={task.running} cannot={recipients.length === 0 ? words.exchange.noneChosen : null}>{words.exchange.consentVerb}</Button>}>
      <KeptBefore form={form} />
      <p>{words.exchange.consentFollows}</p>
      <ul className={css.would}>{items.map((item) => <li key={item.item}><span /><span><b>{item.subject}</b> <MarkingTags marking={item.marking} /></span></li>)}</ul>
      <fieldset className={css.recipients}>
        <legend>{words.exchange.recipients}</legend>
        {reason.from.map((code) => <Tick key={code} checked={recipients.includes(code)} onChange={(goes) => toggle(code, goes)}><Delegation code={code} bare named /></Tick>)}
      </fieldset>
      <Field label={words.exchange.reason} value={why} onChange={(said) => change({ why: said })} maxLength={2000} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
