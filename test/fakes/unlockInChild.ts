/** A process of its own that tries to open a vault: locks between processes cannot be seen from inside one. Prints the outcome. */
import { createEngine } from '../../electron/engine/entry.ts'

const [vaultFolder = '', passphrase = ''] = process.argv.slice(2)
const engine = await createEngine({ vaultFolder, kdf: 'floor' })
const answer = await engine.call('vault.unlock', { passphrase })
console.log(answer.ok ? 'opened' : answer.error.code)
await engine.close()
