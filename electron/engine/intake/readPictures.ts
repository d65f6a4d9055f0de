/**
 * The door for pictures of QR codes. Each is bounded in bytes and in pixels before it is decoded, and decoded in a thread without
 * keys that has little memory and little time; one that takes too much is ended, and the next gets a new one.
 */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'
import { begunThread, startThread, threadFile, within, type Thread } from '../threads/thread.ts'
import type { PictureAnswer, PictureTask } from './pictureWorker.ts'
import { readRaster } from './rasterImage.ts'
import { readFile } from './readFile.ts'

export const PICTURE_LIMITS = { fileBytes: 24 * 1024 * 1024, pixels: 40_000_000, timeMs: 20_000, memoryMb: 768 } as const

export type PictureFault = Extract<RefusalCode, 'file-missing' | 'file-unreadable' | 'file-too-large' | 'not-an-image' | 'image-too-large' | 'no-code-in-picture'>

export type PictureThread = Thread<PictureTask, PictureAnswer>

export interface PictureReader {
  /** The text of the QR code in a PNG or JPEG file. */
  read(path: string): Promise<Result<string, PictureFault>>
  /** Always, at the end. */
  close(): Promise<void>
}

export function createPictureReader(start: () => PictureThread = startThreadForPictures): PictureReader {
  let thread: PictureThread | null = null
  const retire = async (): Promise<void> => {
    const old = thread
    thread = null
    await old?.end()
  }
  return {
    async read(path) {
      const task = await checkedPicture(path)
      if (!task.ok) return task
      thread ??= await begunThread(start)
      if (!(await thread.begun)) {
        await retire()
        throw new Error('the thread for pictures did not begin')
      }
      const answer = await answerOf(thread, task.value)
      if (answer === null) {
        await retire()
        return err('image-too-large')
      }
      if ('text' in answer) return ok(answer.text)
      return err(answer.fault === 'no-code' ? 'no-code-in-picture' : 'not-an-image')
    },
    close: retire,
  }
}

async function checkedPicture(path: string): Promise<Result<PictureTask, PictureFault>> {
  const bytes = await readFile(path, PICTURE_LIMITS.fileBytes)
  if (!bytes.ok) return bytes
  const image = readRaster(bytes.value)
  if (image === null || (image.mediaType !== 'image/png' && image.mediaType !== 'image/jpeg')) return err('not-an-image')
  if (image.width * image.height > PICTURE_LIMITS.pixels) return err('image-too-large')
  return ok({ bytes: bytes.value, mediaType: image.mediaType })
}

function startThreadForPictures(): PictureThread {
  return startThread(threadFile(import.meta.url, 'pictureWorker'), { oldMb: PICTURE_LIMITS.memoryMb, youngMb: 64, stackMb: 4 })
}

/** Null where the thread has to be given up: too much time, too much memory, or it failed. */
async function answerOf(thread: PictureThread, task: PictureTask): Promise<PictureAnswer | null> {
  try {
    return await within(PICTURE_LIMITS.timeMs, thread.ask(task))
  } catch {
    return null
  }
}
