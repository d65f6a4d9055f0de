import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const draftForget: VaultHandler<'draft.forget'> = async (place, session) => ok({ forgotten: session.transaction(() => session.store.drafts.remove(place)) })
