/** The folder that a demo leaves. Only a folder that carries the demo's own marker file is ever replaced. */
import { existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DemoStopped } from './narrator.ts'

const MARKER_FILE = 'chancery-demo.marker'
const MARKER_WORDS = 'This folder was made by the Chancery demo, which may replace it.\n'

export interface DemoFolder {
  readonly root: string
  /** One folder per machine. */
  readonly vaults: string
  /** All that passes between the machines. */
  readonly stick: string
  /** What the secretariat hands out: texts, disposition tables, the certificate. */
  readonly papers: string
}

export function prepareDemoFolder(root: string): DemoFolder {
  if (existsSync(root)) clear(root)
  const folder = { root, vaults: join(root, 'vaults'), stick: join(root, 'stick'), papers: join(root, 'papers') }
  for (const path of Object.values(folder)) mkdirSync(path, { recursive: true })
  writeFileSync(join(root, MARKER_FILE), MARKER_WORDS)
  return folder
}

function clear(root: string): void {
  if (!lstatSync(root).isDirectory()) throw new DemoStopped(`${root} is not a folder; nothing was touched. Name another one with --out`)
  const names = readdirSync(root)
  if (names.length === 0) return
  if (!isDemoFolder(root)) {
    throw new DemoStopped(`${root} holds files that are not an earlier demo's; nothing was touched. Name another folder with --out`)
  }
  // The marker goes last: a clearing that was interrupted can be taken up again.
  for (const name of names) if (name !== MARKER_FILE) rmSync(join(root, name), { recursive: true })
}

function isDemoFolder(root: string): boolean {
  const marker = join(root, MARKER_FILE)
  return existsSync(marker) && lstatSync(marker).isFile() && readFileSync(marker, 'utf8') === MARKER_WORDS
}

/** Every file below a folder, as paths from it, sorted. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted()
}
