/** Somebody who has nothing but FORMAT.md checks a register: other code for signatures, nothing of the vault's own. */
import { createPublicKey, verify } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { decode } from 'cborg'
import sodium from 'libsodium-wrappers-sumo'
import { expect, test } from 'vitest'
import { makeDelegation, temporaryFolder } from '../../fakes/testDelegation.ts'
import { withDatabase } from '../../fakes/vaultFiles.ts'

interface Row { readonly seq: number; readonly entry: Uint8Array; readonly hash: string; readonly signature: Uint8Array }
interface Head { readonly statement: Uint8Array; readonly signature: Uint8Array }

test('the chain, the signatures and the head hold as the format says', async () => {
  await sodium.ready
  const root = temporaryFolder()
  const one = await makeDelegation({ folder: join(root, 'vault'), delegation: 'CZ' })
  await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  await one.call('settings.change', { settings: { appearance: 'dark', lockAfterMinutes: 9 } })
  await one.close()
  const { rows, head, card } = await withDatabase(one.folder, (db) => ({
    rows: db.prepare<[], Row>('SELECT * FROM register ORDER BY seq').all(),
    head: db.prepare<[], Head>('SELECT statement, signature FROM register_head').get() ?? expect.fail('no head'),
    card: db.prepare<[], { card: Uint8Array }>('SELECT card FROM identity').get() ?? expect.fail('no card'),
  }))
  rmSync(root, { recursive: true })
  const { signingKey } = decode(card.card) as { signingKey: Uint8Array }
  const key = createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), signingKey]), format: 'der', type: 'spki' })
  const signed = (label: string, bytes: Uint8Array, signature: Uint8Array): boolean => verify(null, Buffer.concat([Buffer.from(`${label}\0`), bytes]), key, signature)

  expect(rows).toHaveLength(3)
  let previous: string | null = null
  for (const [at, row] of rows.entries()) {
    const entry = decode(row.entry) as Record<string, unknown>
    expect(sodium.crypto_generichash(32, row.entry, null, 'hex')).toBe(row.hash)
    expect(signed('chancery/register/v1/sig', row.entry, row.signature)).toBe(true)
    expect(entry).toMatchObject({ v: 2, seq: at + 1, previous, installation: one.me.installation, who: 'Person of CZ (CZ)', result: 'done' })
    expect(Object.keys(entry)).toHaveLength(14)
    previous = row.hash
  }
  expect(decode(head.statement)).toMatchObject({ v: 1, installation: one.me.installation, entries: 3, head: previous })
  expect(signed('chancery/register-head/v1/sig', head.statement, head.signature)).toBe(true)
})
