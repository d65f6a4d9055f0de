import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { DERIVED } from './derived.ts'

export const vaultRebuild: VaultHandler<'vault.rebuild'> = async (_input, session) => {
  const rebuilt = session.transaction(() => {
    const made = DERIVED.map((derived) => ({ name: derived.name, parts: derived.rebuild(session.store) }))
    session.record('vault.rebuilt', made.map(({ name, parts }) => `${name}: ${parts}`).join(', '), 'done', null)
    return made
  })
  return ok({ rebuilt })
}
