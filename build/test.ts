/** `npm test`: lint, types, tests, desktop tests; adds them all up and ends with one line. */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { findRuntime, MISSING_RUNTIME } from './runtime.ts'
import { temporaryRoot } from './temporary.ts'
import { checkCount, countLine, playwrightCount, total, vitestCount } from './testCount.ts'
import type { Count } from './testCount.ts'

const ROOT = join(import.meta.dirname, '..')
const RESULTS = join(ROOT, 'test-results')
/** What the proofs lay down; gone with the run. */
const SCRATCH = mkdtempSync(join(temporaryRoot(), 'chancery-proofs-'))
const ALL_MUST_RUN = process.env['DESKTOP_TESTS'] === 'required'

function run(title: string, command: string, args: readonly string[], environment: Readonly<Record<string, string>> = {}): boolean {
  console.log(`\n== ${title}`)
  // A shell on Windows, where npm's commands are scripts.
  const done = spawnSync(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...environment }, shell: process.platform === 'win32' })
  return done.status === 0
}

function readReport(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null
}

function runTests(): Count {
  const path = join(RESULTS, 'vitest.json')
  const succeeded = run('Tests', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${path}`])
  return vitestCount(succeeded, readReport(path))
}

/** Why the desktop tests cannot run on this machine; null where they can. */
function obstacle(): string | null {
  if (findRuntime() === null) return MISSING_RUNTIME
  const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']
  return noDisplay ? 'There is no display (a virtual one will do: xvfb-run -a npm test)' : null
}

function runDesktopTests(): Count {
  const why = obstacle()
  if (why !== null) {
    console.log(`\n!!! DESKTOP TESTS ${ALL_MUST_RUN ? 'ARE REQUIRED BUT CANNOT RUN' : 'SKIPPED'}: ${why}`)
    return { passed: 0, failed: ALL_MUST_RUN ? 1 : 0, skipped: 0 }
  }
  const path = join(RESULTS, 'playwright.json')
  const succeeded = run('Desktop tests', 'playwright', ['test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: path })
  return playwrightCount(succeeded, readReport(path))
}

rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })
/** One proof is a script that fails where a law does not hold; it counts as one test. `node` is the one that runs this (build/node.mjs). */
function prove(script: string, ...args: string[]): Promise<Count> {
  const child = spawn('node', [join('test', script), ...args], {
    cwd: ROOT, stdio: 'inherit', env: { ...process.env, TMPDIR: SCRATCH }, shell: process.platform === 'win32',
  })
  return new Promise((resolve) => {
    child.on('error', () => resolve(checkCount(false)))
    child.on('exit', (code) => resolve(checkCount(code === 0)))
  })
}

/** Two of them take one processor each; the third takes both. */
async function runProofs(): Promise<Count[]> {
  console.log('\n== Simulated exchange, and fuzzing of the door')
  const together = await Promise.all([prove('sim/exchange/main.ts', '--seeds', '300'), prove('fuzz/main.ts', '--seconds', '60')])
  console.log('\n== The door without each of its checks')
  return [...together, await prove('checks/run.ts')]
}

const counts = [checkCount(run('Lint', 'oxlint', [])), checkCount(run('Types', 'tsc', [])), runTests(), ...(await runProofs()), runDesktopTests()]
rmSync(SCRATCH, { recursive: true, force: true })
const result = total(counts, ALL_MUST_RUN)
if (result.skipped > 0) console.log(`\n!!! ${result.skipped} TESTS WERE SKIPPED${ALL_MUST_RUN ? ', which counts as failed here' : ''}`)
console.log(`\n${countLine(result)}`)
process.exitCode = result.failed === 0 ? 0 : 1
