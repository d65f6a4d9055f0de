import { useCallback, useEffect, useState, type RefObject } from 'react'

/** Goes from change to change: F8 forward, Shift F8 back, or straight to one from the list. */
export function useJump(pane: RefObject<HTMLElement | null>, count: number): { current: number | null; jump: (to: number) => void } {
  const [current, setCurrent] = useState<number | null>(null)
  const jump = useCallback((to: number) => {
    setCurrent(to)
    pane.current?.querySelector(`[data-change="${to}"]`)?.scrollIntoView({ block: 'center' })
  }, [pane])
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      if (event.key !== 'F8' || count === 0) return
      event.preventDefault()
      const from = current ?? (event.shiftKey ? 1 : 0)
      jump(event.shiftKey ? (from <= 1 ? count : from - 1) : (from >= count ? 1 : from + 1))
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [count, current, jump])
  return { current, jump }
}
