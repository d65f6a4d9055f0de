import { useEffect, useState } from 'react'

/** The machine's clock, read anew every ten seconds: enough for minutes, and nothing blinks. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 10_000)
    return () => clearInterval(timer)
  }, [])
  return now
}
