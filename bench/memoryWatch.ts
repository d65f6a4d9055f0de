/** Watches what memory this process takes from a thread of its own: a timer in the thread that works would only run where it pauses. */
import { parentPort } from 'node:worker_threads'

const EVERY_MS = 2

let most = process.memoryUsage.rss()
setInterval(() => { most = Math.max(most, process.memoryUsage.rss()) }, EVERY_MS)
parentPort?.on('message', () => {
  most = Math.max(most, process.memoryUsage.rss())
  parentPort?.postMessage(most)
  most = process.memoryUsage.rss()
})
parentPort?.postMessage(most)
