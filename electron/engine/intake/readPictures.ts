/**
 * The door for pictures of QR codes. Each is bounded in bytes and in pixels before it is decoded, and decoded in a worker thread without
 * keys that has little memory and little time; one that takes too much is ended, and the next gets a new one.
 */
import { Worker } from 'node:worker_threads'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { RefusalCode } from '../../../shared/ipc/refusal.ts'
import type { PictureAnswer, PictureTask } from './pictureWorker.ts'
import { readRaster } from './rasterImage.ts'
import { readFile } from './readFile.ts'

export const PICTURE_LIMITS = { fileBytes: 24 * 1024 * 1024, pixels: 40_000_000, timeMs: 20_000, memoryMb: 768 } as const

export type PictureFault = Extract<RefusalCode, 'file-missing' | 'file-unreadable' | 'file-too-large' | 'not-an-image' | 'image-too-large' | 'no-code-in-picture'>

export interface PictureReader {
  /** The text of the QR code in a PNG or JPEG file. */
  read(path: string): Promise<Result<string, PictureFault>>
  /** Always, at the end. */
  close(): Promise<void>
}

export function createPictureReader(): PictureReader {
  let worker: Worker | null = null
  const retire = async (): Promise<void> => {
    const old = worker
    worker = null
    await old?.terminate()
  }
  return {
    async read(path) {
      const task = await checkedPicture(path)
      if (!task.ok) return task
      worker ??= startWorker()
      const answer = await ask(worker, task.value)
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

/** From source the worker is a `.ts` file beside this one; the build puts `pictureWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './pictureWorker.ts' : './pictureWorker.js', import.meta.url)
}

function startWorker(): Worker {
  const worker = new Worker(workerUrl(), { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: PICTURE_LIMITS.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 } })
  // What went wrong in it shows in its exit; unheard, the event would throw.
  worker.on('error', () => undefined)
  return worker
}

/** Null where the worker had to be given up: too much time, too much memory, or it failed. */
function ask(worker: Worker, task: PictureTask): Promise<PictureAnswer | null> {
  return new Promise((resolve) => {
    const end = (answer: PictureAnswer | null): void => {
      clearTimeout(timer)
      worker.off('message', end)
      worker.off('exit', givenUp)
      resolve(answer)
    }
    const givenUp = (): void => end(null)
    const timer = setTimeout(givenUp, PICTURE_LIMITS.timeMs)
    worker.on('message', end)
    worker.on('exit', givenUp)
    worker.postMessage(task)
  })
}
