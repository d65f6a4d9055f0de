/** The primitives against published vectors. */
import { argon2Sync } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { fromHex, hex, utf8 } from '../../../shared/base/bytes.ts'
import type { SigningPublicKey } from '../../../shared/base/ports.ts'
import { FLOOR_COST, deriveKek, hasher, newHashing, passphraseSecret, ready, verifier } from '../../../electron/engine/keys/index.ts'
import { passwordOf } from '../../../electron/engine/keys/secret.ts'
import { sodium } from '../../../electron/engine/keys/sodium.ts'
import { ed25519Verify } from '../../vectors/oracle.ts'
import { publishedVectors } from '../../vectors/published.ts'

await ready()
const load = publishedVectors('../shared/vectors', console.warn)

interface Wycheproof<G> {
  readonly testGroups: readonly G[]
}

function outcome<T>(compute: () => T): T | null {
  try {
    return compute()
  } catch {
    return null
  }
}

if (load !== null) describe('published vectors', () => {
  it('X-Wing derives, encapsulates and decapsulates as its draft says', () => {
    const vectors = load<readonly { seed: string; eseed: string; ss: string; pk: string; ct: string }[]>('xwing')
    expect(vectors.length).toBeGreaterThan(0)
    for (const { seed, eseed, ss, pk, ct } of vectors) {
      const pair = sodium.crypto_kem_xwing_seed_keypair(fromHex(seed))
      expect(hex(pair.publicKey)).toBe(pk)
      const sent = sodium.crypto_kem_xwing_enc_deterministic(pair.publicKey, fromHex(eseed))
      expect([hex(sent.ciphertext), hex(sent.sharedSecret)]).toEqual([ct, ss])
      expect(hex(sodium.crypto_kem_xwing_dec(fromHex(ct), pair.privateKey))).toBe(ss)
    }
  })

  it('ML-KEM-768 derives its keys as FIPS 203 says', () => {
    const { testGroups } = load<Wycheproof<{ tests: readonly { seed: string; ek: string; result: string }[] }>>('mlkem_768_keygen_seed')
    const tests = testGroups.flatMap((group) => group.tests)
    expect(tests.length).toBeGreaterThan(50)
    for (const test of tests) expect(hex(sodium.crypto_kem_mlkem768_seed_keypair(fromHex(test.seed)).publicKey)).toBe(test.ek)
  })

  it('ML-KEM-768 decapsulates as FIPS 203 says, refusing what is malformed', () => {
    const { testGroups } = load<Wycheproof<{ tests: readonly { tcId: number; seed: string; c: string; K?: string; result: string }[] }>>('mlkem_768')
    const tests = testGroups.flatMap((group) => group.tests)
    expect(tests.length).toBeGreaterThan(100)
    for (const test of tests) {
      const shared = outcome(() => sodium.crypto_kem_mlkem768_dec(fromHex(test.c), sodium.crypto_kem_mlkem768_seed_keypair(fromHex(test.seed)).privateKey))
      expect([test.tcId, shared && hex(shared)]).toEqual([test.tcId, test.result === 'valid' ? test.K : null])
    }
  })

  it('ML-KEM-768 encapsulates as FIPS 203 says, refusing keys out of range', () => {
    const { testGroups } = load<Wycheproof<{ tests: readonly { tcId: number; m: string; ek: string; c: string; K: string; result: string }[] }>>('mlkem_768_encaps')
    const tests = testGroups.flatMap((group) => group.tests)
    expect(tests.length).toBeGreaterThan(100)
    for (const test of tests) {
      const sent = outcome(() => sodium.crypto_kem_mlkem768_enc_deterministic(fromHex(test.ek), fromHex(test.m)))
      expect([test.tcId, sent && hex(sent.ciphertext)]).toEqual([test.tcId, test.result === 'valid' ? test.c : null])
    }
  })

  it('Ed25519 signatures are judged as Wycheproof judges them', () => {
    const { testGroups } = load<Wycheproof<{ publicKey: { pk: string }; tests: readonly { tcId: number; msg: string; sig: string; result: string }[] }>>('ed25519')
    for (const { publicKey, tests } of testGroups) {
      const key = fromHex(publicKey.pk) as SigningPublicKey
      for (const test of tests) expect([test.tcId, verifier(key, '', fromHex(test.msg), fromHex(test.sig))]).toEqual([test.tcId, test.result === 'valid'])
    }
  })

  it('Ed25519 edge cases: never more lenient than Node, and no key or R of small order', () => {
    const cases = load<readonly { number: number; key: string; sig: string; msg: string; flags: readonly string[] | null }[]>('cctv_ed25519')
    expect(cases.length).toBeGreaterThan(500)
    for (const { number, key, sig, msg, flags } of cases) {
      const accepted = verifier(fromHex(key) as SigningPublicKey, '', utf8(msg), fromHex(sig))
      const odd = (flags ?? []).some((flag) => ['low_order_A', 'low_order_R', 'non_canonical_A', 'non_canonical_R'].includes(flag))
      expect([number, accepted && odd]).toEqual([number, false])
      expect([number, accepted && !ed25519Verify(fromHex(key), utf8(msg), fromHex(sig))]).toEqual([number, false])
    }
  })

  it('XChaCha20-Poly1305 opens what is valid and nothing else', () => {
    const { testGroups } = load<Wycheproof<{ tests: readonly { tcId: number; key: string; iv: string; aad: string; msg: string; ct: string; tag: string; result: string }[] }>>('xchacha20_poly1305')
    for (const test of testGroups.flatMap((group) => group.tests)) {
      const sealed = fromHex(test.ct + test.tag)
      const opened = outcome(() => sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(null, sealed, fromHex(test.aad), fromHex(test.iv), fromHex(test.key)))
      expect([test.tcId, opened && hex(opened)]).toEqual([test.tcId, test.result === 'valid' ? test.msg : null])
    }
  })
})

describe('hashes and passphrases', () => {
  it('BLAKE2b-256 is unkeyed and the same whole or in parts', () => {
    // RFC 7693 gives only BLAKE2b-512; this value is what `b2sum -l 256` prints for "abc".
    expect(hasher(utf8('abc'))).toBe('bddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319')
    const hashing = newHashing()
    hashing.update(utf8('a'))
    hashing.update(utf8('bc'))
    expect(hashing.digest()).toBe(hasher(utf8('abc')))
  })

  it('Argon2id gives what Node computes', () => {
    const salt = Uint8Array.from({ length: 16 }, (_, at) => at)
    const expected = argon2Sync('argon2id', { message: utf8('correct horse'), nonce: salt, parallelism: 1, tagLength: 32, memory: FLOOR_COST.memoryKib, passes: FLOOR_COST.passes })
    expect(hex(deriveKek(utf8('correct horse'), salt, FLOOR_COST))).toBe(hex(expected))
  })

  it('one passphrase typed in two Unicode forms gives one key', () => {
    const password = (passphrase: string): string => hex(passwordOf(passphraseSecret(passphrase), 'passphrase'))
    expect(password('Z\u00fcrich \ufb01')).toBe(password('Zu\u0308rich fi'))
  })
})
