/**
 * `npm run freeze-vault`: makes the frozen vault of the newest version of the schema. Run once when a migration is added, and committed with
 * it. A frozen vault is never made again: what a later program reads in earnest was not written by that later program.
 */
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { NEWEST_VERSION } from '../../electron/engine/vault/migrations.ts'
import { conveneCircle, receive, send, type TestCircle } from '../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../fakes/testDossier.ts'
import { frozenFolder, isFrozen, type FrozenHolding } from './vaults.ts'

if (isFrozen(NEWEST_VERSION)) throw new Error(`version ${NEWEST_VERSION} is frozen already`)
const circle = await conveneCircle(['CZ'])
const holding = await fill(circle)
await circle.secretariat.close()
const folder = frozenFolder(NEWEST_VERSION)
rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
cpSync(circle.secretariat.folder, folder, { recursive: true })
writeFileSync(join(folder, 'holds.json'), `${JSON.stringify(holding, null, 2)}\n`)
await circle.dissolve()
process.stdout.write(`version ${NEWEST_VERSION} is frozen in ${folder}\n`)

/** Something in every table that a person can fill. */
async function fill({ circle: id, secretariat, member, root, stick }: TestCircle): Promise<FrozenHolding> {
  const cz = member('CZ')
  const dossier = await openDossier(secretariat, id, ['CZ'])
  const source = join(root, 'draft.md')
  writeFileSync(source, '# Draft conclusions on locks\n\n1. The Council takes note of the report.\n\n2. It calls on all to act.\n')
  const { text } = await secretariat.call('text.add', { dossier, source: secretariat.source(source), cover: {}, title: null })
  for (const path of await send(secretariat, id, stick)) await receive(cz, path)
  for (const remark of ['One', 'Two']) await takePosition(cz, dossier, remark)
  for (const path of await send(cz, id, stick, [secretariat])) await receive(secretariat, path)
  await secretariat.call('settings.change', { settings: { ...await secretariat.call('settings.show', {}), appearance: 'dark' } })
  const { document } = (await secretariat.call('text.show', { dossier, text, rev: null, comparedWith: null })).revision
  const amendments = [{ op: 'replace', block: document.blocks[1]?.id, from: 0, to: 0, insert: [{ text: 'kept words', marks: [] }] }]
  await secretariat.call('draft.keep', { dossier, text, rev: 0, content: { kind: 'suggestions', suggestions: [{ amendments, reason: null }] } })
  const picture = join(root, 'evidence.bin')
  writeFileSync(picture, Uint8Array.from({ length: 5000 }, (_, at) => (at * 7) % 251))
  const attached = await secretariat.call('attachment.add', { dossier, source: secretariat.source(picture), marking: { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] } })
  const { events } = await secretariat.call('vault.verify', {})
  return {
    installation: secretariat.me.installation, circle: id, dossier, text, events, draft: 'kept words',
    attachment: { event: attached.attachment, hash: attached.hash },
  }
}
