/** With which key and in whose name the register is written, and whose signatures it may bear. */
import type { Signer } from '../../shared/base/ports.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import type { Card } from '../../shared/circle/card.ts'
import { signingKeyIn } from '../../shared/circle/identity.ts'
import type { SessionPorts } from './session.ts'
import type { RegisterPen } from './vault/registerTable.ts'

export function registerPen(own: { readonly card: Card; readonly installation: InstallationId }, sign: Signer, { hash, verify }: Pick<SessionPorts, 'hash' | 'verify'>): RegisterPen {
  const { card, installation } = own
  const key = signingKeyIn(card)
  return {
    installation, hash, sign,
    who: `${card.name} (${card.delegation})`,
    verify: (signer, label, message, signature) => (signer === null || signer === installation) && verify(key, label, message, signature),
  }
}
