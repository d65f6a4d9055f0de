/** Secrets that have served are overwritten where they lie in a buffer of ours: what was drawn by chance, what a person gave, and what was made of both. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Random } from '../../../shared/base/ports.ts'
import {
  composeKeyFile, createIdentity, drawRecoveryCode, FLOOR_COST, forgetIdentity, forgetSecret, passphraseSecret, parseRecoveryCode, ready, recoverySecret, sealerOf, type VaultSecret,
} from '../../../electron/engine/keys/index.ts'
import { createDrawnCode } from '../../../electron/engine/drawnCode.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

beforeAll(ready)

/** Chance that remembers what it gave out. */
function watched(seed: number): { readonly random: Random; given(count: number): Uint8Array[] } {
  const draw = seededRandom(seed)
  const all: Uint8Array[] = []
  return {
    random(count) {
      const bytes = draw(count)
      all.push(bytes)
      return bytes
    },
    given: (count) => all.filter((bytes) => bytes.length === count),
  }
}

const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0)

describe('overwritten is', () => {
  it('the key of a file that is sealed, and what its recipients’ secrets were made of', () => {
    const { given, random } = watched(7)
    const recipients = [createIdentity(seededRandom(1)).sealingKey, createIdentity(seededRandom(2)).sealingKey]
    sealerOf(random).begin(recipients)
    expect(given(64)).toHaveLength(4)
    expect(given(64).every(isBlank)).toBe(true)
    // The throw-away keys, the file key, and the salt, which the file shows.
    expect(given(32).map(isBlank).filter(Boolean)).toHaveLength(1)
  })

  it('the recovery code that was drawn, once it is written', () => {
    const { given, random } = watched(3)
    drawRecoveryCode(random)
    expect(given(20).map(isBlank)).toEqual([true])
  })

  it('a recovery code and the hash of a key file, once they have opened something', () => {
    const code = parseRecoveryCode(drawRecoveryCode(seededRandom(5)))
    if (!code.ok) throw new Error(code.error)
    forgetSecret(recoverySecret(code.value))
    expect(isBlank(code.value)).toBe(true)
    const hash = seededRandom(6)(32)
    const secret: VaultSecret = passphraseSecret('seven grey herons', hash)
    composeKeyFile(secret, seededRandom(8)(32), FLOOR_COST, seededRandom(9))
    expect(isBlank(hash)).toBe(false)
    forgetSecret(secret)
    expect(isBlank(hash)).toBe(true)
  })

  it('every secret half of an identity that is given up', () => {
    const identity = createIdentity(seededRandom(4))
    forgetIdentity(identity)
    const { sealing, signingSecret, signingSeed } = identity
    expect([signingSeed, signingSecret, sealing?.seed, sealing?.secret].map((secret) => secret !== undefined && isBlank(secret))).toEqual([true, true, true, true])
  })
})

it('a drawn code may be given again after a slip beside it, and never once it opens a vault', () => {
  const codes = createDrawnCode(seededRandom(11))
  const written = codes.draw()
  expect([codes.take(written).ok, codes.take(written).ok]).toEqual([true, true])
  codes.forget()
  expect(codes.take(written)).toMatchObject({ ok: false, error: { code: 'recovery-code-stale' } })
})
