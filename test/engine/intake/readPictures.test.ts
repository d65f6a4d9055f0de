/** The thread that reads pictures of codes: where it does not begin, nobody is told that the picture is at fault, and the next one gets another. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { encode } from 'fast-png'
import { afterAll, expect, test } from 'vitest'
import { createPictureReader, type PictureThread } from '../../../electron/engine/intake/readPictures.ts'
import { threadOn } from '../../../electron/engine/threads/thread.ts'
import { HANGS } from '../../fakes/threads.ts'

/** As the thread answers where no code is in the picture. */
const FINDS_NOTHING = `
  const { parentPort } = require('node:worker_threads')
  parentPort.on('message', () => parentPort.postMessage({ answer: { fault: 'no-code' } }))
  parentPort.postMessage({ begun: true })
`
const folder = mkdtempSync(join(tmpdir(), 'chancery-pictures-'))
const picture = join(folder, 'white.png')
writeFileSync(picture, encode({ width: 8, height: 8, channels: 1, data: new Uint8Array(64).fill(255) }))
afterAll(() => rmSync(folder, { recursive: true }))

test('a thread that does not begin is tried twice and then said to be at fault; the next picture is read', async () => {
  const scripts = [HANGS, HANGS, FINDS_NOTHING]
  const start = (): PictureThread => {
    const script = scripts.shift() ?? HANGS
    return threadOn(new Worker(script, { eval: true }), script === HANGS ? 200 : 20_000)
  }
  const reader = createPictureReader(start)
  await expect(reader.read(picture)).rejects.toThrow('did not begin')
  expect(scripts).toHaveLength(1)
  expect(await reader.read(picture)).toEqual({ ok: false, error: 'no-code-in-picture' })
  await reader.close()
})
