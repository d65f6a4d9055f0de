import { beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../../shared/base/bytes.ts'
import {
  FLOOR_COST, KEY_FILE_BYTES, calibratedCost, changePassphrase, composeKeyFile, forgetPreviousPassphrase, openKeyFile, ready, subkeyOf, DEFAULT_COST, CEILING_COST,
} from '../../../electron/engine/keys/index.ts'
import { sodium } from '../../../electron/engine/keys/sodium.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const random = seededRandom(7)
const dek = random(32)
let file: Uint8Array

beforeAll(async () => {
  await ready()
  file = composeKeyFile('first words', dek, FLOOR_COST, random)
})

/** Someone who alters the file can compute the checksum anew. */
function altered(at: number, value: number): Uint8Array {
  const copy = file.slice()
  copy[at] = value
  const covered = copy.subarray(0, KEY_FILE_BYTES - 32)
  copy.set(sodium.crypto_generichash(32, Buffer.concat([Buffer.from('chancery/vault/v1/sum\0'), covered]), null), covered.length)
  return copy
}

describe('vault.key', () => {
  it('opens with its passphrase and no other', () => {
    expect(file.length).toBe(KEY_FILE_BYTES)
    expect(openKeyFile(file, 'first words')).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(openKeyFile(file, 'first word')).toEqual({ ok: false, error: 'passphrase-wrong' })
  })

  it('holds neither the data key nor a hash of it in the clear', () => {
    expect(hex(file)).not.toContain(hex(dek))
  })

  it('says that it is damaged, wherever a byte has changed, and never that the passphrase is wrong', () => {
    for (let at = 0; at < file.length; at++) {
      const copy = file.slice()
      copy[at] = (copy[at] ?? 0) ^ 1
      const opened = openKeyFile(copy, 'first words')
      expect([at, opened.ok ? null : opened.error]).toEqual([at, 'vault-damaged'])
    }
    expect(openKeyFile(file.subarray(0, 100), 'first words')).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(new Uint8Array(0), 'first words')).toEqual({ ok: false, error: 'vault-damaged' })
  })

  it('of a newer version is refused as such', () => {
    const copy = file.slice()
    copy[8] = 2
    expect(openKeyFile(copy, 'first words')).toEqual({ ok: false, error: 'vault-newer' })
  })

  it('binds its head and its parameters to the wrapped key, against somebody who repairs the checksum', () => {
    for (const at of [9, 24, 34, 50, 74]) expect(openKeyFile(altered(at, (file[at] ?? 0) ^ 1), 'first words')).toEqual({ ok: false, error: 'passphrase-wrong' })
  })

  it('asking for more memory or passes than the ceiling, or less than the floor, is refused before any is spent', () => {
    expect(openKeyFile(altered(30, 0xff), 'first words')).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(altered(26, 0xff), 'first words')).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(altered(29, 1), 'first words')).toEqual({ ok: false, error: 'vault-damaged' })
  })

  it('after a change of passphrase opens with both until the old one is forgotten, and gives the same data key', () => {
    const changed = changePassphrase(file, 'second words', dek, FLOOR_COST, random)
    if (!changed.ok) throw new Error(changed.error)
    expect(openKeyFile(changed.value, 'second words')).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(openKeyFile(changed.value, 'first words')).toEqual({ ok: true, value: { dek, slot: 'previous' } })
    const settled = forgetPreviousPassphrase(changed.value)
    if (!settled.ok) throw new Error(settled.error)
    expect(openKeyFile(settled.value, 'first words')).toEqual({ ok: false, error: 'passphrase-wrong' })
    expect(openKeyFile(settled.value, 'second words')).toEqual({ ok: true, value: { dek, slot: 'current' } })
  })
})

describe('keys around the vault', () => {
  it('each use has a subkey of its own', () => {
    const keys = (['db', 'blobs', 'local'] as const).map((use) => hex(subkeyOf(dek, use)))
    expect(new Set([...keys, hex(dek)]).size).toBe(4)
    expect(keys.every((key) => key.length === 64)).toBe(true)
  })

  it('calibration never goes below the default nor above the ceiling', () => {
    const clock = (stepMs: number) => {
      let now = 0
      return () => (now += stepMs)
    }
    expect(calibratedCost(clock(10_000))).toEqual(DEFAULT_COST)
    expect(calibratedCost(clock(0))).toEqual({ ...DEFAULT_COST, passes: CEILING_COST.passes })
    expect(calibratedCost(clock(125))).toEqual({ ...DEFAULT_COST, passes: 6 })
  })
})
