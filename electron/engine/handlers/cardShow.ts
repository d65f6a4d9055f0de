import { ok } from '../../../shared/base/result.ts'
import { encodeCardFile } from '../../../shared/circle/cardFile.ts'
import { createFountain } from '../../../shared/optical/fountain.ts'
import type { VaultHandler } from './context.ts'

/** One frame holds the whole card. */
export const cardShow: VaultHandler<'card.show'> = async (_input, session, { hash }) => {
  const file = encodeCardFile(session.myCard)
  return ok({ frame: createFountain('card', file, file.length, hash).frame(0), safetyWords: session.me.safetyWords })
}
