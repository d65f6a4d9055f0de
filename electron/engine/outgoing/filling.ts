/** Parts of any length, as they are made, into buffers of the taker's. */
import { giveBack } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'

export interface Filling<F> {
  /** Fills `into` from where it ended before; fewer only at the end, then 0. */
  fill(into: Uint8Array): Promise<Result<number, F>>
  /** Always, at the end: also parts that were not all taken close what they had opened. */
  close(): Promise<void>
}

/** `stop` throws, which ends the parts, and its reason is the answer. A part is given away: its memory ends with it. */
export function filling<F extends string>(partsOf: (stop: (why: F) => never) => AsyncGenerator<Uint8Array>): Filling<F> {
  let stopped: F | null = null
  const parts = partsOf((why) => {
    stopped = why
    throw new Error(why)
  })
  let part: Uint8Array = new Uint8Array(0)
  let rest = part
  const take = async (into: Uint8Array): Promise<number> => {
    let filled = 0
    while (filled < into.length) {
      if (rest.length === 0) {
        giveBack(part)
        const next = await parts.next()
        if (next.done === true) break
        rest = part = next.value
      }
      const used = Math.min(rest.length, into.length - filled)
      into.set(rest.subarray(0, used), filled)
      filled += used
      rest = rest.subarray(used)
    }
    return filled
  }
  return {
    async fill(into) {
      try {
        return ok(await take(into))
      } catch (error) {
        if (stopped !== null) return err(stopped)
        throw error
      }
    },
    async close() {
      await parts.return(undefined)
    },
  }
}
