/** One byte altered anywhere in the database or its journal: the vault is refused, or says what is wrong, or holds what it held; never anything else. */
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isDamage } from '../../../electron/engine/vault/connection.ts'
import { contentOf } from '../../sim/killedWork.ts'
import { openKnownVault, type KnownKey } from '../../fakes/knownKeyVault.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { makeDelegation, temporaryFolder } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'

const PAGE = 4096
const FLIPS_IN_EACH_PAGE = 6
const FLIPS_IN_THE_JOURNAL = 150

let root: string
let closed: string
/** As a killed engine leaves it: everything since it was opened stands in the journal. */
let killed: string
let rawKeyHex: string
/** What the vault held after each step, the last one first. */
const held: string[] = []

beforeAll(async () => {
  root = temporaryFolder()
  ;[closed, killed] = [join(root, 'closed'), join(root, 'killed')]
  const one = await makeDelegation({ folder: closed, delegation: 'CZ' })
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle, ['CZ'])
  await one.close()
  rawKeyHex = await databaseKey(closed)
  const vault = openKnownVault({ folder: closed, rawKeyHex }, 3)
  const note = (): void => void held.unshift(Buffer.from(contentOf(vault)).toString('hex'))
  note()
  for (const remark of ['One', 'Two', 'Three']) {
    await takePosition({ ...one, call: vault.call }, dossier, remark)
    note()
  }
  cpSync(closed, killed, { recursive: true })
  rmSync(join(killed, 'lock'))
  vault.close()
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** `refused`, `detected`, or how many steps lie between what it holds and the last one. */
async function verdictOn(vault: KnownKey): Promise<string> {
  try {
    const opened = openKnownVault(vault, 4)
    try {
      const content = Buffer.from(contentOf(opened)).toString('hex')
      const { faults } = await opened.call('vault.verify', {})
      return faults.length > 0 ? 'detected' : `holds state ${held.indexOf(content)}`
    } finally {
      opened.close()
    }
  } catch (error) {
    if (isDamage(error) || (error instanceof Error && /^(?:damaged|no session|vault\.verify refused: \{"code":"vault-damaged")/.test(error.message))) return 'refused'
    throw error
  }
}

async function verdictAfterFlip(folder: string, file: string, at: number): Promise<string> {
  const copy = join(root, 'flipped')
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy)
  cpSync(folder, copy, { recursive: true })
  const bytes = readFileSync(join(copy, file))
  bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
  writeFileSync(join(copy, file), bytes)
  return verdictOn({ folder: copy, rawKeyHex })
}

describe('a byte altered', () => {
  it('in any page of the database is refused or detected, and never gives another content', async () => {
    expect(await verdictOn({ folder: closed, rawKeyHex })).toBe('holds state 0')
    const size = readFileSync(join(closed, 'vault.db')).length
    const dice = seededRandom(11)
    const verdicts = new Map<string, number>()
    for (let at = 0; at < size; at += PAGE / FLIPS_IN_EACH_PAGE) {
      const place = Math.min(size - 1, Math.floor(at) + (dice(1)[0] ?? 0))
      const verdict = await verdictAfterFlip(closed, 'vault.db', place)
      // A page that is free holds nothing: the content is then what it was.
      expect(verdict, `byte ${place}`).toMatch(/^(?:refused|detected|holds state 0)$/)
      verdicts.set(verdict, (verdicts.get(verdict) ?? 0) + 1)
    }
    expect((verdicts.get('refused') ?? 0) + (verdicts.get('detected') ?? 0)).toBeGreaterThan((size / PAGE) * FLIPS_IN_EACH_PAGE * 0.9)
  }, 60_000)

  it('in the journal ends it there: the vault holds what it held after an earlier step, whole, and never anything else', async () => {
    expect(await verdictOn({ folder: copyOf(killed), rawKeyHex })).toBe('holds state 0')
    const size = readFileSync(join(killed, 'vault.db-wal')).length
    const dice = seededRandom(12)
    for (let flip = 0; flip < FLIPS_IN_THE_JOURNAL; flip++) {
      const [high = 0, middle = 0, low = 0] = dice(3)
      const at = (high * 65_536 + middle * 256 + low) % size
      expect(await verdictAfterFlip(killed, 'vault.db-wal', at), `byte ${at}`).toMatch(/^(?:refused|detected|holds state [0-9])$/)
    }
  }, 60_000)
})

function copyOf(folder: string): string {
  const copy = join(root, 'copy')
  cpSync(folder, copy, { recursive: true })
  return copy
}
