/** `node test/secondReader/main.ts FILE INDEX.json`: prints the manifest and the events of a bundle, opened with the reader's key in the index. */
import { readFileSync } from 'node:fs'
import { readBundle, type Reader } from './read.ts'

interface Index {
  readonly reader: { readonly installation: string; readonly sealingSeed: string }
  readonly trusted: readonly { readonly installation: string; readonly signingKey: string }[]
}

const bytes = (hex: string): Uint8Array => new Uint8Array(Buffer.from(hex, 'hex'))

export function readerOf({ reader, trusted }: Index): Reader {
  return {
    installation: reader.installation, sealingSeed: bytes(reader.sealingSeed),
    trusted: new Map(trusted.map(({ installation, signingKey }) => [installation, bytes(signingKey)])),
  }
}

/** Readable, bytes as their number. */
export function print(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) => {
    if (part instanceof Map) return Object.fromEntries(part)
    return part instanceof Uint8Array ? `${part.length} bytes` : part
  }, 2)
}

if (import.meta.main) {
  const [file, index] = process.argv.slice(2)
  if (file === undefined || index === undefined) throw new Error('usage: node test/secondReader/main.ts FILE INDEX.json')
  console.log(print(readBundle(new Uint8Array(readFileSync(file)), readerOf(JSON.parse(readFileSync(index, 'utf8'))))))
}
