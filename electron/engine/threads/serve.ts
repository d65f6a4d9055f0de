/** The other side of `thread.ts`: runs in the thread, says that it has begun, and answers each question in its turn. */
import { parentPort } from 'node:worker_threads'

export type FromThread<Answer> = { readonly begun: true } | { readonly answer: Answer }

export interface Reply<Answer> {
  readonly answer: Answer
  /** Buffers that go over with the answer instead of being copied. */
  readonly transfer?: readonly ArrayBuffer[]
}

export function serve<Question, Answer>(reply: (question: Question) => Reply<Answer>): void {
  const tell = (message: FromThread<Answer>, transfer?: readonly ArrayBuffer[]): void => parentPort?.postMessage(message, transfer)
  parentPort?.on('message', (question: Question) => {
    const { answer, transfer } = reply(question)
    tell({ answer }, transfer)
  })
  tell({ begun: true })
}
