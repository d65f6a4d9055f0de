/**
 * A second implementation of shared/bundle/FORMAT.md, written from that text and on other libraries (noble), that shares no code with
 * the first: each must open what the other seals. It also makes the hostile files, because it can break any one rule on demand.
 */
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import { poly1305 } from '@noble/ciphers/_poly1305.js'
import { chacha20, hchacha, xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { blake2b } from '@noble/hashes/blake2.js'
import { ml_kem768_x25519 as xwing } from '@noble/post-quantum/hybrid.js'

export type Dice = (count: number) => Uint8Array

export interface Plan {
  readonly dice: Dice
  readonly recipients: readonly Uint8Array[]
  readonly signingSeed: Uint8Array
  readonly manifest: Uint8Array
  readonly items: readonly Uint8Array[]
  readonly padding: number
}

/** One rule to break; what is left out is done as the format says. */
export interface Sabotage {
  readonly magic?: Uint8Array
  readonly suite?: number
  readonly count?: number
  readonly mac?: (mac: Uint8Array) => Uint8Array
  readonly signature?: (signature: Uint8Array) => Uint8Array
  /** Signed under another label than the sender's. */
  readonly signLabel?: Uint8Array
  readonly manifestLength?: number
  readonly padByte?: number
  readonly tagAt?: (index: number, last: boolean) => number
  readonly chunks?: (chunks: Uint8Array[]) => Uint8Array[]
  readonly unpaddedStanzas?: boolean
}

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const label = (name: string): Uint8Array => text(`chancery/bundle/v1/${name}\0`)
const u32 = (value: number): Uint8Array => Uint8Array.of(value >>> 24, value >>> 16, value >>> 8, value)
const join = (...parts: readonly Uint8Array[]): Uint8Array => new Uint8Array(Buffer.concat(parts))
const h256 = (message: Uint8Array, key?: Uint8Array): Uint8Array => blake2b(message, key ? { dkLen: 32, key } : { dkLen: 32 })
const h512 = (message: Uint8Array): Uint8Array => blake2b(message, { dkLen: 64 })
const kdf = (key: Uint8Array, name: string, context: Uint8Array = new Uint8Array(0)): Uint8Array => h256(join(label(name), u32(context.length), context), key)

const CHUNK = 65_536

export function oracleSeal(plan: Plan, sabotage: Sabotage = {}): Uint8Array {
  const { dice, recipients, manifest } = plan
  const spare = sabotage.unpaddedStanzas ? 0 : (4 - (recipients.length % 4)) % 4
  const keys = [...recipients, ...Array.from({ length: spare }, () => xwing.keygen(dice(32)).publicKey)]
  const fileKey = dice(32)
  const preamble = join(sabotage.magic ?? join(Uint8Array.of(0x89), text('CHBUN\r\n')), Uint8Array.of(sabotage.suite ?? 1), dice(32), u32(sabotage.count ?? keys.length))
  const header = join(preamble, ...keys.map((key) => stanza(key, fileKey, preamble, dice)))
  const trueMac = h256(join(label('hdr'), header), kdf(fileKey, 'mac'))
  const mac = sabotage.mac?.(trueMac) ?? trueMac
  const headerHash = h512(join(header, mac))
  const trueSignature = ed25519Sign(plan.signingSeed, join(sabotage.signLabel ?? label('sig'), headerHash, h512(manifest)))
  const signature = sabotage.signature?.(trueSignature) ?? trueSignature
  const padding = new Uint8Array(plan.padding).fill(sabotage.padByte ?? 0)
  const payload = join(signature, u32(sabotage.manifestLength ?? manifest.length), manifest, ...plan.items, padding)
  const streamHeader = dice(24)
  const chunks = sealStream(kdf(fileKey, 'payload', headerHash), streamHeader, payload, sabotage.tagAt ?? ((_, last) => (last ? 3 : 0)))
  return join(header, mac, streamHeader, ...(sabotage.chunks?.(chunks) ?? chunks))
}

function stanza(key: Uint8Array, fileKey: Uint8Array, preamble: Uint8Array, dice: Dice): Uint8Array {
  const { cipherText, sharedSecret } = xwing.encapsulate(key, dice(64))
  const kek = kdf(sharedSecret, 'wrap', join(preamble, h256(join(label('pk'), key)), cipherText))
  return join(cipherText, xchacha20poly1305(kek, new Uint8Array(24), preamble).encrypt(fileKey))
}

export interface OracleOpened {
  readonly manifest: Uint8Array
  isSignedWith(senderKey: Uint8Array): boolean
  /** Items and padding. */
  readonly rest: Uint8Array
}

/** Null for anything that is not right; it has no stages. */
export function oracleOpen(file: Uint8Array, sealingSeed: Uint8Array): OracleOpened | null {
  const preamble = file.subarray(0, 45)
  const stanzas = new DataView(file.buffer, file.byteOffset).getUint32(41)
  const header = file.subarray(0, 45 + stanzas * 1168)
  const [mac, streamHeader] = [file.subarray(header.length, header.length + 32), file.subarray(header.length + 32, header.length + 56)]
  const fileKey = unwrapAny(header, preamble, stanzas, sealingSeed)
  if (fileKey === null || !same(h256(join(label('hdr'), header), kdf(fileKey, 'mac')), mac)) return null
  const headerHash = h512(join(header, mac))
  const payload = openStream(kdf(fileKey, 'payload', headerHash), streamHeader, file.subarray(header.length + 56))
  if (payload === null) return null
  const length = new DataView(payload.buffer, payload.byteOffset).getUint32(64)
  if (length === 0 || length > Math.min(payload.length - 68, 16 * 1024 * 1024)) return null
  const manifest = payload.subarray(68, 68 + length)
  const isSignedWith = (key: Uint8Array): boolean => ed25519Verify(key, join(label('sig'), headerHash, h512(manifest)), payload.subarray(0, 64))
  return { manifest, isSignedWith, rest: payload.subarray(68 + length) }
}

function unwrapAny(header: Uint8Array, preamble: Uint8Array, stanzas: number, sealingSeed: Uint8Array): Uint8Array | null {
  const { publicKey, secretKey } = xwing.keygen(sealingSeed)
  for (let at = 0; at < stanzas; at++) {
    const start = 45 + at * 1168
    const cipherText = header.slice(start, start + 1120)
    try {
      const kek = kdf(xwing.decapsulate(cipherText, secretKey), 'wrap', join(preamble, h256(join(label('pk'), publicKey)), cipherText))
      return xchacha20poly1305(kek, new Uint8Array(24), preamble).decrypt(header.slice(start + 1120, start + 1168))
    } catch {
      continue
    }
  }
  return null
}

interface StreamState {
  key: Uint8Array
  inner: Uint8Array
  counter: number
}

/** crypto_secretstream_xchacha20poly1305, as libsodium documents and computes it. */
function streamState(key: Uint8Array, streamHeader: Uint8Array): StreamState {
  const out = new Uint32Array(8)
  hchacha(Uint32Array.of(0x61707865, 0x3320646e, 0x79622d32, 0x6b206574), words(key), words(streamHeader.subarray(0, 16)), out)
  return { key: new Uint8Array(out.buffer), inner: streamHeader.slice(16, 24), counter: 1 }
}

function words(bytes: Uint8Array): Uint32Array {
  return new Uint32Array(bytes.slice().buffer)
}

function nonceOf(state: StreamState): Uint8Array {
  const counter = new Uint8Array(4)
  new DataView(counter.buffer).setUint32(0, state.counter, true)
  return join(counter, state.inner)
}

function keystream(state: StreamState, bytes: Uint8Array, block: number): Uint8Array {
  return chacha20(state.key, nonceOf(state), bytes, undefined, block)
}

function authenticate(state: StreamState, tagBlock: Uint8Array, cipher: Uint8Array): Uint8Array {
  const sizes = new Uint8Array(16)
  new DataView(sizes.buffer).setBigUint64(8, BigInt(64 + cipher.length), true)
  // The number of zeros is what libsodium adds, not what would fill up a block.
  const covered = join(tagBlock, cipher, new Uint8Array(cipher.length & 15), sizes)
  return poly1305(covered, keystream(state, new Uint8Array(64), 0).slice(0, 32))
}

/** After a tag with the REKEY bit, and FINAL has it, the stream goes on under another key: only a hostile file gets that far. */
function step(state: StreamState, mac: Uint8Array, tag: number): void {
  for (const [at, byte] of mac.subarray(0, 8).entries()) state.inner[at] = (state.inner[at] ?? 0) ^ byte
  state.counter += 1
  if ((tag & 2) === 0) return
  const fresh = keystream(state, join(state.key, state.inner), 0)
  Object.assign(state, { key: fresh.slice(0, 32), inner: fresh.slice(32), counter: 1 })
}

function sealStream(key: Uint8Array, streamHeader: Uint8Array, payload: Uint8Array, tagAt: (index: number, last: boolean) => number): Uint8Array[] {
  const state = streamState(key, streamHeader)
  const count = Math.ceil(payload.length / CHUNK)
  return Array.from({ length: count }, (_, index) => {
    const tag = tagAt(index, index === count - 1)
    const tagBlock = keystream(state, join(Uint8Array.of(tag), new Uint8Array(63)), 1)
    const cipher = keystream(state, payload.slice(index * CHUNK, (index + 1) * CHUNK), 2)
    const mac = authenticate(state, tagBlock, cipher)
    step(state, mac, tag)
    return join(tagBlock.subarray(0, 1), cipher, mac)
  })
}

function openStream(key: Uint8Array, streamHeader: Uint8Array, sealed: Uint8Array): Uint8Array | null {
  const state = streamState(key, streamHeader)
  const plain: Uint8Array[] = []
  for (let at = 0; at < sealed.length; at += CHUNK + 17) {
    const chunk = sealed.subarray(at, at + CHUNK + 17)
    const cipher = chunk.slice(1, -16)
    const first = keystream(state, join(chunk.subarray(0, 1), new Uint8Array(63)), 1)
    const tagBlock = join(chunk.subarray(0, 1), first.subarray(1))
    const mac = authenticate(state, tagBlock, cipher)
    const last = at + chunk.length === sealed.length
    if (!same(mac, chunk.subarray(-16)) || first[0] !== (last ? 3 : 0)) return null
    plain.push(keystream(state, cipher, 2))
    step(state, mac, first[0] ?? 0)
  }
  return join(...plain)
}

function same(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0
}

const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex')
const SPKI = Buffer.from('302a300506032b6570032100', 'hex')

export function ed25519Sign(seed: Uint8Array, message: Uint8Array): Uint8Array {
  return new Uint8Array(sign(null, message, createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' })))
}

export function ed25519Verify(key: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, message, createPublicKey({ key: Buffer.concat([SPKI, key]), format: 'der', type: 'spki' }), signature)
}
