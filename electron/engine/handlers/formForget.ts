import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const formForget: VaultHandler<'form.forget'> = async ({ place }, session) => ok({ forgotten: session.transaction(() => session.store.forms.remove(place)) })
