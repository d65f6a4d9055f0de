/**
 * The door for Word files. The file is bounded before it is read, and parsed in a thread without keys that has little
 * memory and little time, and that is ended whatever happens.
 */
import { err, type Result } from '../../../shared/base/result.ts'
import type { DocxFault } from '../../../shared/docx/fault.ts'
import { ZIP_LIMITS } from '../../../shared/docx/unzip.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { begunThread, startThread, threadFile, within } from '../threads/thread.ts'
import type { DocxRead, DocxReading } from './docxReadings.ts'
import type { DocxQuestion } from './docxWorker.ts'
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
  const text: Result<Read<Reading>, DocxFault> = await parseAside({ bytes: bytes.value, reading }, limits)
  return text.ok ? text : err(refusal(text.error.code, { reason: text.error.reason }, text.error.stage))
}

function fileRefusal(code: SourceFault): Refusal {
  return code === 'file-too-large' ? refusal(code, { reason: 'too-large', limitBytes: ZIP_LIMITS.fileBytes }, 'limit') : refusal(code)
}

/** The thread answers with what the reading named in the question gives: `docxReadings.ts` is the one table for both sides. */
async function parseAside<Value>(question: DocxQuestion, { memoryMb, timeMs }: DocxLimits): Promise<Result<Value, DocxFault>> {
  const limit = (reason: 'time' | 'memory'): Result<Value, DocxFault> => err({ code: 'docx-malformed', stage: 'limit', reason })
  const thread = await begunThread(() => startThread<DocxQuestion, Result<Value, DocxFault>>(threadFile(import.meta.url, 'docxWorker'), { oldMb: memoryMb, youngMb: 64, stackMb: 4 }))
  try {
    return (await within(timeMs, thread.ask(question))) ?? limit('time')
  } catch (fault) {
    if (isOutOfMemory(fault)) return limit('memory')
    throw fault
  } finally {
    await thread.end()
  }
}

function isOutOfMemory(fault: unknown): boolean {
  return fault instanceof Error && 'code' in fault && fault.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
