/** The verdicts in preparation: settled one after another, kept in the vault at every step, and taken back step by step. */
import { useRef, useState } from 'react'
import type { SuggestionGroup, Writing } from '../../../shared/ipc/textMethods.ts'
import { drafts, type DraftPlace } from '../../app/drafts.ts'
import { verdictList, type Settled, type Verdicts } from './verdicts.ts'

const MOST_UNDONE = 200

interface Preparation {
  readonly verdicts: Verdicts
  /** Null reopens. */
  settle(letters: readonly string[], settled: Settled | null): void
  undo(): void
  write(writing: Writing | null): void
}

export function useVerdicts(groups: readonly SuggestionGroup[], place: DraftPlace, opened: { readonly verdicts: Verdicts; readonly writing: Writing | null }): Preparation {
  const [verdicts, setVerdicts] = useState<Verdicts>(opened.verdicts)
  const known = useRef(verdicts)
  const writing = useRef(opened.writing)
  const past = useRef<Verdicts[]>([])
  const keep = () => {
    if (known.current.size === 0 && writing.current === null) drafts.forget(place)
    else drafts.change(place, { kind: 'verdicts', verdicts: verdictList(groups, known.current), writing: writing.current })
  }
  const turnTo = (next: Verdicts) => {
    known.current = next
    setVerdicts(next)
    keep()
  }
  return {
    verdicts,
    settle(letters, settled) {
      past.current = [...past.current.slice(-MOST_UNDONE), known.current]
      const next = new Map(known.current)
      for (const letter of letters) {
        if (settled === null) next.delete(letter)
        else next.set(letter, settled)
      }
      turnTo(next)
    },
    undo() {
      const before = past.current.pop()
      if (before !== undefined) turnTo(before)
    },
    write(now) {
      writing.current = now
      keep()
    },
  }
}
