/** A sentence that stays in place: something is done, or something is missing and what would help. */
import type { ReactNode } from 'react'
import { Glyph } from './Glyph.tsx'
import css from './refused.module.css'

export function Notice({ kind, children }: { kind: 'done' | 'warned'; children: ReactNode }) {
  return (
    <div className={css[kind]} role="status">
      <Glyph name={kind === 'done' ? 'check' : 'gap'} />
      <p>{children}</p>
    </div>
  )
}
