/** A stick in a folder, and everything that can happen to the files on it. */
import { copyFileSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Dice } from './dice.ts'

/** Who made a file for whom, and how far its sender had the roster. `whole` until something happens to it. */
export interface Courier {
  readonly from: Delegation
  readonly to: readonly Delegation[]
  readonly epoch: number
  /** Whether it brings the roster to somebody who has none. */
  readonly bringsRoster: boolean
  /** What is in it. */
  readonly events: readonly EventId[]
  /** Attachments whose content is in it. */
  readonly contents: readonly EventId[]
}

export interface StickFile {
  readonly name: string
  courier: Courier
  whole: boolean
}

export const STICK_FAULTS = ['drop', 'duplicate', 'cut', 'flip', 'swap', 'replay'] as const
export type StickFault = (typeof STICK_FAULTS)[number]

export interface Stick {
  readonly folder: string
  path(name: string): string
  readonly files: StickFile[]
  /** Takes up what the engine just wrote under this name. */
  add(name: string, courier: Courier): void
  /** Something happens to one file. Nothing where there is none. */
  befall(fault: StickFault, dice: Dice): string
  /** The files as they lie there at this moment: when the power fails, nobody takes back what was written. */
  remember(): void
  /** Puts them back. Names that nobody was told of are lost to the run. */
  restore(): void
  empty(): void
  remove(): void
}

export function createStick(): Stick {
  const folder = mkdtempSync(join(tmpdir(), 'chancery-sim-'))
  const path = (name: string): string => join(folder, name)
  /** Every file that ever lay here, as it was when it was whole. */
  let drawer: { readonly courier: Courier; readonly bytes: Uint8Array }[] = []
  let moment = new Map<string, Uint8Array>()
  let copies = 0
  const files: StickFile[] = []
  const put = (bytes: Uint8Array, courier: Courier, whole: boolean): string => {
    const name = `copy-${++copies}.chbundle`
    writeFileSync(path(name), bytes)
    files.push({ name, courier, whole })
    return name
  }
  const spoil = (file: StickFile, bytes: Uint8Array): void => {
    writeFileSync(path(file.name), bytes)
    file.whole = false
  }

  function happen(fault: StickFault, file: StickFile, dice: Dice): string {
    const bytes = new Uint8Array(readFileSync(path(file.name)))
    switch (fault) {
      case 'drop': {
        rmSync(path(file.name))
        files.splice(files.indexOf(file), 1)
        return file.name
      }
      case 'duplicate': {
        const name = `copy-${++copies}.chbundle`
        copyFileSync(path(file.name), path(name))
        files.push({ name, courier: file.courier, whole: file.whole })
        return `${file.name} as ${name}`
      }
      case 'cut': {
        spoil(file, bytes.subarray(0, dice.below(bytes.length)))
        return file.name
      }
      case 'flip': {
        const at = dice.below(Math.max(1, bytes.length))
        spoil(file, bytes.map((byte, place) => (place === at ? byte ^ (1 << dice.below(8)) : byte)))
        return `${file.name} at ${at}`
      }
      case 'swap': return swap(file, dice.pick(files))
      case 'replay': {
        const old = dice.pick(drawer)
        return put(old.bytes, old.courier, true)
      }
    }
  }

  /** Two files under one another's names: what is inside counts, not what is written on it. */
  function swap(one: StickFile, other: StickFile): string {
    const [first, second] = [readFileSync(path(one.name)), readFileSync(path(other.name))]
    writeFileSync(path(one.name), second)
    writeFileSync(path(other.name), first)
    const [was, will] = [{ ...one }, { ...other }]
    Object.assign(one, { courier: will.courier, whole: will.whole })
    Object.assign(other, { courier: was.courier, whole: was.whole })
    return `${one.name} and ${other.name}`
  }

  return {
    folder, path, files,
    add(name, courier) {
      drawer.push({ courier, bytes: new Uint8Array(readFileSync(path(name))) })
      files.push({ name, courier, whole: true })
    },
    befall: (fault, dice) => (files.length === 0 ? 'nothing there' : happen(fault, dice.pick(files), dice)),
    remember() {
      moment = new Map(readdirSync(folder).map((name) => [name, new Uint8Array(readFileSync(path(name)))]))
    },
    restore() {
      for (const [name, bytes] of moment) if (!existsSync(path(name))) writeFileSync(path(name), bytes)
      moment = new Map()
    },
    empty() {
      for (const name of readdirSync(folder)) rmSync(path(name))
      files.length = 0
      drawer = []
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
