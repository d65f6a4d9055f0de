/**
 * One thread for all hashes that are taken at the same time. A second one would only take turns with the cipher on a machine of two
 * processors, and two hashes together still take less than the cipher. It starts when it is first needed and stays: its start costs as much
 * as hashing fifty megabytes, and whoever looks at a large file imports it next. Idle, it does not keep the process.
 */
import type { Hash } from '../../../shared/base/identifiers.ts'
import type { HashingAside } from '../../../shared/base/ports.ts'
import { unheard } from '../../../shared/base/unheard.ts'
import type { Hashing } from '../../../shared/bundle/ports.ts'
import { startThread, threadFile, type Thread } from '../threads/thread.ts'
import { newHashing } from './hash.ts'
import type { HashAnswer, HashQuestion } from './hashWorker.ts'

export interface HashThread {
  readonly thread: Thread<HashQuestion, HashAnswer>
  /** A name for a new stream; until it is given up the process waits for this thread. */
  begin(): number
  giveUp(): void
}

let running: HashThread | null = null

export function hashingInThread(): HashingAside {
  // Whoever asks after it has failed gets another.
  if (running === null || running.thread.over) running = hashThread(startThread(threadFile(import.meta.url, 'hashWorker'), { oldMb: 64, youngMb: 8 }))
  return hashingOn(running)
}

export function hashThread(thread: Thread<HashQuestion, HashAnswer>): HashThread {
  let named = 0
  let users = 0
  return {
    thread,
    begin() {
      users++
      thread.keepsProcess(true)
      return ++named
    },
    giveUp() {
      if (--users === 0) thread.keepsProcess(false)
    },
  }
}

/** Where the thread does not begin, what would have waited for it is hashed here. */
export function hashingOn({ thread, begin, giveUp }: HashThread): HashingAside {
  const stream = begin()
  let open = true
  let ended = false
  let here: Hashing | null = null
  /** Null where the thread does it. */
  const local = async (): Promise<Hashing | null> => ((await thread.begun) ? null : (here ??= newHashing()))
  const ask = async (question: HashQuestion): Promise<HashAnswer> => {
    if (!open) throw new Error('this hash is closed')
    return thread.ask(question)
  }
  return {
    async update(part) {
      const hashing = await local()
      if (hashing !== null) return hashing.update(part)
      const answer = await ask({ stream, part })
      if (!('taken' in answer)) throw outOfOrder()
    },
    async digest(): Promise<Hash> {
      ended = true
      const hashing = await local()
      if (hashing !== null) return hashing.digest()
      const answer = await ask({ stream, part: null })
      if (!('hash' in answer)) throw outOfOrder()
      return answer.hash
    },
    async close() {
      if (!open) return
      // Its end frees what the thread holds of it.
      if (!ended) void unheard(thread.ask({ stream, part: null }))
      open = false
      giveUp()
    },
  }
}

function outOfOrder(): Error {
  return new Error('the hashing thread answered out of order')
}
