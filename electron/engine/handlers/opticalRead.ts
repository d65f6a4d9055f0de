import { err } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { createPictureReader, type PictureFault } from '../intake/readPictures.ts'
import type { VaultHandler } from './context.ts'
import { readingOf } from './opticalReading.ts'

/** One picture without a code among many is counted; where there is none with one, the last says why. */
export const opticalRead: VaultHandler<'optical.read'> = async ({ sources }, session, context) => {
  const reader = createPictureReader()
  let read = 0
  let fault: PictureFault = 'no-code-in-picture'
  try {
    for (const [at, source] of sources.entries()) {
      context.progress({ phase: 'pictures', done: at, total: sources.length })
      if (context.signal.aborted) return err(refusal('cancelled'))
      const path = context.files.redeem(source)
      const text = path === null ? err('file-missing' as const) : await reader.read(path)
      if (!text.ok) fault = text.error
      else if (session.optical.take(text.value)) read += 1
    }
  } finally {
    await reader.close()
  }
  return read === 0 ? err(refusal(fault, {}, fault === 'file-missing' || fault === 'file-unreadable' ? null : 'limit')) : readingOf({ read, unreadable: sources.length - read }, session, context)
}
