/**
 * The door for Word files. The file is bounded before it is read, and parsed in a worker thread without keys that has
 * little memory and little time, and that is ended whatever happens.
 */
import { Worker } from 'node:worker_threads'
import { err, type Result } from '../../../shared/base/result.ts'
import type { DocxFault } from '../../../shared/docx/fault.ts'
import { ZIP_LIMITS } from '../../../shared/docx/unzip.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { DocxRead, DocxReading } from './docxReadings.ts'
import type { DocxTask } from './docxWorker.ts'
import { readFile } from './readFile.ts'
import type { SourceFault } from './sourceFile.ts'

export interface DocxLimits {
  readonly timeMs: number
  readonly memoryMb: number
}
export const DOCX_LIMITS: DocxLimits = { timeMs: 30_000, memoryMb: 1024 }

type Read<Reading extends DocxReading> = Extract<DocxRead<Reading>, { ok: true }>['value']

export async function readDocx<Reading extends DocxReading>(path: string, reading: Reading, limits = DOCX_LIMITS): Promise<Result<Read<Reading>, Refusal>> {
  const bytes = await readFile(path, ZIP_LIMITS.fileBytes)
  if (!bytes.ok) return err(fileRefusal(bytes.error))
  const text: Result<Read<Reading>, DocxFault> = await parseInWorker({ bytes: bytes.value, reading }, limits)
  return text.ok ? text : err(refusal(text.error.code, { reason: text.error.reason }, text.error.stage))
}

function fileRefusal(code: SourceFault): Refusal {
  return code === 'file-too-large' ? refusal(code, { reason: 'too-large', limitBytes: ZIP_LIMITS.fileBytes }, 'limit') : refusal(code)
}

/** From source the worker is a `.ts` file beside this one; the build puts `docxWorker.js` beside its bundle. */
function workerUrl(): URL {
  return new URL(import.meta.url.endsWith('.ts') ? './docxWorker.ts' : './docxWorker.js', import.meta.url)
}

/** The worker answers with what the reading named in the task gives: `docxReadings.ts` is the one table for both sides. */
function parseInWorker<Value>(task: DocxTask, limits: DocxLimits): Promise<Result<Value, DocxFault>> {
  const worker = new Worker(workerUrl(), {
    workerData: task,
    env: {},
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb, maxYoungGenerationSizeMb: 64, stackSizeMb: 4 },
  })
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      clearTimeout(timer)
      worker.removeAllListeners()
      // What the terminated thread still reports concerns nobody any more, but an unheard 'error' event would throw.
      worker.on('error', () => undefined)
      void worker.terminate().then(settle)
    }
    const limit = (reason: 'time' | 'memory'): Result<Value, DocxFault> => err({ code: 'docx-malformed', stage: 'limit', reason })
    const timer = setTimeout(() => end(() => resolve(limit('time'))), limits.timeMs)
    worker.on('message', (result: Result<Value, DocxFault>) => end(() => resolve(result)))
    worker.on('error', (fault) => end(() => (isOutOfMemory(fault) ? resolve(limit('memory')) : reject(fault))))
    worker.on('exit', (code) => end(() => reject(new Error(`the Word reader ended without an answer (${code})`))))
  })
}

function isOutOfMemory(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
