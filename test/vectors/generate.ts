/** Writes the frozen bundles that are new, and the index of all: `node test/vectors/generate.ts`. One that is there is never written again. */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { equalBytes, hex } from '../../shared/base/bytes.ts'
import { vectors } from './all.ts'
import { insider, reader, secretariat } from './cast.ts'

const folder = join(import.meta.dirname, 'bundles')
mkdirSync(folder, { recursive: true })
for (const { name, make } of vectors) {
  const path = join(folder, `${name}.chbundle`)
  const bytes = make()
  if (!existsSync(path)) writeFileSync(path, bytes)
  else if (!equalBytes(readFileSync(path), bytes)) throw new Error(`${name} would not be what it was: a frozen file is never written again`)
}

const index = {
  about: 'Bundles for the reader below. expect: null opens; anything else is refused at that stage with that code. Format: shared/bundle/FORMAT.md.',
  reader: { signingSeed: hex(reader.identity.signingSeed), sealingSeed: hex(reader.identity.sealing?.seed ?? new Uint8Array()), installation: reader.identity.installation },
  /** Whose cards the reader has compared: the signing keys it knows before it opens anything. */
  trusted: [secretariat, insider].map(({ identity }) => ({ installation: identity.installation, signingKey: hex(identity.signingKey) })),
  bundles: vectors.map(({ name, expect }) => ({ file: `bundles/${name}.chbundle`, expect })),
}
writeFileSync(join(import.meta.dirname, 'index.json'), `${JSON.stringify(index, null, 2)}\n`)
process.stdout.write(`${vectors.length} bundles written to ${folder}\n`)
