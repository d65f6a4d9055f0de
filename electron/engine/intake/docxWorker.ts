/** Runs in a worker thread that holds no keys: reads one Word file and answers once. */
import { parentPort, workerData } from 'node:worker_threads'
import { parseDocx, type TrackedChanges } from '../../../shared/docx/parse.ts'

/** What `readDocx.ts` hands over. */
export interface DocxTask { readonly bytes: Uint8Array; readonly changes: TrackedChanges }

const { bytes, changes }: DocxTask = workerData
parentPort?.postMessage(parseDocx(bytes, changes))
