/** Asks the engine a moment after the last keystroke; an answer to what is no longer typed is dropped. */
import { useEffect, useState } from 'react'
import type { SearchHit } from '../../../shared/ipc/searchMethods.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { ask } from '../../engineClient.ts'

export interface Search {
  /** What this is the answer to: while it is not what is typed now, the answer to that is still to come. */
  readonly query: string
  readonly hits: readonly SearchHit[]
  readonly more: boolean
  readonly refused: Refusal | null
}

const PAUSE_MS = 90
const SHOWN = 30
const NOTHING: Search = { query: '', hits: [], more: false, refused: null }

export function useSearch(query: string): Search {
  const [found, setFound] = useState(NOTHING)
  useEffect(() => {
    if (query === '') return
    let wanted = true
    const look = async (): Promise<void> => {
      const answer = await ask('search.find', { query, limit: SHOWN, offset: 0 }).catch(() => ({ ok: false as const, error: refusal('internal') }))
      if (!wanted) return
      setFound(answer.ok ? { query, ...answer.value, refused: null } : { ...NOTHING, query, refused: answer.error })
    }
    const pause = setTimeout(() => void look(), PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(pause)
    }
  }, [query])
  return query === '' ? NOTHING : found
}

/** Null for nothing found. */
export async function bestHit(query: string): Promise<SearchHit | null> {
  const answer = await ask('search.find', { query, limit: 1, offset: 0 }).catch(() => null)
  return answer?.ok === true ? answer.value.hits[0] ?? null : null
}
