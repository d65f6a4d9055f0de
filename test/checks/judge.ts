/** `node test/checks/judge.ts N`: takes out the Nth check, as the file is loaded, and says which case notices. Without N: all must hold. */
import { readFileSync } from 'node:fs'
import { registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { CHECKS } from './checks.ts'
import { sourceWithout } from './sourceWithout.ts'

const ROOT = join(import.meta.dirname, '../..')
const [number] = process.argv.slice(2)
const check = number === undefined ? null : CHECKS[Number(number)]
if (check === undefined) throw new Error('no such check')

if (check !== null) {
  const url = pathToFileURL(join(ROOT, check.file)).href
  const source = sourceWithout(check, readFileSync(join(ROOT, check.file), 'utf8'))
  registerHooks({
    load: (loaded, context, next) => (loaded === url ? { format: 'module-typescript', source, shortCircuit: true } : next(loaded, context)),
  })
}

/** After the hook, so that the door is loaded as it would be without the check. */
const { CASES } = await import('./cases.ts')
for (const { name, expected, verdict } of CASES) {
  const found = await verdict().catch((error: unknown) => `throws ${error instanceof Error ? error.name : String(error)}`)
  if (found === expected) continue
  console.log(`${name}: ${found} instead of ${expected}`)
  process.exit(1)
}
