import { beforeAll, describe, expect, it } from 'vitest'
import { hex } from '../../../shared/base/bytes.ts'
import {
  FLOOR_COST, KEY_FILE_BYTES, calibratedCost, changePassphrase, composeKeyFile, forgetPreviousPassphrase, openKeyFile, passphraseSecret, ready, recoverySecret,
  replaceRecoveryCode, subkeyOf, viewKeyFile, DEFAULT_COST, CEILING_COST, type OpenedKeyFile, type VaultSecret,
} from '../../../electron/engine/keys/index.ts'
import { sodium } from '../../../electron/engine/keys/sodium.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const random = seededRandom(7)
const dek = random(32)
const FIRST = passphraseSecret('first words')
const SECOND = passphraseSecret('second words')
const KEY_HASH = random(32)
const CODE = recoverySecret(random(20))
let file: Uint8Array
let withCode: Uint8Array
let both: Uint8Array

beforeAll(async () => {
  await ready()
  file = composeKeyFile(FIRST, dek, FLOOR_COST, random)
  withCode = composeKeyFile(FIRST, dek, FLOOR_COST, random, { secret: CODE, cost: FLOOR_COST })
  both = composeKeyFile(passphraseSecret('first words', KEY_HASH), dek, FLOOR_COST, random)
})

/** Someone who alters the file can compute the checksum anew. */
function altered(at: number, value: number, original: Uint8Array = file): Uint8Array {
  const copy = original.slice()
  copy[at] = value
  const covered = copy.subarray(0, KEY_FILE_BYTES - 32)
  copy.set(sodium.crypto_generichash(32, Buffer.concat([Buffer.from('chancery/vault/v1/sum\0'), covered]), null), covered.length)
  return copy
}

