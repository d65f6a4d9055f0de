import { useSyncExternalStore } from 'react'

const TICK_MS = 10_000

/** One clock for the whole window: what is shown together says the same moment. */
const listeners = new Set<() => void>()
let now = Date.now()
let timer: ReturnType<typeof setTimeout> | undefined

/** On the full ten seconds, so that a minute begins here when it begins on every other clock. */
function tick(): void {
  now = Date.now()
  timer = setTimeout(tick, TICK_MS - (now % TICK_MS))
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (listeners.size === 1) tick()
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) clearTimeout(timer)
  }
}

/** The machine's clock, read anew every ten seconds: enough for minutes, and nothing blinks. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, () => now)
}
