import type { CircleId } from '../../../shared/base/identifiers.ts'
import { AFTER_STEPS, BREAKING_KINDS, type AfterStep, type BreakingKind } from '../../../shared/silence/procedure.ts'
import { BREAKERS, SETTER_ROLES, type ProfileRules } from '../../../shared/silence/profile.ts'
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

interface Typed {
  readonly name: string
  readonly rule: string
  readonly setter: string
  readonly setterRoles: readonly ProfileRules['setterRoles'][number][]
  readonly useAgreed: string
  readonly hours: string
  readonly who: ProfileRules['whoMayBreak']
  readonly breaking: readonly BreakingKind[]
  readonly kept: string
  readonly adopts: boolean
  readonly broken: string
  readonly after: readonly AfterStep[]
  readonly source: string
}

const blank = (): Typed => ({
  name: '', rule: '', setter: words.silence.theChair, setterRoles: SETTER_ROLES, useAgreed: '', hours: '', who: 'memberStates', breaking: BREAKING_KINDS,
  kept: '', adopts: false, broken: '', after: ['forwarded'], source: '',
})

/** Signed by the chair or the secretariat; never changed afterwards, because certificates quote it. */
export function KindDialog({ circle, onClose }: { circle: CircleId; onClose: () => void }) {
  const form = useForm(`silence-kind/${circle}`, blank())
  const { value, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const add = () => void task.run(() => ask('silence.addProfile', { circle, rules: rulesOf(value) }), done)
  return (
    <Dialog form wide open onClose={done} title={words.silence.addKindTitle} action={<Button kind="primary" onPress={add} running={task.running} cannot={lack(value)}>{words.silence.addKind}</Button>}>
      <KeptBefore form={form} />
      <p>{words.silence.addKindMeans}</p>
      <Field label={words.silence.kindName} value={value.name} onChange={(name) => change({ name })} maxLength={120} />
      <Field label={words.silence.ruleTitle} value={value.rule} onChange={(rule) => change({ rule })} lines="many" maxLength={400} />
      <Field label={words.silence.setBy} value={value.setter} onChange={(setter) => change({ setter })} help={words.silence.setByHelp} maxLength={120} />
      <Ticks label={words.silence.setterRoles} all={SETTER_ROLES} chosen={value.setterRoles} onChange={(setterRoles) => change({ setterRoles })} name={(role) => words.roles[role]} />
      <Field label={words.silence.useTitle} value={value.useAgreed} onChange={(useAgreed) => change({ useAgreed })} help={words.silence.useAgreedHelp} maxLength={400} />
      <Field label={words.silence.minimumHours} value={value.hours} onChange={(hours) => change({ hours })} help={words.silence.minimumHoursHelp} error={hoursOf(value.hours) === undefined ? words.silence.minimumHoursWrong : null} maxLength={4} />
      <ChooseInView row label={words.silence.mayBreak} value={value.who} onChange={(who) => change({ who })} options={BREAKERS.map((id) => ({ id, name: words.silence.whoMayBreak[id] }))} />
      <Ticks label={words.silence.whatBreaks} all={BREAKING_KINDS} chosen={value.breaking} onChange={(breaking) => change({ breaking })} name={(kind) => words.silence.kinds[kind]} />
      <Field label={words.silence.ifUnbroken} value={value.kept} onChange={(kept) => change({ kept })} help={words.silence.keptHelp} maxLength={400} />
      <Tick checked={value.adopts} onChange={(adopts) => change({ adopts })}>{words.silence.adopts}</Tick>
      <Field label={words.silence.ifBroken} value={value.broken} onChange={(broken) => change({ broken })} help={words.silence.brokenHelp} maxLength={380} />
      <Ticks label={words.silence.afterwards} all={AFTER_STEPS} chosen={value.after} onChange={(after) => change({ after })} name={(step) => words.silence.afterSteps[step]} />
      <Field label={words.silence.sourceTitle} value={value.source} onChange={(source) => change({ source })} help={words.silence.sourceHelp} maxLength={400} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

function Ticks<T extends string>({ label, all, chosen, onChange, name }: { label: string; all: readonly T[]; chosen: readonly T[]; onChange: (chosen: T[]) => void; name: (one: T) => string }) {
  return (
    <div className={css.group} role="group" aria-label={label}>
      <p className={css.groupName} aria-hidden="true">{label}</p>
      <div className={css.ticks}>
        {all.map((one) => <Tick key={one} checked={chosen.includes(one)} onChange={(on) => onChange(all.filter((other) => (other === one ? on : chosen.includes(other))))}>{name(one)}</Tick>)}
      </div>
    </div>
  )
}

/** Null where none is prescribed, undefined where it is no number of hours. */
function hoursOf(typed: string): number | null | undefined {
  if (typed.trim() === '') return null
  const hours = Number(typed)
  return /^\d{1,4}$/.test(typed.trim()) && hours >= 1 && hours <= 8760 ? hours : undefined
}

function lack({ name, rule, setter, setterRoles, hours, breaking, kept, broken, source }: Typed): string | null {
  if ([name, rule, setter, kept, broken, source].some((one) => one.trim() === '')) return words.silence.kindNeeds
  if (setterRoles.length === 0) return words.silence.kindNeedsRole
  if (breaking.length === 0) return words.silence.kindNeedsBreaking
  return hoursOf(hours) === undefined ? words.silence.minimumHoursWrong : null
}

function rulesOf({ name, rule, setter, setterRoles, useAgreed, hours, who, breaking, kept, adopts, broken, after, source }: Typed): ProfileRules {
  return {
    name, rule, setter, setterRoles: [...setterRoles], useAgreed: useAgreed.trim() === '' ? null : useAgreed, minimumHours: hoursOf(hours) ?? null, whoMayBreak: who, breakingKinds: [...breaking],
    unbrokenWords: kept, brokenWords: broken.includes('{delegations}') ? broken : `${broken.trim()} {delegations}`, adopts, after: [...after], source, grade: 'circle',
  }
}
