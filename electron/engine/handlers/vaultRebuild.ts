import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { rebuildSearchIndex } from './searchIndex.ts'

export const vaultRebuild: VaultHandler<'vault.rebuild'> = async (_input, session) => {
  const passages = session.transaction(() => {
    const count = rebuildSearchIndex(session.store)
    session.record('vault.rebuilt', `search: ${count} passages`, 'done', null)
    return count
  })
  return ok({ passages })
}
