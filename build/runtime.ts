/** Finds the Electron runtime without ever downloading one: `require('electron')` would. */
import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'

const PACKAGE = join(import.meta.dirname, '..', 'node_modules', 'electron')

export const MISSING_RUNTIME = 'The Electron runtime is not installed here (npm does not bring it along); get it once with: npm run install-electron'

export interface Runtime {
  readonly executable: string
  /** Folder that holds it. */
  readonly dist: string
}

function executableName(): string {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron')
  return process.platform === 'win32' ? 'electron.exe' : 'electron'
}

/** The runtime in ELECTRON_OVERRIDE_DIST_PATH, or the one that `npm run install-electron` left; null where there is none. */
export function findRuntime(): Runtime | null {
  const dist = process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(PACKAGE, 'dist')
  const executable = join(dist, executableName())
  return existsSync(executable) ? { executable, dist } : null
}

/** What the runtime says of itself: an overriding folder need not hold the version that package.json pins. */
export function runtimeVersion(runtime: Runtime): string {
  return execFileSync(runtime.executable, ['-p', 'process.versions.electron'], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, encoding: 'utf8' }).trim()
}
