/** Runs in a worker thread that holds no keys: checks the signatures that it is handed, lot by lot. */
import { parentPort } from 'node:worker_threads'
import { ready } from './sodium.ts'
import { verifyLot, type PackedLot } from './verifyLot.ts'

await ready()
/** One byte for each signature of the lot, in its order: 1 where it is good. */
parentPort?.on('message', (lot: PackedLot) => {
  const verdicts = verifyLot(lot)
  parentPort?.postMessage(verdicts, [verdicts.buffer])
})
