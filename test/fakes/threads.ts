/** Scripts of threads that do what those of the engine must not. */

/** Never says that it has begun, and does not end. */
export const HANGS = 'setInterval(() => undefined, 1000)'

export const ENDS = ''

/** Speaks as `serve` does: each question is its own answer. */
export const ECHO = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', (answer) => parentPort.postMessage({ answer }))
  parentPort.postMessage({ begun: true })
`

/** Begins, and ends at the first question. */
export const ENDS_WHEN_ASKED = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', () => process.exit())
  parentPort.postMessage({ begun: true })
`
