/** A kind of procedure: the exact words of its outcome, its rule and its source, before anybody is bound by them. */
import type { ProfileRules as Rules } from '../../../shared/silence/profile.ts'
import { Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

export function ProfileRules({ rules, forwardTo }: { rules: Rules; forwardTo: string }) {
  const facts: readonly (readonly [string, string])[] = [
    [words.silence.setBy, words.said.quoted(rules.setter)], [words.silence.setterRoles, rules.setterRoles.map((role) => words.roles[role]).join(', ')], [words.silence.minimumTime, words.silence.minimum(rules.minimumHours)], [words.silence.mayBreak, words.silence.whoMayBreak[rules.whoMayBreak]],
    [words.silence.whatBreaks, rules.breakingKinds.map((kind) => words.silence.kinds[kind]).join(', ')], [words.silence.useTitle, rules.useAgreed ?? words.silence.usePrescribed],
    [words.silence.afterwards, rules.after.map((step) => words.silence.afterSteps[step]).join(', ') || words.silence.nothingAfter], [words.silence.sourceTitle, `${rules.source} (${words.silence.grades[rules.grade]})`],
  ]
  return (
    <>
      <Section title={words.silence.ifUnbroken}><p className={css.says}>{words.silence.quoted(rules.unbrokenWords.replace('{forwardTo}', () => (forwardTo === '' ? '…' : forwardTo)))}</p></Section>
      <Section title={words.silence.ifBroken}><p className={css.says}>{words.silence.quoted(rules.brokenWords.replace('{delegations}', '…'))}</p></Section>
      <Section title={words.silence.ruleTitle}>
        <p className={css.second}>{rules.rule}</p>
        <dl className={css.facts}>{facts.map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      </Section>
    </>
  )
}
