/** With which key and in whose name the register is written, and whose signatures it may bear. */
import type { Clock, Signer } from '../../shared/base/ports.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import type { Card } from '../../shared/circle/card.ts'
import { signingKeyIn } from '../../shared/circle/identity.ts'
import type { Session } from './handlers/context.ts'
import type { SessionPorts } from './session.ts'
import type { RegisterPen } from './vault/registerTable.ts'
import type { Store } from './vault/store.ts'

export interface Signatory {
  readonly card: Card
  readonly installation: InstallationId
}

/** `formers`: who signed this register before the vault was restored, the first one first. */
export function registerPen(own: Signatory, sign: Signer, { hash, verify }: Pick<SessionPorts, 'hash' | 'verify'>, formers: readonly Signatory[] = []): RegisterPen {
  const { card, installation } = own
  const all = [...formers, own]
  return {
    installation, hash, sign,
    who: `${card.name} (${card.delegation})`,
    // An entry that does not say who signed it is older than any restoring.
    verify(signer, label, message, signature) {
      const signatory = signer === null ? all[0] : all.find((one) => one.installation === signer)
      return signatory !== undefined && verify(signingKeyIn(signatory.card), label, message, signature)
    },
  }
}

/** For a vault that is open for reading only: its register cannot grow. */
export const SILENT_RECORDER: Pick<Session, 'record' | 'recordOnce'> = { record: () => undefined, recordOnce: () => undefined }

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
