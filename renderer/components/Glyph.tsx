/** Line drawings, always beside a word: decoration for the eye, silent for a screen reader. */
import css from './glyph.module.css'
import { cx } from './cx.ts'

const DRAWINGS = {
  check: 'M2.5 8.5 6.5 12.5 13.5 4',
  cross: 'M4 4l8 8M12 4l-8 8',
  lock: 'M3.5 7.5h9v6h-9zM5.5 7.5V5.25a2.5 2.5 0 0 1 5 0V7.5',
  move: 'M5 13.5v-11M2.5 5 5 2.5 7.5 5M11 2.5v11M8.5 11l2.5 2.5 2.5-2.5',
  gap: 'M1.5 8H6M10 8h4.5M6 4.5v7M10 4.5v7',
  open: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3z',
  break: 'M1.5 8h4L7 3.5l1.5 9L10 8h4.5',
  same: 'M3 6h10M3 10h10',
  plus: 'M8 3.5v9M3.5 8h9',
  down: 'M4 6.5l4 4 4-4',
  clock: 'M8 3a5 5 0 1 0 0 10A5 5 0 0 0 8 3zM8 5.25V8l2 1.5',
} as const
export type GlyphName = keyof typeof DRAWINGS

export function Glyph({ name, size }: { name: GlyphName; size?: 'small' | 'large' }) {
  return (
    <svg className={cx(css.glyph, size === 'small' && css.small, size === 'large' && css.large)} viewBox="0 0 16 16" aria-hidden="true">
      <path d={DRAWINGS[name]} />
    </svg>
  )
}
