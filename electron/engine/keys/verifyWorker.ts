/** Runs in a thread that holds no keys: checks the signatures that it is handed, lot by lot. */
import { serve } from '../threads/serve.ts'
import { ready } from './sodium.ts'
import { verifyLot, type PackedLot } from './verifyLot.ts'

await ready()
/** One byte for each signature of the lot, in its order: 1 where it is good. */
serve<PackedLot, Uint8Array<ArrayBuffer>>((lot) => {
  const verdicts = verifyLot(lot)
  return { answer: verdicts, transfer: [verdicts.buffer] }
})
