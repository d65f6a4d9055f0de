import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

/** Newest first. */
export const registerList: VaultHandler<'register.list'> = async ({ limit }, session) => {
  const entries = session.store.register.newest(limit).map(({ seq, atUtcMs, action, subject, result, code }) => ({ seq, atUtcMs, action, subject, result, code }))
  return ok({ entries, total: session.store.register.count() })
}
