/** What the cards do, as one object that never changes: what it calls is always the latest. */
import { useEffect, useRef, useState } from 'react'
import type { CardActs } from './Card.tsx'

export function useStableActs(acts: CardActs): CardActs {
  const latest = useRef(acts)
  useEffect(() => { latest.current = acts })
  const [stable] = useState((): CardActs => ({
    choose: (one) => latest.current.choose(one), accept: (one) => latest.current.accept(one), edit: (one) => latest.current.edit(one), reject: (one) => latest.current.reject(one),
    defer: (one) => latest.current.defer(one), part: (one) => latest.current.part(one), reopen: (one) => latest.current.reopen(one), reason: (one, reason) => latest.current.reason(one, reason),
  }))
  return stable
}
