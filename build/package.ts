/** `npm run package`: builds the app and packs it into an unpacked folder under build/dist. Other targets: `npm run package -- --linux AppImage deb`. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { bundleApp } from './bundle.ts'
import { findRuntime, runtimeVersion } from './runtime.ts'

const ROOT = join(import.meta.dirname, '..')

/** A runtime in an overriding folder is packed as it lies there, under its own version. */
function runtimeArguments(): string[] {
  const runtime = process.env['ELECTRON_OVERRIDE_DIST_PATH'] === undefined ? null : findRuntime()
  return runtime === null ? [] : [`-c.electronDist=${runtime.dist}`, `-c.electronVersion=${runtimeVersion(runtime)}`]
}

await bundleApp()
const asked = process.argv.slice(2)
const done = spawnSync('electron-builder', [...(asked.length === 0 ? ['--dir'] : asked), '--publish', 'never', ...runtimeArguments()], {
  cwd: ROOT,
  stdio: 'inherit',
  shell: process.platform === 'win32',
})
process.exitCode = done.status ?? 1
