/** Runs in a worker thread that holds no keys: reads one Word file and answers once. */
import { parentPort, workerData } from 'node:worker_threads'
import { DOCX_READERS, type DocxReading } from './docxReadings.ts'

/** What `readDocx.ts` hands over. */
export interface DocxTask { readonly bytes: Uint8Array; readonly reading: DocxReading }

const { bytes, reading }: DocxTask = workerData
parentPort?.postMessage(DOCX_READERS[reading](bytes))
