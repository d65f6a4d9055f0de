/** Every screen says what marking it shows; the bands at head and foot carry it. */
import { createContext, useContext, useEffect } from 'react'
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

export function useOnScreen(shown: OnScreen): void {
  const show = useContext(OnScreenContext)
  const key = JSON.stringify(shown)
  useEffect(() => show(JSON.parse(key) as OnScreen), [show, key])
}
