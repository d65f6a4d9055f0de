/** Two readers that share nothing but the format's text agree on every frozen bundle, and on one that an engine has just written. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parseIdentity } from '../../electron/engine/keys/index.ts'
import { fixedClock } from '../fakes/fixedClock.ts'
import { copyOfVault, storeOn } from '../sim/exchange/memoryVault.ts'
import { createParty } from '../sim/exchange/party.ts'
import { createStick } from '../sim/exchange/stick.ts'
import { DELEGATIONS, makeTemplate } from '../sim/exchange/template.ts'
import { VECTORS, index, receiveVector } from '../vectors/vectorReader.ts'
import { Refused } from './cbor.ts'
import { print, readerOf } from './main.ts'
import { readBundle, type ReadBundle, type Reader } from './read.ts'

const reader = readerOf(index)

function read(path: string, by: Reader = reader): ReadBundle | string {
  try {
    return readBundle(new Uint8Array(readFileSync(path)), by)
  } catch (error) {
    if (error instanceof Refused) return error.message
    throw error
  }
}

describe('the second reader', () => {
  it.each(index.bundles.filter(({ expect: expected }) => expected !== null).map(({ file }) => file))('refuses %s', (file) => {
    expect(read(join(VECTORS, file))).toEqual(expect.any(String))
  })

  it.each(index.bundles.filter(({ expect: expected }) => expected === null).map(({ file }) => file))('opens %s and finds the same events in it', async (file) => {
    const [ours, theirs] = [await receiveVector(join(VECTORS, file)), read(join(VECTORS, file))]
    if (!ours.ok || typeof theirs === 'string') throw new Error(`${file}: ${typeof theirs === 'string' ? theirs : 'refused by the first'}`)
    expect(theirs.events.map(({ id, log, seq, type }) => ({ id, log, seq, type }))).toEqual(ours.value.events.map(({ id, header: { log, seq, type } }) => ({ id, log, seq, type })))
    expect(print(theirs)).toContain(`"circle": "${ours.value.circle.circle}"`)
  })

  it('opens a bundle that an engine has just written, for each of its recipients and for nobody else', async () => {
    const template = await makeTemplate()
    const stick = createStick()
    const databases = DELEGATIONS.map((seat) => copyOfVault(template.vaults.get(seat) ?? Buffer.alloc(0)))
    try {
      const [gsc, ...members] = databases.map((db, at) => createParty({ delegation: DELEGATIONS[at] ?? 'GSC', db, clock: fixedClock(), seed: at, onCut: () => undefined, plants: {} }))
      const readers = databases.map((db): Reader => {
        const stored = storeOn(db).identity.get()
        const identity = stored === null ? null : parseIdentity(stored.secret)
        if (!identity?.ok || identity.value.sealing === null || gsc === undefined) throw new Error('no identity')
        const keys = gsc.vault.session.circle(template.circle)?.entries.map((entry) => [entry.installation, entry.signingKey] as const)
        return { installation: identity.value.installation, sealingSeed: identity.value.sealing.seed, trusted: new Map(keys) }
      })
      const { files } = await gsc?.vault.call('bundle.write', { circle: template.circle, recipients: members.slice(1).map((one) => one.installation), everything: false, target: gsc.vault.target(stick.folder) }) ?? { files: [] }
      const path = stick.path(files[0]?.fileName ?? '')
      const outcomes = readers.map((one) => read(path, one))
      expect(outcomes.map((one) => (typeof one === 'string' ? one : one.events.length))).toEqual(['not for this reader, or altered', 'not for this reader, or altered', 6, 6, 6])
    } finally {
      for (const db of databases) db.close()
      stick.remove()
    }
  })

  it('does without any code of the product and without its cryptography', () => {
    const sources = ['../vectors/oracle.ts', ...readdirSync(import.meta.dirname).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))]
    const imports = sources.flatMap((name) => [...readFileSync(join(import.meta.dirname, name), 'utf8').matchAll(/from '([^']+)'/g)].map(([, from]) => from ?? ''))
    expect(imports.filter((from) => !/^(?:node:(?:crypto|fs)|@noble\/.+|\.\/\w+\.ts|\.\.\/vectors\/oracle\.ts)$/.test(from))).toEqual([])
  })
})
