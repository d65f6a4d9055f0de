/** Verb and object. A button that cannot be pressed stays focusable and carries its reason. */
import { useId, type ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import css from './button.module.css'
import { cx } from './cx.ts'

export interface ButtonProps {
  readonly children: ReactNode
  readonly kind?: 'primary' | 'plain' | 'quiet' | 'grave'
  readonly small?: boolean
  readonly onPress?: () => void
  readonly type?: 'submit' | 'button'
  /** Why it cannot be pressed now, in a sentence; shown beside it. */
  readonly cannot?: string | null
  readonly running?: boolean
  readonly autoFocus?: boolean
  readonly slot?: string
  readonly label?: string
}

export function Button(props: ButtonProps) {
  const reason = useId()
  const cannot = props.cannot ?? null
  const still = cannot !== null || props.running === true
  const button = (
    <AriaButton
      className={cx(css.button, css[props.kind ?? 'plain'], props.small === true && css.small, cannot !== null && css.cannot, props.running === true && css.running)}
      type={still ? 'button' : props.type ?? 'button'}
      autoFocus={props.autoFocus === true}
      {...(props.slot === undefined ? {} : { slot: props.slot })}
      {...(props.label === undefined ? {} : { 'aria-label': props.label })}
      {...(still ? { 'aria-disabled': true } : {})}
      {...(cannot === null ? {} : { 'aria-describedby': reason })}
      {...(props.onPress === undefined || still ? {} : { onPress: props.onPress })}
    >
      {props.children}
    </AriaButton>
  )
  if (cannot === null) return button
  return <span className={css.beside}><span id={reason} className={css.reason}>{cannot}</span>{button}</span>
}
