/** What every delegation will read of a procedure, word for word. */
import type { Deadline } from '../../../shared/silence/procedure.ts'
import type { ProfileRules as Rules } from '../../../shared/silence/profile.ts'
import { localZone } from '../../engineClient.ts'
import { useNow } from '../../app/useNow.ts'
import { deadlineWords } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

export interface NoticeProps {
  readonly number: string
  readonly title: string
  readonly deadline: Deadline
  readonly rules: Pick<Rules, 'name' | 'rule' | 'unbrokenWords' | 'brokenWords'>
  readonly forwardTo: string
  readonly notice: string
}

export function NoticePreview({ number, title, deadline, rules, forwardTo, notice }: NoticeProps) {
  const now = useNow()
  return (
    <article className={css.preview}>
      <h3>{words.silence.title(number)}</h3>
      <p>{title}</p>
      <p><b>{words.silence.ends(deadlineWords(deadline.utcMs, now, localZone()))}</b></p>
      <p>{words.silence.rule(words.said.quoted(rules.name), rules.rule)}</p>
      {notice.trim() !== '' && <p className={css.previewNotice}>{notice}</p>}
      <p>{words.silence.previewKept(rules.unbrokenWords.replace('{forwardTo}', () => (forwardTo === '' ? '…' : forwardTo)))}</p>
      <p>{words.silence.previewBroken(rules.brokenWords.replace('{delegations}', '…'))}</p>
    </article>
  )
}
