/** `npm start`: builds the app and opens it. */
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { bundleApp, OUT } from './bundle.ts'
import { findRuntime, MISSING_RUNTIME } from './runtime.ts'

const runtime = findRuntime()
if (runtime === null) {
  console.error(MISSING_RUNTIME)
  process.exit(1)
}
await bundleApp()
// -r: the app must declare its scheme before the runtime is ready, whenever the runtime gets round to loading the folder.
const app = spawn(runtime.executable, ['-r', join(OUT, 'main', 'app.cjs'), join(import.meta.dirname, '..'), ...process.argv.slice(2)], { stdio: 'inherit' })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.kill(signal))
app.on('exit', (code) => process.exit(code ?? 1))