function valueOf<T>(result: { ok: true; value: T } | { ok: false; error: string }): T {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

function withPassphrase(bytes: Uint8Array, opened: OpenedKeyFile, secret: VaultSecret): Uint8Array {
  return valueOf(changePassphrase(bytes, opened, { secret, cost: FLOOR_COST }, random))
}

function hashOf(seed: number): Uint8Array {
  return seededRandom(seed)(32)
}

describe('vault.key', () => {
  it('opens with its passphrase and no other', () => {
    expect(file.length).toBe(KEY_FILE_BYTES)
    expect(openKeyFile(file, FIRST)).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(openKeyFile(file, passphraseSecret('first word'))).toEqual({ ok: false, error: 'passphrase-wrong' })
  })

  it('holds neither the data key nor a hash of it in the clear', () => {
    expect(hex(file)).not.toContain(hex(dek))
  })

  it('says that it is damaged, wherever a byte has changed, and never that the passphrase is wrong', () => {
    for (let at = 0; at < file.length; at++) {
      const copy = file.slice()
      copy[at] = (copy[at] ?? 0) ^ 1
      const opened = openKeyFile(copy, FIRST)
      expect([at, opened.ok ? null : opened.error]).toEqual([at, 'vault-damaged'])
    }
    expect(openKeyFile(file.subarray(0, 100), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(new Uint8Array(0), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
  })

  it('of a newer version is refused as such', () => {
    const copy = file.slice()
    copy[8] = 2
    expect(openKeyFile(copy, FIRST)).toEqual({ ok: false, error: 'vault-newer' })
  })

  it('binds its head and its parameters to the wrapped key, against somebody who repairs the checksum', () => {
    for (const at of [9, 24, 34, 50, 74]) expect(openKeyFile(altered(at, (file[at] ?? 0) ^ 1), FIRST)).toEqual({ ok: false, error: 'passphrase-wrong' })
  })

  it('asking for more memory or passes than the ceiling, or less than the floor, is refused before any is spent', () => {
    expect(openKeyFile(altered(30, 0xff), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(altered(26, 0xff), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
    expect(openKeyFile(altered(29, 1), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
  })

  it('after a change of passphrase opens with both until the old one is forgotten, and gives the same data key', () => {
    const changed = withPassphrase(file, { dek, slot: 'current' }, SECOND)
    expect(openKeyFile(changed, SECOND)).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(openKeyFile(changed, FIRST)).toEqual({ ok: true, value: { dek, slot: 'previous' } })
    expect(viewKeyFile(changed)).toMatchObject({ value: { hasPrevious: true } })
    const settled = valueOf(forgetPreviousPassphrase(changed))
    expect(openKeyFile(settled, FIRST)).toEqual({ ok: false, error: 'passphrase-wrong' })
    expect(openKeyFile(settled, SECOND)).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(viewKeyFile(settled)).toMatchObject({ value: { hasPrevious: false } })
  })

  it('after two changes that were both cut off still opens with what opened it last', () => {
    const once = withPassphrase(file, { dek, slot: 'current' }, SECOND)
    const twice = withPassphrase(once, { dek, slot: 'previous' }, passphraseSecret('third words'))
    expect(openKeyFile(twice, FIRST)).toEqual({ ok: true, value: { dek, slot: 'previous' } })
  })

  it('is refused as damaged where it has no current passphrase, or a kind of slot in a place that is not for it', () => {
    for (const kind of [0, 3, 4]) expect(openKeyFile(altered(25, kind), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
    for (const kind of [0, 1, 2]) expect(openKeyFile(altered(25 + 2 * 97, kind, withCode), FIRST)).toEqual({ ok: false, error: 'vault-damaged' })
  })
})

describe('vault.key with a key file', () => {
  it('opens with both and with neither alone, and says beforehand that it asks for one', () => {
    expect(viewKeyFile(both)).toMatchObject({ value: { needsKeyFile: true } })
    expect(viewKeyFile(file)).toMatchObject({ value: { needsKeyFile: false } })
    expect(openKeyFile(both, passphraseSecret('first words', KEY_HASH))).toEqual({ ok: true, value: { dek, slot: 'current' } })
    expect(openKeyFile(both, FIRST)).toEqual({ ok: false, error: 'key-file-needed' })
    expect(openKeyFile(both, passphraseSecret('first words', hashOf(1)))).toEqual({ ok: false, error: 'passphrase-wrong' })
  })

  it('that was made without one opens with a key file at hand as well', () => {
    expect(openKeyFile(file, passphraseSecret('first words', KEY_HASH))).toEqual({ ok: true, value: { dek, slot: 'current' } })
  })

  it('cannot be turned into one that asks for none', () => {
    expect(openKeyFile(altered(25, 1, both), FIRST)).toEqual({ ok: false, error: 'passphrase-wrong' })
  })
})

describe('vault.key with a recovery code', () => {
  it('opens with the code; a new code makes the one before useless', () => {
    expect(openKeyFile(withCode, CODE)).toEqual({ ok: true, value: { dek, slot: 'recovery' } })
    const next = recoverySecret(hashOf(2).subarray(0, 20))
    const replaced = valueOf(replaceRecoveryCode(withCode, dek, { secret: next, cost: FLOOR_COST }, random))
    expect(openKeyFile(replaced, CODE)).toEqual({ ok: false, error: 'recovery-code-wrong' })
    expect(openKeyFile(replaced, next)).toEqual({ ok: true, value: { dek, slot: 'recovery' } })
    expect([viewKeyFile(file), viewKeyFile(replaced)]).toMatchObject([{ value: { hasRecoveryCode: false } }, { value: { hasRecoveryCode: true } }])
  })

  it('keeps the code over a change of passphrase, and the passphrase that was forgotten until the new one is tried', () => {
    const recovered = withPassphrase(withCode, { dek, slot: 'recovery' }, SECOND)
    expect(openKeyFile(recovered, FIRST)).toEqual({ ok: true, value: { dek, slot: 'previous' } })
    expect(openKeyFile(valueOf(forgetPreviousPassphrase(recovered)), CODE)).toEqual({ ok: true, value: { dek, slot: 'recovery' } })
  })

  it('takes the bytes of the code for no passphrase, whatever the slot says of itself', () => {
    expect(openKeyFile(withCode, passphraseSecret(String.fromCharCode(...(CODE.kind === 'recovery-code' ? CODE.code : []))))).toMatchObject({ ok: false })
    expect(openKeyFile(file, CODE)).toEqual({ ok: false, error: 'recovery-code-wrong' })
  })
})

describe('keys around the vault', () => {
  it('each use has a subkey of its own', () => {
    const keys = (['db', 'blobs', 'local'] as const).map((use) => hex(subkeyOf(dek, use)))
    expect(new Set([...keys, hex(dek)]).size).toBe(4)
    expect(keys.every((key) => key.length === 64)).toBe(true)
  })

  it('the cost is measured and then stands in the file, where anybody can read it', () => {
    expect(viewKeyFile(file)).toMatchObject({ value: { cost: FLOOR_COST } })
    const dearer = composeKeyFile(FIRST, dek, { passes: 4, memoryKib: FLOOR_COST.memoryKib }, random)
    expect(viewKeyFile(dearer)).toMatchObject({ value: { cost: { passes: 4, memoryKib: 65_536 } } })
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
