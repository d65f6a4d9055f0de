/** Consent to release: counts where it is given by the delegation from which the item comes, and with the item in its causal past. */
import type { Ledger } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import type { Consent } from './state.ts'

export function foldConsents(ledger: Ledger, distribution: Distribution): Consent[] {
  return ledger.read('release.consented', distribution).flatMap((reading) => {
    const { body, event, statement } = reading
    const originator = ledger.causality.isBefore(body.item, event.id) ? ledger.authorOf(body.item) : null
    if (originator?.delegation !== statement.delegation) {
      ledger.setAside(event, originator === null ? 'refersToNothing' : 'notItsOriginator')
      return []
    }
    ledger.apply(reading, body.recipients.join(', '))
    return [{ ...statement, item: body.item, recipients: body.recipients, reason: body.reason }]
  })
}
