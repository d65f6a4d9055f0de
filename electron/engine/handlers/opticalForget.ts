import { ok } from '../../../shared/base/result.ts'
import type { VaultHandler } from './context.ts'

export const opticalForget: VaultHandler<'optical.forget'> = async (_input, session) => {
  session.optical.forget()
  return ok({})
}
