/** Every frozen bundle: the good ones open, each hostile one is refused at its stage, and none has changed since it was made. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { equalBytes } from '../../../shared/base/bytes.ts'
import { openBundle } from '../../../electron/engine/intake/openBundle.ts'
import { vectors } from '../../vectors/all.ts'
import { VECTORS, index, readerKeys, receiveVector } from '../../vectors/vectorReader.ts'

describe('frozen bundles', () => {
  it('are all listed, and stand as they were made', () => {
    expect(index.bundles.map((bundle) => bundle.file)).toEqual(vectors.map((vector) => `bundles/${vector.name}.chbundle`))
    for (const { name, make } of vectors) expect([name, equalBytes(make(), readFileSync(join(VECTORS, `bundles/${name}.chbundle`)))]).toEqual([name, true])
  })

  it('are hostile at every stage', () => {
    const stages = Map.groupBy(index.bundles.flatMap(({ expect: expected }) => expected ?? []), ({ stage }) => stage)
    expect([...stages.keys()].toSorted()).toEqual(['chain', 'container', 'header', 'limit', 'payload', 'policy', 'recipient', 'schema', 'signature'])
    expect([...stages.values()].flat().length).toBeGreaterThanOrEqual(80)
  })

  for (const { file, expect: expected } of index.bundles) {
    const law = expected === null ? 'opens' : `is refused at ${expected.stage} with ${expected.code}`
    it(`${file} ${law}`, async () => {
      const received = await receiveVector(join(VECTORS, file))
      expect(received.ok ? null : { stage: received.error.stage, code: received.error.code }).toEqual(expected)
    })
  }

  it('for a reader who trusts nobody are all refused', async () => {
    const received = await receiveVector(join(VECTORS, 'bundles/good-small.chbundle'), { ...readerKeys, keyOf: () => null })
    expect(received).toEqual({ ok: false, error: { code: 'bundle-sender-unknown', stage: 'signature', facts: {} } })
  })

  it('are refused before a byte is read where the file is larger than may be', async () => {
    const opened = await openBundle(join(VECTORS, 'bundles/good-small.chbundle'), readerKeys, 5000)
    expect(opened).toMatchObject({ ok: false, error: { code: 'file-too-large', stage: 'limit' } })
  })
})
