/** A process of its own that opens a vault, says so, and has it open until its input ends. */
import { once } from 'node:events'
import { createEngine } from '../../electron/engine/entry.ts'

const [vaultFolder = '', passphrase = ''] = process.argv.slice(2)
const engine = await createEngine({ vaultFolder, kdf: 'floor' })
const answer = await engine.call('vault.unlock', { passphrase })
console.log(answer.ok ? 'opened' : answer.error.code)
await once(process.stdin.resume(), 'end')
await engine.close()
console.log('closed')
