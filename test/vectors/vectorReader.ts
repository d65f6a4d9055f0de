/** The reader for whom the frozen bundles are: the whole door, with exactly the keys and the trust that index.json gives it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fromHex } from '../../shared/base/bytes.ts'
import { encodeCbor } from '../../shared/base/cbor.ts'
import type { InstallationId } from '../../shared/base/identifiers.ts'
import type { SigningPublicKey } from '../../shared/base/ports.ts'
import { err, type Result } from '../../shared/base/result.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { hasher, hashingAside, newHashing, openerOf, parseIdentity, ready, verifier } from '../../electron/engine/keys/index.ts'
import { openBundle, type BundleKeys } from '../../electron/engine/intake/openBundle.ts'
import { verifyBundleEvents, type VerifiedBundle } from '../../electron/engine/intake/verifyBundleEvents.ts'

export const VECTORS = import.meta.dirname

export interface VectorIndex {
  readonly reader: { readonly signingSeed: string; readonly sealingSeed: string; readonly installation: InstallationId }
  readonly trusted: readonly { readonly installation: InstallationId; readonly signingKey: string }[]
  readonly bundles: readonly { readonly file: string; readonly expect: { readonly stage: string; readonly code: string } | null }[]
}

export const index: VectorIndex = JSON.parse(readFileSync(join(VECTORS, 'index.json'), 'utf8'))

await ready()
const identity = parseIdentity(encodeCbor({ v: 1, signingSeed: fromHex(index.reader.signingSeed), sealingSeed: fromHex(index.reader.sealingSeed) }))
if (!identity.ok) throw new Error(identity.error)
const trusted = new Map(index.trusted.map(({ installation, signingKey }) => [installation, fromHex(signingKey) as SigningPublicKey]))

/** What the reader opens with. */
export const readerKeys: BundleKeys = {
  opener: openerOf([identity.value]), isMe: (installation) => installation === index.reader.installation,
  keyOf: (sender) => trusted.get(sender) ?? null, keyBrought: () => null, verify: verifier, newHashing, hashingAside,
}

/** Every stage from the file to verified events; `circleEvents` is what the reader has of the circle already. */
export async function receiveVector(path: string, keys: BundleKeys = readerKeys, circleEvents: readonly VerifiedEvent[] = []): Promise<Result<VerifiedBundle, Refusal>> {
  const opened = await openBundle(path, keys)
  if (!opened.ok) return err(opened.error)
  return verifyBundleEvents(opened.value, { circleEvents, isTrusted: (installation) => trusted.has(installation), ports: { hash: hasher, verify: keys.verify } })
}
