/** An engine with an open vault, waiting to be killed: folder as argument, passphrase on standard input. */
import { text } from 'node:stream/consumers'
import { createEngine } from '../electron/engine/entry.ts'

const engine = await createEngine({ vaultFolder: process.argv[2] ?? '', kdf: 'floor' })
const opened = await engine.call('vault.unlock', { passphrase: await text(process.stdin) })
process.stdout.write(opened.ok ? 'open\n' : `${opened.error.code}\n`)
setInterval(() => undefined, 60_000)
