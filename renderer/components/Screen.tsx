/** What every screen is made of: a head with what one can do, and panes that scroll while the window never does. */
import type { ReactNode } from 'react'
import { words } from '../messages/words.ts'
import type { Answer } from '../app/useAnswer.ts'
import { cx } from './cx.ts'
import { Refused } from './Refused.tsx'
import css from './screen.module.css'

export function Head({ crumb, title, meta, does, ruled }: { crumb?: ReactNode; title: string; meta?: ReactNode; does?: ReactNode; ruled?: boolean }) {
  return (
    <header className={cx(css.head, ruled === true && css.ruled)}>
      {crumb !== undefined && <p className={css.crumb}>{crumb}</p>}
      <div className={css.titles}>
        <h1 className={css.title} title={title} tabIndex={-1}>{title}</h1>
        {meta !== undefined && <p className={css.meta}>{meta}</p>}
      </div>
      {does !== undefined && <div className={css.does}>{does}</div>}
    </header>
  )
}

/** A pane that scrolls; focusable, so that the keyboard can scroll it. */
export function Pane({ children, label, pad }: { children: ReactNode; label: string; pad?: boolean }) {
  return <section className={cx(css.pane, pad !== false && css.pad)} aria-label={label} tabIndex={0}>{children}</section>
}

export function Side({ children, label }: { children: ReactNode; label: string }) {
  return <aside className={css.side} aria-label={label} tabIndex={0}>{children}</aside>
}

export function Two({ children }: { children: ReactNode }) {
  return <div className={css.two}>{children}</div>
}

/** Below the panes: the primary action, always in view. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className={css.actions}>{children}</div>
}

export function Section({ title, children, count }: { title: string; children: ReactNode; count?: string }) {
  return (
    <section className={css.section}>
      <h2 className={css.sectionTitle}>{title}{count !== undefined && <small>{count}</small>}</h2>
      {children}
    </section>
  )
}

/** One serif sentence, one action. */
export function Empty({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return <div className={css.empty}><p>{children}</p>{action}</div>
}

export function Note({ children }: { children: ReactNode }) {
  return <p className={css.note}>{children}</p>
}

/** Shows an answer once it is here; until then says so, and says why where it was refused. */
export function Await<T>({ answer, children }: { answer: Answer<T>; children: (value: T) => ReactNode }) {
  if (answer.state === 'here') return <>{children(answer.value)}</>
  if (answer.state === 'refused') return <div className={css.pad}><Refused refusal={answer.refusal} /></div>
  return <p className={css.waiting} role="status">{words.common.reading}</p>
}
