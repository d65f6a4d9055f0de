import { useEffect } from 'react'

const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'pointermove', 'wheel'] as const

/** Calls `lock` after so many minutes without a key or a pointer. */
export function useIdleLock(minutes: number | null, lock: () => void): void {
  useEffect(() => {
    if (minutes === null) return
    let lastSign = Date.now()
    const seen = () => { lastSign = Date.now() }
    const timer = setInterval(() => {
      if (Date.now() - lastSign >= minutes * 60_000) lock()
    }, 1000)
    SIGNS_OF_LIFE.forEach((sign) => window.addEventListener(sign, seen, { capture: true, passive: true }))
    return () => {
      clearInterval(timer)
      SIGNS_OF_LIFE.forEach((sign) => window.removeEventListener(sign, seen, { capture: true }))
    }
  }, [minutes, lock])
}
