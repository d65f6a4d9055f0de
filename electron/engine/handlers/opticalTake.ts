import type { VaultHandler } from './context.ts'
import { readingOf } from './opticalReading.ts'

export const opticalTake: VaultHandler<'optical.take'> = async ({ texts }, session, context) => {
  const read = texts.filter((text) => session.optical.take(text)).length
  return readingOf({ read, unreadable: texts.length - read }, session, context)
}
