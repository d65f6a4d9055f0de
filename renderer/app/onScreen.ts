/** Every screen says what marking it shows; the bands at head and foot carry it. */
import { createContext, useContext, useEffect } from 'react'
import { highestOf } from '../../shared/marking/highestOf.ts'
import type { Marking } from '../../shared/marking/marking.ts'

export interface OnScreen {
  /** The highest marking on screen; null where nothing marked is shown. */
  readonly marking: Marking | null
  readonly exercise: boolean
  /** What stands at the left and right of the foot. */
  readonly left: string
  readonly right: string
}

export const NOTHING_ON_SCREEN: OnScreen = { marking: null, exercise: false, left: '', right: '' }
export const OnScreenContext = createContext<(shown: OnScreen) => void>(() => undefined)

/** Lies above the screen, and is in view together with it. */
export interface AboveScreen {
  readonly marking: Marking
  readonly exercise: boolean
}
export const AboveScreenContext = createContext<(above: readonly AboveScreen[]) => void>(() => undefined)

/** For as long as it is in view. */
export function useAboveScreen(above: readonly AboveScreen[]): void {
  const show = useContext(AboveScreenContext)
  useEffect(() => show(above), [show, above])
  useEffect(() => () => show([]), [show])
}

/** The marking of the whole is the highest of both; an exercise only where all of it is one. */
export function withAbove(shown: OnScreen, above: readonly AboveScreen[]): OnScreen {
  if (above.length === 0) return shown
  const marking = highestOf([...(shown.marking === null ? [] : [shown.marking]), ...above.map((one) => one.marking)])
  return { ...shown, marking, exercise: above.every((one) => one.exercise) && (shown.marking === null || shown.exercise) }
}

export function useOnScreen(shown: OnScreen): void {
  const show = useContext(OnScreenContext)
  const key = JSON.stringify(shown)
  useEffect(() => show(JSON.parse(key) as OnScreen), [show, key])
}
