import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const formList: VaultHandler<'form.list'> = async (_input, session) => ok({ forms: session.store.forms.all() })
