/** A refusal in place: what is the case, what to do, and the reason code for whoever is called. */
import type { Refusal } from '../../shared/ipc/refusal.ts'
import { words } from '../messages/words.ts'
import { Glyph } from './Glyph.tsx'
import css from './refused.module.css'

export function Refused({ refusal }: { refusal: Refusal | null }) {
  if (refusal === null) return null
  const said = words.said.refusal(refusal)
  return (
    <div className={css.refused} role="alert">
      <Glyph name="cross" />
      <p><strong>{words.common.refused(said.meaning)}</strong> {said.remedy} <span className={css.code}>{words.common.reasonCode(refusal.code, refusal.stage)}</span></p>
    </div>
  )
}
