/** Starts the real app with a profile of its own, drives the machine's dialogs, and hears every breach of the content security policy. */
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import type { ElectronApplication, Page } from '@playwright/test'
import { findRuntime, MISSING_RUNTIME } from '../../build/runtime.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const ARTIFACTS = join(import.meta.dirname, 'artifacts')
const MAIN = join(ROOT, 'build', 'out', 'main', 'app.cjs')
/** Chromium's sandbox refuses to run as root; test machines have no graphics card. Never part of the app. */
const TEST_SWITCHES = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-gpu'] : ['--disable-gpu']

export interface Desktop {
  readonly app: ElectronApplication
  readonly page: Page
  /** What the browser said about the content security policy and Trusted Types, from the first load on. */
  readonly violations: readonly string[]
  /** Errors that nobody caught in the page, and errors on its console. */
  readonly errors: readonly string[]
  /** Closes the window as a person would, and waits for the end of the app. */
  close(): Promise<void>
}

/** A new empty folder outside the project. Whoever makes it removes it. */
export function temporaryFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `chancery-${name}-`))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

function listen(page: Page, violations: string[], errors: string[]): void {
  page.on('console', (message) => {
    if (/Content[- ]Security[- ]Policy|Trusted(HTML|Script|Type)/i.test(message.text())) violations.push(message.text())
    else if (message.type() === 'error') errors.push(message.text())
  })
  page.on('pageerror', (error) => errors.push(String(error)))
}

/** -r: the app must declare its scheme before the runtime is ready, whenever the runtime gets round to loading the folder. */
function argumentsFor(profile: string, switches: readonly string[] = []): string[] {
  return ['-r', MAIN, ...TEST_SWITCHES, ...switches, `--user-data-dir=${profile}`, ROOT]
}

/** Starts the app once more with a profile that is in use, as a second press on its icon does, and waits for its end; its exit code. */
export async function startAgain(profile: string): Promise<number> {
  const runtime = findRuntime()
  if (runtime === null) throw new Error(MISSING_RUNTIME)
  const [code] = (await once(spawn(runtime.executable, argumentsFor(profile), { cwd: ROOT, stdio: 'ignore' }), 'exit')) as [number]
  return code
}

/** The app's own command line, without a window and without a vault of its own: what it said, and its exit code. */
export function runCommand(words: readonly string[]): { code: number | null; out: string; err: string } {
  const runtime = findRuntime()
  if (runtime === null) throw new Error(MISSING_RUNTIME)
  const ran = spawnSync(runtime.executable, ['-r', MAIN, ...TEST_SWITCHES, ROOT, 'cli', ...words], { cwd: ROOT, encoding: 'utf8' })
  return { code: ran.status, out: ran.stdout, err: ran.stderr }
}

/** `profile` is the folder that holds the vault, as --user-data-dir names it. */
export async function launchDesktop(profile: string, environment: Readonly<Record<string, string>> = {}, switches: readonly string[] = []): Promise<Desktop> {
  const app = await launched(() => _electron.launch({
    args: argumentsFor(profile, switches),
    cwd: ROOT,
    env: { ...inheritedEnvironment(), ...environment },
  }))
  const page = await app.firstWindow()
  const violations: string[] = []
  const errors: string[] = []
  listen(page, violations, errors)
  // The first load may have spoken before anybody listened: load again and hear it all.
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => console.error(`Content Security Policy: ${event.violatedDirective} ${event.blockedURI}`))
  })
  await page.waitForLoadState('load')
  await page.reload()
  return { app, page, violations, errors, close: () => closeDesktop(app) }
}

/**
 * A virtual display begins anew when its last window closes, and takes nobody in at that moment: whoever starts just then is told that there
 * is no display. Only that is tried again; an app that does not start for a reason of its own fails at once.
 */
async function launched(launch: () => Promise<ElectronApplication>, attempts = 3): Promise<ElectronApplication> {
  try {
    return await launch()
  } catch (error) {
    if (attempts === 1 || !(error instanceof Error && error.message.includes('Missing X server'))) throw error
    return launched(launch, attempts - 1)
  }
}

function inheritedEnvironment(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}

async function closeDesktop(app: ElectronApplication): Promise<void> {
  const ended = app.waitForEvent('close')
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().forEach((window) => window.close())).catch(() => undefined)
  await ended
}

/** The next file or folder dialog answers with this path; null closes it without an answer. Says whether it has come up and was answered. */
export async function answerNextDialog(app: ElectronApplication, path: string | readonly string[] | null): Promise<() => Promise<boolean>> {
  const next = await app.evaluateHandle(({ dialog }, chosen) => {
    const asked = { answered: false }
    const original = dialog.showOpenDialog
    dialog.showOpenDialog = async () => {
      dialog.showOpenDialog = original
      asked.answered = true
      return { canceled: chosen.length === 0, filePaths: [...chosen] }
    }
    return asked
  }, path === null ? [] : typeof path === 'string' ? [path] : path)
  return async () => (await next.jsonValue()).answered
}

/** Process ids of the running engines: one while the app lives. */
export function enginePids(app: ElectronApplication): Promise<number[]> {
  return app.evaluate(({ app: host }) => host.getAppMetrics().filter((one) => one.name === 'Chancery engine').map((one) => one.pid))
}

/** Windows of the app, those that nobody sees included. */
export function windowCount(app: ElectronApplication): Promise<number> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** A measured figure, for a person to read; no test depends on it. */
export function keepFigure(name: string, line: string): void {
  mkdirSync(ARTIFACTS, { recursive: true })
  writeFileSync(join(ARTIFACTS, `${name}.txt`), `${line}\n`)
  console.log(line)
}

/** Keeps a picture of the screen for a person to look at, in an ignored folder. */
export async function keepScreenshot(page: Page, name: string): Promise<void> {
  mkdirSync(ARTIFACTS, { recursive: true })
  await page.screenshot({ path: join(ARTIFACTS, `${name}.png`) })
}
