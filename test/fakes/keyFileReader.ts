/** A second reader of `vault.key`, written from electron/engine/keys/FORMAT.md on other libraries (node:crypto, noble). */
import { argon2Sync } from 'node:crypto'
import { xchacha20poly1305 } from '@noble/ciphers/chacha.js'
import { blake2b } from '@noble/hashes/blake2.js'

const HEAD = 25
const SLOT = 97
const PARAMETERS = 49

const text = (words: string): Uint8Array => new TextEncoder().encode(words)

/** The database key of a vault: from its key file and its passphrase. Throws where no slot opens. */
export function databaseKeyFrom(keyFile: Buffer, passphrase: string): Uint8Array {
  return subkey(dataKeyFrom(keyFile, passphrase), 'db')
}

function dataKeyFrom(keyFile: Buffer, passphrase: string): Uint8Array {
  const sum = blake2b(Buffer.concat([text('chancery/vault/v1/sum\0'), keyFile.subarray(0, -32)]), { dkLen: 32 })
  if (!keyFile.subarray(-32).equals(sum)) throw new Error('the key file is damaged')
  for (const place of [0, 1]) {
    const opened = openSlot(keyFile.subarray(0, HEAD), keyFile.subarray(HEAD + place * SLOT, HEAD + (place + 1) * SLOT), passphrase)
    if (opened !== null) return opened
  }
  throw new Error('this is not the passphrase')
}

function openSlot(head: Buffer, slot: Buffer, passphrase: string): Uint8Array | null {
  if (slot[0] !== 1) return null
  const kek = argon2Sync('argon2id', {
    message: passphrase.normalize('NFKC'), nonce: slot.subarray(9, 25), parallelism: 1, tagLength: 32, passes: slot.readUInt32BE(1), memory: slot.readUInt32BE(5),
  })
  const additional = Buffer.concat([text('chancery/vault/v1/wrap\0'), head, slot.subarray(0, PARAMETERS)])
  try {
    return xchacha20poly1305(kek, slot.subarray(25, PARAMETERS), additional).decrypt(slot.subarray(PARAMETERS))
  } catch {
    return null
  }
}

function subkey(dataKey: Uint8Array, use: string): Uint8Array {
  return blake2b(Buffer.concat([text(`chancery/vault/v1/${use}\0`), new Uint8Array(4)]), { dkLen: 32, key: dataKey })
}
