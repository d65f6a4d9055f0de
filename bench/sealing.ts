/** Seal and open one bundle of 64 MiB, against the bare secretstream loop over the same bytes. */
import sodium from 'libsodium-wrappers-sumo'
import { hasher, newHashing, openerOf, createIdentity, randomBytes, ready, sealerOf, signerOf, verifier } from '../electron/engine/keys/index.ts'
import { bundleParts } from '../electron/engine/outgoing/writeBundle.ts'
import { openBundle } from '../electron/engine/intake/openBundle.ts'
import type { CircleId, EventId } from '../shared/base/identifiers.ts'
import { mkdtemp, rm } from 'node:fs/promises'
import { createWriteStream } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { against, type Measured } from './measure.ts'

const EVENTS = 64
const BODY_BYTES = 1024 * 1024
const CHUNK_BYTES = 64 * 1024

export async function benchSealing(): Promise<Measured[]> {
  await ready()
  await sodium.ready
  const [sender, reader] = [createIdentity(randomBytes), createIdentity(randomBytes)]
  const body = new Uint8Array(BODY_BYTES)
  const events = Array.from({ length: EVENTS }, () => ({ header: randomBytes(300), signature: randomBytes(64), body }))
  const content = {
    facts: {
      sender: sender.installation, circle: '1'.repeat(64) as CircleId, counter: 1, previous: null, sealedAtUtcMs: 0, marking: null,
      roster: { epoch: 1, head: '2'.repeat(64) as EventId }, frontier: [],
    },
    recipients: [reader], events,
  }
  const keys = { sealer: sealerOf(randomBytes), sign: signerOf(sender), hash: hasher }
  const folder = await mkdtemp(join(tmpdir(), 'chancery-bench-'))
  const path = join(folder, 'one.chbundle')
  try {
    await pipeline(Readable.from(bundleParts(content, keys)), createWriteStream(path))
    const sealing = await against('seal 64 MiB', () => drain(bundleParts(content, keys)), 'bare secretstream', bareStream, 3)
    const opening = await against('open 64 MiB', async () => {
      const opened = await openBundle(path, { opener: openerOf([reader]), isMe: () => true, keyBrought: () => null, keyOf: () => sender.signingKey, verify: verifier, newHashing })
      if (!opened.ok || opened.value.events.length !== EVENTS) throw new Error('the bundle did not open')
    }, 'bare secretstream', bareStream, 3)
    return [sealing, opening]
  } finally {
    await rm(folder, { recursive: true })
  }
}

async function drain(parts: AsyncIterable<Uint8Array>): Promise<void> {
  for await (const part of parts) if (part.length === 0) throw new Error('an empty part')
}

/** What the cipher alone costs, in the same chunks. */
function bareStream(): void {
  const { state } = sodium.crypto_secretstream_xchacha20poly1305_init_push(sodium.crypto_secretstream_xchacha20poly1305_keygen())
  const chunk = new Uint8Array(CHUNK_BYTES)
  for (let at = 0; at < (EVENTS * BODY_BYTES) / CHUNK_BYTES; at++) {
    sodium.crypto_secretstream_xchacha20poly1305_push(state, chunk, null, sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
  }
}
