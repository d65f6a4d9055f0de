import { useState } from 'react'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { BREAKING_KINDS, type BreakingKind } from '../../../shared/silence/procedure.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

/** Signed by the chair or the secretariat; never changed afterwards, because certificates quote it. */
export function KindDialog({ circle, onClose }: { circle: CircleId; onClose: () => void }) {
  const [who, setWho] = useState<'memberStates' | 'members'>('memberStates')
  const [breaking, setBreaking] = useState<readonly BreakingKind[]>(BREAKING_KINDS)
  const form = useForm(`silence-kind/${circle}`, { name: '', hours: '', rule: '', kept: '', broken: '', source: '', adopts: false })
  const { value: { name, hours, rule, kept, broken, source, adopts }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const minimumHours = /^\d{1,4}$/.test(hours) && Number(hours) > 0 ? Number(hours) : null
  const rules = {
    name, setter: words.silence.theChair, setterRoles: ['chair' as const, 'secretariat' as const], useAgreed: null, minimumHours, whoMayBreak: who, breakingKinds: [...breaking], rule,
    unbrokenWords: kept, brokenWords: broken.includes('{delegations}') ? broken : `${broken.trim()} {delegations}`.trim(), adopts, after: ['forwarded' as const], source, grade: 'circle' as const,
  }
  const add = () => void task.run(() => ask('silence.addProfile', { circle, rules }), done)
  const complete = [name, rule, kept, broken, source].every((one) => one.trim() !== '') && breaking.length > 0
  return (
    <Dialog form wide open onClose={done} title={words.silence.addKindTitle} action={<Button kind="primary" onPress={add} running={task.running} cannot={complete ? null : words.silence.kindNeeds}>{words.silence.addKind}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.addKindMeans}</p>
      <Field label={words.silence.kindName} value={name} onChange={(said) => change({ name: said })} maxLength={120} />
      <Field label={words.silence.ruleTitle} value={rule} onChange={(said) => change({ rule: said })} lines="many" maxLength={400} />
      <Field label={words.silence.minimumHours} value={hours} onChange={(said) => change({ hours: said })} help={words.silence.minimumHoursHelp} maxLength={4} />
      <ChooseInView row label={words.silence.mayBreak} value={who} onChange={setWho} options={(['memberStates', 'members'] as const).map((id) => ({ id, name: words.silence.whoMayBreak[id] }))} />
      <div className={css.ticks} role="group" aria-label={words.silence.whatBreaks}>
        {BREAKING_KINDS.map((kind) => <Tick key={kind} checked={breaking.includes(kind)} onChange={(on) => setBreaking(on ? [...breaking, kind] : breaking.filter((one) => one !== kind))}>{words.silence.kinds[kind]}</Tick>)}
      </div>
      <Field label={words.silence.ifUnbroken} value={kept} onChange={(said) => change({ kept: said })} help={words.silence.keptHelp} maxLength={400} />
      <Tick checked={adopts} onChange={(on) => change({ adopts: on })}>{words.silence.adopts}</Tick>
      <Field label={words.silence.ifBroken} value={broken} onChange={(said) => change({ broken: said })} help={words.silence.brokenHelp} maxLength={380} />
      <Field label={words.silence.sourceTitle} value={source} onChange={(said) => change({ source: said })} maxLength={400} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
