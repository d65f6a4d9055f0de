/** With which key and in whose name the register is written, and whose signatures it may bear. */
import type { Clock, Signer } from '../../shared/base/ports.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import type { Card } from '../../shared/circle/card.ts'
import { signingKeyIn } from '../../shared/circle/identity.ts'
import type { Session } from './handlers/context.ts'
import type { SessionPorts } from './session.ts'
import type { RegisterPen } from './vault/registerTable.ts'
import type { Store } from './vault/store.ts'

export function registerPen(own: { readonly card: Card; readonly installation: InstallationId }, sign: Signer, { hash, verify }: Pick<SessionPorts, 'hash' | 'verify'>): RegisterPen {
  const { card, installation } = own
  const key = signingKeyIn(card)
  return {
    installation, hash, sign,
    who: `${card.name} (${card.delegation})`,
    verify: (signer, label, message, signature) => (signer === null || signer === installation) && verify(key, label, message, signature),
  }
}

/** Writes lines for one session; `recordOnce` remembers until the vault is closed. */
export function createRecorder(store: Store, pen: RegisterPen, now: Clock): Pick<Session, 'record' | 'recordOnce'> {
  const recorded = new Set<string>()
  const record: Session['record'] = (action, subject, result, code, more = {}) => {
    const said = { atUtcMs: now(), action, subject, result, code, stage: null, dossier: null, marking: null, details: [], ...more }
    store.transaction(() => store.register.append(said, pen))
  }
  return {
    record,
    recordOnce(once, action, subject, more) {
      const key = `${action} ${once}`
      if (recorded.has(key)) return
      record(action, subject, 'done', null, more)
      recorded.add(key)
    },
  }
}
