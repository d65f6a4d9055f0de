/** Signatures checked in lots and on another thread have the verdicts that they have one by one. */
import { Worker } from 'node:worker_threads'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SignatureCheck } from '../../../shared/base/ports.ts'
import { createIdentity, ready, signerOf, verifier, verifyAhead, type Identity } from '../../../electron/engine/keys/index.ts'
import { verifyWith, type VerifyingThread } from '../../../electron/engine/keys/verifyAside.ts'
import { packLot, verifyLot, type PackedLot } from '../../../electron/engine/keys/verifyLot.ts'
import { threadOn } from '../../../electron/engine/threads/thread.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { ENDS, ENDS_WHEN_ASKED, HANGS } from '../../fakes/threads.ts'

const LABEL = 'chancery/test\0'
const LONGER_THAN_ALL_HERE_MS = 1500
const FREE = new AbortController().signal
const random = seededRandom(77)
let signers: readonly Identity[]

beforeAll(async () => {
  await ready()
  signers = [createIdentity(random), createIdentity(random)]
})

/** Every seventh is bad in one of four ways. */
function checksOf(count: number): SignatureCheck[] {
  return Array.from({ length: count }, (_, at) => {
    const [signer, other] = at % 2 === 0 ? signers : signers.toReversed()
    if (!signer || !other) throw new Error('two signers')
    const message = random(20 + (at % 50))
    const signature = signerOf(signer)(LABEL, message)
    const good = { key: signer.signingKey, message, signature }
    if (at % 7 !== 3) return good
    const flipped = signature.map((byte, place) => (place === at % 64 ? byte ^ 1 : byte))
    return [{ ...good, signature: flipped }, { ...good, key: other.signingKey }, { ...good, message: random(20) }, { ...good, signature: signature.subarray(1) }][at % 4] ?? good
  })
}

function verdictsBy(checks: readonly SignatureCheck[], verify: typeof verifier): boolean[] {
  return checks.map(({ key, message, signature }) => verify(key, LABEL, message, signature))
}

describe('signatures checked ahead', () => {
  it.each([0, 1, 400, 1800])('of %i each has the verdict that it has alone', async (count) => {
    const checks = checksOf(count)
    const ahead = await verifyAhead(LABEL, checks, FREE)
    expect(verdictsBy(checks, ahead)).toEqual(verdictsBy(checks, verifier))
  })

  it.each([['hangs at its start', HANGS], ['ends before it begins', ENDS], ['ends when it is asked', ENDS_WHEN_ASKED]])('have them where the thread %s, and do not wait for it', async (_, script) => {
    const checks = checksOf(1800)
    const helper = threadOn<PackedLot, Uint8Array<ArrayBuffer>>(new Worker(script, { eval: true }), 600_000)
    const ahead = await verifyWith(helper, LABEL, checks, FREE)
    expect(verdictsBy(checks, ahead)).toEqual(verdictsBy(checks, verifier))
    expect(helper.over).toBe(true)
  })

  it('wait for those that another thread has taken, however slow it is', async () => {
    const checks = checksOf(1800)
    const slow: VerifyingThread = {
      begun: Promise.resolve(true), over: false, keepsProcess: () => undefined, end: async () => undefined,
      ask: (lot) => new Promise((settle) => setTimeout(() => settle(verifyLot(lot)), LONGER_THAN_ALL_HERE_MS)),
    }
    expect(verdictsBy(checks, await verifyWith(slow, LABEL, checks, FREE))).toEqual(verdictsBy(checks, verifier))
  })

  it('survive the packing for another thread', () => {
    const checks = checksOf(60)
    expect(Array.from(verifyLot(packLot(LABEL, checks)), (one) => one === 1)).toEqual(verdictsBy(checks, verifier))
  })

  it('vouch for nothing but the bytes that were checked, under their key and label', async () => {
    const [good] = checksOf(1)
    const [first, second] = signers
    if (!good || !first || !second) throw new Error('a signature by one of two')
    const ahead = await verifyAhead(LABEL, [good], FREE)
    expect(ahead(good.key, LABEL, good.message, good.signature)).toBe(true)
    expect(ahead(second.signingKey, LABEL, good.message, good.signature)).toBe(false)
    expect(ahead(good.key, 'chancery/other\0', good.message, good.signature)).toBe(false)
    expect(ahead(good.key, LABEL, random(20), good.signature)).toBe(false)
    expect(ahead(good.key, LABEL, good.message, good.signature.slice())).toBe(true)
    expect(ahead(good.key, LABEL, good.message, random(64))).toBe(false)
  })

  it('stop where the person cancels', async () => {
    const control = new AbortController()
    const checking = verifyAhead(LABEL, checksOf(1800), control.signal)
    control.abort()
    await expect(checking).rejects.toThrow()
  })
})
