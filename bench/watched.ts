/** One piece of work: how long it takes, how much of the processors, and by how much the memory of the process grows meanwhile. */
import { once } from 'node:events'
import { Worker } from 'node:worker_threads'

export interface Watched {
  readonly oursMs: number
  /** Of all threads together: what remains comparable on a machine that also does other things. */
  readonly cpuMs: number
  /** Of the thread that called for the work: where that thread decides, its time is the time on a quiet machine. */
  readonly threadMs: number
  readonly grownBytes: number
}

export async function watched(work: () => Promise<unknown>): Promise<Watched> {
  const watch = new Worker(new URL('./memoryWatch.ts', import.meta.url))
  try {
    await once(watch, 'message')
    // What stands before the work, the watching thread included.
    await asked(watch)
    const before = process.memoryUsage.rss()
    const [cpuBefore, threadBefore] = [process.cpuUsage(), process.threadCpuUsage()]
    const started = performance.now()
    await work()
    const oursMs = performance.now() - started
    const { system, user } = process.cpuUsage(cpuBefore)
    const thread = process.threadCpuUsage(threadBefore)
    return { oursMs, cpuMs: (system + user) / 1000, threadMs: (thread.system + thread.user) / 1000, grownBytes: Math.max(0, (await asked(watch)) - before) }
  } finally {
    await watch.terminate()
  }
}

async function asked(watch: Worker): Promise<number> {
  const answer = once(watch, 'message')
  watch.postMessage('most')
  const [most] = await answer
  if (typeof most !== 'number') throw new Error('the watching thread answers with a number')
  return most
}
