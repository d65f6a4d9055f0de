/** The frozen vaults: one of every version of the schema, each in a folder of its own, kept for ever. */
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const FOLDER = join(import.meta.dirname, 'vaults')

/** What a frozen vault was filled with, as its own version showed it. Null where that version had no such thing. */
export interface FrozenHolding {
  readonly installation: string
  readonly circle: string
  readonly dossier: string
  readonly text: string
  readonly events: number
  readonly draft: string | null
  readonly attachment: { readonly event: string; readonly hash: string } | null
}

export function frozenFolder(version: number): string {
  return join(FOLDER, `v${version}`)
}

export function isFrozen(version: number): boolean {
  return existsSync(join(frozenFolder(version), 'vault.key')) && existsSync(join(frozenFolder(version), 'holds.json'))
}

export function frozenHolding(version: number): FrozenHolding {
  return JSON.parse(readFileSync(join(frozenFolder(version), 'holds.json'), 'utf8')) as FrozenHolding
}

/** The vault alone, to be opened; the frozen one itself never is. */
export function thawVault(version: number, to: string): void {
  cpSync(frozenFolder(version), to, { recursive: true, filter: (source) => !source.endsWith('holds.json') })
}
