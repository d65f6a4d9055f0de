/** One group of identical suggestions: letter, delegations, wording, reasons, three verbs. Settled cards fold and keep their letter. */
import { memo, useState } from 'react'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import { isTakenUp } from '../../../shared/text/amendment.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { Field } from '../../components/Field.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { cx } from '../../components/cx.ts'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'
import css from './stack.module.css'
import type { Settled } from './verdicts.ts'

interface CardProps {
  readonly group: SuggestionGroup
  readonly verdict: Settled | null
  readonly chosen: boolean
  /** Accepted groups that this one cannot stand with. */
  readonly against: readonly string[]
  /** Whether it has more than one part. */
  readonly inParts: boolean
  /** The same for all cards, at all times. */
  readonly acts: CardActs
}

export interface CardActs {
  readonly choose: (group: SuggestionGroup) => void
  readonly accept: (group: SuggestionGroup) => void
  readonly edit: (group: SuggestionGroup) => void
  readonly reject: (group: SuggestionGroup) => void
  readonly defer: (group: SuggestionGroup) => void
  readonly part: (group: SuggestionGroup) => void
  readonly reopen: (group: SuggestionGroup) => void
  readonly reason: (group: SuggestionGroup, reason: string) => void
}

/** Drawn anew only where it changed: a verdict on one of three hundred leaves the others alone. */
export const Card = memo(function Card(props: CardProps) {
  const { group, verdict, chosen, acts } = props
  const choose = () => acts.choose(group)
  return (
    <article className={cx(css.card, verdict !== null && css.settled, chosen && css.chosen)} data-letter={group.letter} aria-label={words.consolidation.suggestion(group.letter)} aria-current={chosen ? 'true' : undefined} onFocus={choose} onPointerDown={choose}>
      <header>
        <span className={css.letter}>{group.letter}</span>
        <Delegations codes={group.delegations} />
        {group.suggestions.length > 1 && <span className={css.note}>{words.consolidation.sameWords}</span>}
        {verdict !== null && <span className={isTakenUp(verdict) ? css.state : css.stateOut}><Glyph name={isTakenUp(verdict) ? 'check' : 'open'} />{words.consolidation.verdicts[verdict.verdict]}</span>}
      </header>
      <Excerpt preview={group.preview} />
      {group.reasons.map((one) => <p key={one.delegation + one.reason} className={css.why}>{words.consolidation.quoted(one.reason)} <Delegation code={one.delegation} bare /></p>)}
      {verdict === null ? <Verbs {...props} /> : <SettledActs {...props} verdict={verdict} />}
    </article>
  )
})

function Verbs({ group, chosen, against, inParts, acts }: CardProps) {
  const { letter } = group
  return (
    <div className={css.acts}>
      <Button small kind={chosen && against.length === 0 ? 'primary' : 'plain'} onPress={() => acts.accept(group)} cannot={against.length > 0 ? words.consolidation.stands(against) : null}>{words.consolidation.accept(letter)}</Button>
      <Button small onPress={() => acts.edit(group)} label={words.consolidation.editLetter(letter)}>{words.consolidation.edit}</Button>
      <Button small onPress={() => acts.reject(group)} label={words.consolidation.rejectLetter(letter)}>{words.consolidation.reject}</Button>
      <Button small onPress={() => acts.defer(group)} label={words.consolidation.deferLetter(letter)}>{words.consolidation.defer}</Button>
      {inParts && <Button small onPress={() => acts.part(group)} label={words.consolidation.partLetter(letter)}>{words.consolidation.part}</Button>}
    </div>
  )
}

function SettledActs({ group, verdict, acts }: CardProps & { verdict: Settled }) {
  const [explaining, setExplaining] = useState(false)
  return (
    <>
      {explaining && <Field label={words.consolidation.reason} value={verdict.reason} onChange={(reason) => acts.reason(group, reason)} lines="many" maxLength={4000} help={words.consolidation.reasonHelp} autoFocus />}
      {!explaining && verdict.reason !== '' && <p className={css.why}>{words.consolidation.reasonSaid(verdict.reason)}</p>}
      <div className={css.acts}>
        {!explaining && <Button small kind="quiet" onPress={() => setExplaining(true)} label={verdict.reason === '' ? words.consolidation.giveReasonFor(group.letter) : words.consolidation.changeReasonFor(group.letter)}>{verdict.reason === '' ? words.consolidation.giveReason : words.consolidation.changeReason}</Button>}
        <Button small kind="quiet" onPress={() => acts.reopen(group)} label={words.consolidation.reopenLetter(group.letter)}>{words.consolidation.reopen}</Button>
      </div>
    </>
  )
}
