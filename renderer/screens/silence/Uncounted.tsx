import { Delegation } from '../../components/Delegation.tsx'
import { Notice } from '../../components/Notice.tsx'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'
import type { SilenceView } from './Silence.tsx'

/** Answers that lie here and do not count: above everything that is said of an outcome. */
export function Uncounted({ view: { uncounted } }: { view: SilenceView }) {
  if (uncounted.length === 0) return null
  return (
    <Notice kind="warned">
      <strong>{words.silence.uncounted(uncounted.length)}</strong> {uncounted.some(({ why }) => why !== 'forked') && words.silence.uncountedRemedy}
      <ul className={css.uncounted}>
        {uncounted.map(({ delegation, event, mayBreak, response, why }) => (
          <li key={event}><Delegation code={delegation} bare /> {words.silence.uncountedIs(response && words.silence.said(response.kind, response.reservation), response?.breaks === true && mayBreak)} {words.silence.uncountedWhy[why]}</li>
        ))}
      </ul>
    </Notice>
  )
}
