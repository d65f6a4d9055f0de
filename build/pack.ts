/** Packs what build/out holds, by electron-builder. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { findRuntime, runtimeVersion } from './runtime.ts'

const ROOT = join(import.meta.dirname, '..')

/** A runtime in an overriding folder is packed as it lies there, under its own version. */
function runtimeArguments(): string[] {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined ? null : findRuntime()
  return runtime === null ? [] : [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtimeVersion(runtime)}`]
}

/** `asked` are targets of electron-builder: left out, an unpacked folder under build/dist. Its exit code. */
export function pack(asked: readonly string[] = []): number {
  const done = spawnSync('electron-builder', [...(asked.length === 0 ? ['--dir'] : asked), '--publish', 'never', ...runtimeArguments()], {
    cwd: ROOT,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  })
  return done.status ?? 1
}
