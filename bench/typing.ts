/** Typing in a text of two hundred pages, in the real app: the desktop test measures it and keeps its figure. Needs Electron's program and a display. */
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Measured } from './measure.ts'

const ROOT = join(import.meta.dirname, '..')
const FIGURE = join(ROOT, 'test', 'e2e', 'artifacts', 'typing.txt')

export async function benchTyping(): Promise<Measured[]> {
  rmSync(FIGURE, { force: true })
  const words = [join(ROOT, 'node_modules', '@playwright', 'test', 'cli.js'), 'test', join('test', 'e2e', 'drafting.spec.ts'), '-g', 'two hundred pages']
  spawnSync(process.execPath, words, { cwd: ROOT, stdio: 'ignore' })
  console.log(existsSync(FIGURE) ? readFileSync(FIGURE, 'utf8').trim() : 'Typing in a text of two hundred pages: not measured, the app could not be driven on this machine')
  return []
}
