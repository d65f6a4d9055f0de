/**
 * A vault that comes out of a backup: received whole in `new`, like one that is being made, and moved out of it with the key file last. A vault
 * that stands in its place goes into a folder of its own first; nothing of it is removed.
 */
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { HEAD_FILE } from './headFile.ts'
import { flushFolder } from './replaceFile.ts'
import type { Store } from './store.ts'
import { BEFORE_MIGRATION, BLOBS, DATABASE, KEY_FILE, openAt, STAGING, vaultExists, writeDurably, type StoreFault } from './vaultFolder.ts'

export interface Receiving {
  database(part: Uint8Array): void
  blob(name: string, part: Uint8Array): void
  /** What was received is on the disk. */
  end(): void
}

/** Throws what the disk throws. */
export function receiveVault(folder: string): Receiving {
  const staging = join(folder, STAGING)
  // What an interrupted restoring moved goes before `new`: without the key file in there it would count as a vault.
  if (!vaultExists(folder)) forgetPlaced(folder)
  discardReceived(folder)
  mkdirSync(join(staging, BLOBS), { recursive: true, mode: 0o700 })
  let current: { readonly path: string; readonly handle: number } | null = null
  const end = (): void => {
    if (current === null) return
    const { handle } = current
    current = null
    try {
      fsyncSync(handle)
    } finally {
      closeSync(handle)
    }
  }
  const append = (path: string, part: Uint8Array): void => {
    if (current?.path !== path) {
      end()
      current = { path, handle: openSync(path, 'wx', 0o600) }
    }
    for (let at = 0; at < part.length;) at += writeSync(current.handle, part, at)
  }
  return {
    database: (part) => append(join(staging, DATABASE), part),
    blob: (name, part) => append(join(staging, BLOBS, name), part),
    end,
  }
}

export function discardReceived(folder: string): void {
  rmSync(join(folder, STAGING), { recursive: true, force: true })
}

/** The received database, brought up to date. */
export function openReceived(folder: string, rawKeyHex: string): Result<Store, StoreFault> {
  return openAt(join(folder, STAGING), rawKeyHex, 'existing')
}

/** From here on it is the vault of this folder. Answers the name of the folder into which one that was here went. */
export function placeReceived(folder: string, keyFile: Uint8Array, replace: boolean): Result<string | null, 'vault-exists'> {
  const staging = join(folder, STAGING)
  const there = vaultExists(folder)
  if (there && !replace) return err('vault-exists')
  rmSync(join(staging, BEFORE_MIGRATION), { force: true })
  writeDurably(join(staging, KEY_FILE), keyFile)
  flushFolder(join(staging, BLOBS))
  const aside = there ? freeName(folder) : null
  try {
    if (aside !== null) moveAll(folder, join(folder, aside))
    forgetPlaced(folder)
    for (const name of [BLOBS, DATABASE, KEY_FILE]) renameSync(join(staging, name), join(folder, name))
  } catch (error) {
    if (!existsSync(join(folder, KEY_FILE))) takeBack(folder, aside)
    throw error
  }
  flushFolder(folder)
  discardReceived(folder)
  return ok(aside)
}

/** Without a vault here, what bears these names is left of something that was interrupted. */
function forgetPlaced(folder: string): void {
  for (const name of [BLOBS, HEAD_FILE, DATABASE, `${DATABASE}-wal`]) rmSync(join(folder, name), { recursive: true, force: true })
}

/** As far as the disk lets it: what it does not is cleared away by the next restoring, and a vault that was moved aside is whole where it is. */
function takeBack(folder: string, aside: string | null): void {
  try {
    forgetPlaced(folder)
    if (aside !== null) moveAll(join(folder, aside), folder)
    if (aside !== null) rmSync(join(folder, aside), { recursive: true, force: true })
    discardReceived(folder)
  } catch {
    // The disk that failed before.
  }
}

/** The database first: interrupted after it, the folder still counts as a vault, and the rest is moved the next time. */
function moveAll(from: string, to: string): void {
  mkdirSync(to, { recursive: true, mode: 0o700 })
  for (const file of [DATABASE, `${DATABASE}-wal`, BLOBS, HEAD_FILE, BEFORE_MIGRATION, KEY_FILE]) {
    if (existsSync(join(from, file))) renameSync(join(from, file), join(to, file))
  }
  flushFolder(to)
}

function freeName(folder: string): string {
  const taken = new Set(readdirSync(folder))
  for (let number = 1; ; number++) if (!taken.has(`moved-aside-${number}`)) return `moved-aside-${number}`
}
