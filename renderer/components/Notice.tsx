/** A sentence that stays in place: something is done, or something is missing and what would help, or nothing goes on. */
import type { ReactNode } from 'react'
import { Glyph } from './Glyph.tsx'
import css from './refused.module.css'

const LOOKS = { done: { glyph: 'check', look: css.done }, warned: { glyph: 'gap', look: css.warned }, stopped: { glyph: 'cross', look: css.refused } } as const

export function Notice({ kind, children }: { kind: keyof typeof LOOKS; children: ReactNode }) {
  return (
    <div className={LOOKS[kind].look} role="status">
      <Glyph name={LOOKS[kind].glyph} />
      <div className={css.says}>{children}</div>
    </div>
  )
}
