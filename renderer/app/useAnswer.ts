/** What the engine answers to a question, asked again whenever something was changed from this window. */
import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Input, Method, Output } from '../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import { ask, changesSoFar, onChange } from '../engineClient.ts'

export type Answer<T> =
  | { readonly state: 'waiting' }
  | { readonly state: 'refused'; readonly refusal: Refusal }
  | { readonly state: 'here'; readonly value: T }

/** `input` null asks nothing. The last answer stays on screen while the same question is asked again. */
export function useAnswer<M extends Method>(method: M, input: Input<M> | null): Answer<Output<M>> {
  const [answer, setAnswer] = useState<{ key: string; answer: Answer<Output<M>> } | null>(null)
  const changes = useSyncExternalStore(onChange, changesSoFar)
  const question = input === null ? null : JSON.stringify(input)
  const key = `${method} ${question ?? ''}`
  useEffect(() => {
    let wanted = true
    if (question !== null) {
      // Inputs are plain data, so the question itself is what is compared and what is asked.
      ask(method, JSON.parse(question) as Input<M>).then(
        (result) => wanted && setAnswer({ key, answer: result.ok ? { state: 'here', value: result.value } : { state: 'refused', refusal: result.error } }),
        () => wanted && setAnswer({ key, answer: { state: 'refused', refusal: refusal('internal') } }),
      )
    }
    return () => { wanted = false }
  }, [method, question, key, changes])
  return answer?.key === key ? answer.answer : { state: 'waiting' }
}
