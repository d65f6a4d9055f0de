/** Runs in a thread that holds no keys: reads a Word file. */
import { serve } from '../threads/serve.ts'
import { DOCX_READERS, type DocxRead, type DocxReading } from './docxReadings.ts'

/** What `readDocx.ts` asks. */
export interface DocxQuestion { readonly bytes: Uint8Array; readonly reading: DocxReading }

serve<DocxQuestion, DocxRead<DocxReading>>(({ bytes, reading }) => ({ answer: DOCX_READERS[reading](bytes) }))
