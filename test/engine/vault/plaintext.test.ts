import { rmSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { conveneCircle, receive, send, type TestCircle } from '../../fakes/testDelegation.ts'
import { openDossier, SUMMARY, takePosition, TITLE } from '../../fakes/testDossier.ts'
import { filesBelow, filesHolding } from '../../fakes/vaultFiles.ts'

const WORDS = [...`${TITLE} ${SUMMARY} Working Party on Herons Person lockgate`.split(' ').filter((word) => word.length > 5), 'HWPCI', 'CYBER 48']
let circle: TestCircle

beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
  const cz = circle.member('CZ')
  const dossier = await openDossier(circle.secretariat, circle.circle, ['CZ'])
  for (const path of await send(circle.secretariat, circle.circle, circle.stick)) await receive(cz, path)
  await takePosition(cz, dossier, 'Close the lockgate')
  for (const path of await send(cz, circle.circle, circle.stick, [circle.secretariat])) await receive(circle.secretariat, path)
}, 60_000)
afterAll(() => circle.dissolve())

it('leaves no word of names or texts in any file of an open vault, its journal included', () => {
  expect(filesBelow(circle.root).some((path) => path.endsWith('vault.db-wal'))).toBe(true)
  expect(filesHolding(circle.root, WORDS)).toEqual([])
})

it('leaves none in a bundle; a card alone says whose it is', () => {
  const holding = filesHolding(circle.stick, WORDS)
  expect(holding.filter((path) => path.endsWith('.chbundle'))).toEqual([])
  expect(holding.every((path) => path.endsWith('.chcard'))).toBe(true)
})

it('leaves nothing but its three files behind, under names that tell nothing', async () => {
  for (const member of circle.members) {
    await member.close()
    expect(filesBelow(member.folder).map((path) => path.slice(member.folder.length + 1))).toEqual(['vault.db', 'vault.head', 'vault.key'])
    rmSync(member.folder, { recursive: true, force: true })
  }
})
