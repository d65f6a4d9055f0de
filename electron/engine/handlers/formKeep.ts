import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const formKeep: VaultHandler<'form.keep'> = async ({ place, content }, session, { now }) => {
  const keptAtUtcMs = now()
  session.transaction(() => session.store.forms.put({ place, content, keptAtUtcMs }))
  return ok({ keptAtUtcMs })
}
