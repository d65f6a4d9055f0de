import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'
import { filterRegister } from './registerFilter.ts'

/** Newest first. */
export const registerList: VaultHandler<'register.list'> = async ({ limit, filter }, session) => {
  const found = filterRegister(session.store.register.lines(), filter)
  return ok({ entries: found.slice(-limit).toReversed(), matching: found.length, total: session.store.register.count() })
}
