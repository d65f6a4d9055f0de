import * as v from 'valibot'
import { ok } from '../../../shared/base/result.ts'
import { keptContentSchema } from '../../../shared/ipc/textMethods.ts'
import type { VaultHandler } from './context.ts'

export const draftShow: VaultHandler<'draft.show'> = async (place, session) => {
  const kept = session.store.drafts.get(place)
  if (kept === null) return ok({ content: null, keptAtUtcMs: null })
  return ok({ content: v.parse(keptContentSchema, JSON.parse(kept.content)), keptAtUtcMs: kept.keptAtUtcMs })
}
