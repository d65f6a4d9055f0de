/** Every frozen bundle: the good ones open, each hostile one is refused at its stage, and none has changed since it was made. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { equalBytes, fromHex } from '../../../shared/base/bytes.ts'
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import type { SigningPublicKey } from '../../../shared/base/ports.ts'
import { err, type Result } from '../../../shared/base/result.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { hasher, newHashing, openerOf, parseIdentity, ready, verifier } from '../../../electron/engine/keys/index.ts'
import { openBundle } from '../../../electron/engine/intake/openBundle.ts'
import { verifyBundleEvents, type VerifiedBundle } from '../../../electron/engine/intake/verifyBundleEvents.ts'
import { encodeCbor } from '../../../shared/base/cbor.ts'
import { temporaryFolder } from '../../fakes/temporaryFolder.ts'
import { vectors } from '../../vectors/bundles.ts'

await ready()
const FOLDER = join(import.meta.dirname, '../../vectors')

interface Index {
  readonly reader: { readonly signingSeed: string; readonly sealingSeed: string; readonly installation: InstallationId }
  readonly trusted: readonly { readonly installation: InstallationId; readonly signingKey: string }[]
  readonly bundles: readonly { readonly file: string; readonly expect: { readonly stage: string; readonly code: string } | null }[]
}

const index: Index = JSON.parse(readFileSync(join(FOLDER, 'index.json'), 'utf8'))
const identity = parseIdentity(encodeCbor({ v: 1, signingSeed: fromHex(index.reader.signingSeed), sealingSeed: fromHex(index.reader.sealingSeed) }))
if (!identity.ok) throw new Error(identity.error)
const opener = openerOf([identity.value])
const scratch = temporaryFolder()
afterAll(() => scratch.remove())

async function receive(path: string): Promise<Result<VerifiedBundle, Refusal>> {
  const keyOf = (sender: InstallationId): SigningPublicKey | null => {
    const known = index.trusted.find((card) => card.installation === sender)
    return known === undefined ? null : fromHex(known.signingKey) as SigningPublicKey
  }
  const opened = await openBundle(path, { opener, isMe: (installation) => installation === index.reader.installation, keyOf, keyBrought: () => null, verify: verifier, newHashing })
  if (!opened.ok) return err(opened.error)
  const isTrusted = (installation: InstallationId): boolean => keyOf(installation) !== null
  return verifyBundleEvents(opened.value, { circleEvents: [], isTrusted, ports: { hash: hasher, verify: verifier } })
}

describe('frozen bundles', () => {
  it('are all listed, and stand as they were made', () => {
    expect(index.bundles.map((bundle) => bundle.file)).toEqual(vectors.map((vector) => `bundles/${vector.name}.chbundle`))
    for (const { name, make } of vectors) expect([name, equalBytes(make(), readFileSync(join(FOLDER, `bundles/${name}.chbundle`)))]).toEqual([name, true])
  })

  for (const { file, expect: expected } of index.bundles) {
    const law = expected === null ? 'opens' : `is refused at ${expected.stage} with ${expected.code}`
    it(`${file} ${law}`, async () => {
      const received = await receive(join(FOLDER, file))
      expect(received.ok ? null : { stage: received.error.stage, code: received.error.code }).toEqual(expected)
    })
  }

  it('for a reader who trusts nobody are all refused', async () => {
    const opened = await openBundle(join(FOLDER, 'bundles/good-small.chbundle'), { opener, isMe: (installation) => installation === index.reader.installation, keyBrought: () => null, keyOf: () => null, verify: verifier, newHashing })
    expect(opened).toEqual({ ok: false, error: { code: 'bundle-sender-unknown', stage: 'signature', facts: {} } })
  })
})

describe('a small bundle', () => {
  const bytes = readFileSync(join(FOLDER, 'bundles/good-small.chbundle'))
  const path = scratch.path('altered.chbundle')

  async function refusedWith(content: Uint8Array): Promise<string | null> {
    writeFileSync(path, content)
    const received = await receive(path)
    return received.ok ? null : received.error.code
  }

  it('with any bit changed is refused', async () => {
    const headEnd = 45 + 4 * 1168 + 56
    const places = [...Array(64).keys(), ...every(11, 64, headEnd), ...Array.from({ length: 120 }, (_, at) => headEnd - 60 + at), ...every(37, headEnd + 60, bytes.length)]
    for (const at of places) {
      const copy = new Uint8Array(bytes)
      copy[at] = (copy[at] ?? 0) ^ (1 << at % 8)
      expect([at, await refusedWith(copy)]).not.toEqual([at, null])
    }
  })

  it('cut anywhere is refused, with all of its head as cut', async () => {
    for (const length of [...every(13, 0, 200), ...every(101, 200, bytes.length)]) {
      const code = await refusedWith(new Uint8Array(bytes.subarray(0, length)))
      expect([length, code]).toEqual([length, length === 0 ? 'not-a-bundle' : code === 'bundle-altered' ? code : 'bundle-cut'])
    }
  })
})

function every(stride: number, from: number, to: number): number[] {
  return Array.from({ length: Math.ceil((to - from) / stride) }, (_, at) => from + at * stride)
}
