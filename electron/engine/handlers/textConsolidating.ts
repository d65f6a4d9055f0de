/** The latest REV and its suggestions, on their way to the next: for those who may issue it. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { Verdict } from '../../../shared/text/amendment.ts'
import { consolidate, type Consolidated, type ConsolidationFault } from '../../../shared/text/consolidate.ts'
import type { Session } from './context.ts'
import { findText, mayConsolidate, type FoundText } from './textFind.ts'

export function findToConsolidate(session: Session, place: { dossier: DossierId; text: TextId }): Result<FoundText, Refusal> {
  const found = findText(session, place)
  if (!found.ok) return found
  return mayConsolidate(session, found.value.folded) ? found : err(refusal('role-not-allowed'))
}

export function nextOf({ latest }: FoundText, verdicts: readonly Verdict[]): Result<Consolidated, Refusal> {
  const next = consolidate(latest.document, latest.suggestions, verdicts, latest.rev + 1)
  return next.ok ? ok(next.value) : err(refusalOf(next.error))
}

function refusalOf(fault: ConsolidationFault): Refusal {
  switch (fault.code) {
    case 'suggestions-collide': {
      const { letters, suggestions } = fault
      return refusal('suggestions-collide', { first: letters[0], second: letters[1], suggestion: suggestions[0], other: suggestions[1] })
    }
    case 'verdict-repeated': return refusal('input-malformed', { field: 'verdicts', suggestion: fault.suggestion })
    default: return refusal(fault.code, { suggestion: fault.suggestion })
  }
}
