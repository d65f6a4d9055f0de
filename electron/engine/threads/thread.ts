/**
 * A thread of the engine, for what is long or foreign: without keys, environment or arguments, bounded in memory, asked one question after
 * another. The start of one was seen to hang, and so was its end: neither is waited for longer than is good for the person who waits.
 */
import { Worker } from 'node:worker_threads'
import { unheard } from '../../../shared/base/unheard.ts'
import type { FromThread } from './serve.ts'

const MOST_START_MS = 3000
const MOST_END_MS = 1000

export interface ThreadMemory {
  readonly oldMb: number
  readonly youngMb: number
  readonly stackMb?: number
}

export interface Thread<Question, Answer> {
  /** Whether it has begun; false where it did not in time, or ended before. */
  readonly begun: Promise<boolean>
  /** Nothing can be asked of it any more. */
  readonly over: boolean
  /** Answers come in the order of the questions. Rejects with what ended the thread. */
  ask(question: Question, transfer?: readonly ArrayBuffer[]): Promise<Answer>
  /** Whether the process stays for it while nothing else is left to do; it does until told otherwise. */
  keepsProcess(keeps: boolean): void
  /** For good; what waits fails. */
  end(): Promise<void>
}

interface Waiting<Answer> {
  settle(answer: Answer): void
  fail(fault: Error): void
}

/** From source the thread is a `.ts` file beside the module that starts it; the build puts a `.js` file beside its bundle. */
export function threadFile(module: string, name: string): URL {
  return new URL(`./${name}${module.endsWith('.ts') ? '.ts' : '.js'}`, module)
}

export function startThread<Question, Answer>(file: URL, { oldMb, youngMb, stackMb }: ThreadMemory): Thread<Question, Answer> {
  const stack = stackMb === undefined ? {} : { stackSizeMb: stackMb }
  return threadOn(new Worker(file, { env: {}, execArgv: [], resourceLimits: { maxOldGenerationSizeMb: oldMb, maxYoungGenerationSizeMb: youngMb, ...stack } }), MOST_START_MS)
}

/** One that has begun: where the first does not, a second is tried. Where that does not either, its questions fail. */
export async function begunThread<Question, Answer>(start: () => Thread<Question, Answer>): Promise<Thread<Question, Answer>> {
  const first = start()
  if (await first.begun) return first
  await first.end()
  const second = start()
  await second.begun
  return second
}

export function threadOn<Question, Answer>(worker: Worker, mostStartMs: number): Thread<Question, Answer> {
  const waiting: Waiting<Answer>[] = []
  let broken: Error | null = null
  const { promise: begun, resolve: begin } = Promise.withResolvers<boolean>()
  const fail = (fault: Error): void => {
    clearTimeout(late)
    broken ??= fault
    begin(false)
    for (const one of waiting.splice(0)) one.fail(broken)
  }
  const end = async (why: string): Promise<void> => {
    fail(new Error(why))
    await within(MOST_END_MS, worker.terminate())
  }
  const late = setTimeout(() => void end('the thread did not begin'), mostStartMs)
  worker.on('message', (message: FromThread<Answer>) => {
    if ('answer' in message) return waiting.shift()?.settle(message.answer)
    clearTimeout(late)
    begin(true)
  })
  // Heard for good: unheard, what an ended thread still reports would throw.
  worker.on('error', (fault) => fail(fault instanceof Error ? fault : new Error('the thread failed')))
  worker.on('exit', () => fail(new Error('the thread has ended')))
  return {
    begun,
    get over() { return broken !== null },
    ask: (question, transfer) => new Promise((settle, reject) => {
      if (broken !== null) return reject(broken)
      waiting.push({ settle, fail: reject })
      worker.postMessage(question, transfer)
    }),
    keepsProcess: (keeps) => (keeps ? worker.ref() : worker.unref()),
    end: () => end('the thread was ended'),
  }
}

/** Null where it takes longer; what becomes of it then is nobody's concern. */
export async function within<T>(ms: number, work: Promise<T>): Promise<T | null> {
  const { promise: late, resolve } = Promise.withResolvers<null>()
  const timer = setTimeout(resolve, ms, null)
  try {
    return await Promise.race([unheard(work), late])
  } finally {
    clearTimeout(timer)
  }
}
