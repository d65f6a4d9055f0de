/** The state of a form that a lock does not lose. In the place of `useState`, with an object of all that is typed and chosen in it. */
import { useCallback, useRef, useState } from 'react'
import { fits, forms } from './forms.ts'

export interface FormState<T extends object> {
  readonly value: T
  change(part: Partial<T>): void
  /** When what it began with was kept; null where it began blank. */
  readonly keptAtUtcMs: number | null
  startAnew(): void
  /** Signed, or closed by the person: nothing of it is kept any longer. */
  finish(): void
}

/** `place` says which form, and on what it is opened. */
export function useForm<T extends object>(place: string, blank: T): FormState<T> {
  const [initial] = useState(blank)
  const [shown, setShown] = useState(() => beginning(place, initial))
  const latest = useRef(shown.value)
  const change = useCallback((part: Partial<T>) => {
    latest.current = { ...latest.current, ...part }
    forms.change(place, latest.current)
    setShown((before) => ({ ...before, value: latest.current }))
  }, [place])
  const finish = useCallback(() => forms.forget(place), [place])
  const startAnew = useCallback(() => {
    forms.forget(place)
    latest.current = initial
    setShown({ value: initial, keptAtUtcMs: null })
  }, [place, initial])
  return { ...shown, change, startAnew, finish }
}

function beginning<T extends object>(place: string, blank: T): Pick<FormState<T>, 'value' | 'keptAtUtcMs'> {
  const kept = forms.kept(place)
  return kept !== null && fits(blank, kept.content) ? { value: { ...blank, ...kept.content }, keptAtUtcMs: kept.keptAtUtcMs } : { value: blank, keptAtUtcMs: null }
}
