import { err, ok } from '../../../shared/base/result.ts'
import { keysOfferedSchema } from '../../../shared/circle/events.ts'
import { parseSignedCard } from '../../../shared/circle/identity.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { parseBody } from '../../../shared/log/body.ts'
import { acceptedLogs } from './acceptedLogs.ts'
import type { VaultHandler } from './context.ts'
import { changeRoster, findStanding } from './rosterChange.ts'

/** Only what the installation itself offered under its old keys; whether these were still in its hands, the compared words tell. */
export const circleTakeKeys: VaultHandler<'circle.takeKeys'> = async ({ circle, installation, fingerprint, safetyWordsCompared, strict }, session, context) =>
  changeRoster(circle, session, context, (state) => {
    const entry = findStanding(state, installation)
    if (!entry.ok) return entry
    const offered = session.held.inCircle(circle).flatMap(({ event }) => {
      const body = event.header.type === 'keys.offered' && event.header.log === installation ? parseBody(event, keysOfferedSchema) : null
      return body?.ok ? [body.value.card] : []
    })
    const card = offered.find((one) => {
      const parsed = parseSignedCard(one, context)
      return parsed.ok && parsed.value.installation === fingerprint
    })
    if (card === undefined) return err(refusal('card-unknown'))
    if (!safetyWordsCompared) return err(refusal('safety-words-not-compared'))
    return ok({ kind: 'rotated', installation, card: { ...card }, accepted: strict ? acceptedLogs(state, installation, session) : null })
  })
