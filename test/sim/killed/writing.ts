/** Everyday writes: circles, dossiers, positions, suggestions, cards, settings, drafts. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CircleId, DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { openKnownVault, type KnownKeyVault } from '../../fakes/knownKeyVault.ts'
import { cardOf, makeDelegation } from '../../fakes/testDelegation.ts'
import { openDossier } from '../../fakes/testDossier.ts'
import { databaseKey } from '../../fakes/vaultFiles.ts'
import { faultsOf, type Ground, type KilledWork } from '../killedWork.ts'

const SOURCE = '# Draft conclusions on locks\n\n1. The Council takes note of the report.\n'

let template: Promise<Ground> | null = null

/** One vault with a circle, a dossier and a text, and a card of somebody else beside it. */
async function makeTemplate(root: string): Promise<Ground> {
  const folder = join(root, 'template')
  mkdirSync(root, { recursive: true })
  const one = await makeDelegation({ folder, delegation: 'GSC' })
  const other = await makeDelegation({ folder: join(root, 'other'), delegation: 'CZ' })
  const card = await cardOf(other, root)
  const { circle } = await one.call('circle.found', { name: 'Herons', kind: 'HWPCI' })
  const dossier = await openDossier(one, circle as CircleId, ['CZ'])
  const path = join(root, 'draft.md')
  writeFileSync(path, SOURCE)
  const { text } = await one.call('text.add', { dossier, source: one.source(path), cover: {}, title: null })
  await one.close()
  await other.close()
  return { folder, rawKeyHex: await databaseKey(folder), given: { card, installation: other.me.installation, circle, dossier, text } }
}

export const writing: KilledWork = {
  name: 'writing', kills: 70, lives: 10, mostSteps: 16,
  async prepare(root) {
    const { folder, ...rest } = await (template ??= makeTemplate(root))
    const copy = join(root, 'vault')
    cpSync(folder, copy, { recursive: true })
    return { ...rest, folder: copy }
  },
  async *steps(ground, seed) {
    const vault = openKnownVault(ground, seed)
    const { card = '', installation, circle = '', dossier = '', text = '' } = ground.given
    const { revision: { document } } = await vault.call('text.show', { dossier, text, rev: null, comparedWith: null })
    const block = document.blocks[1]?.id ?? ''
    for (let round = 0; ; round++) {
      const insert = [{ text: `words ${seed} ${round}`, marks: [] }]
      const suggestions = [{ amendments: [{ op: 'replace', block, from: 0, to: 0, insert }], reason: null }]
      const position = { dossier, subject: 'Joint response', stance: 'support', remark: `remark ${round}` }
      yield `event ${(await vault.call('dossier.takePosition', position)).event}`
      const number = seed * 1000 + round
      const content = { kind: 'suggestions', suggestions: [{ ...suggestions[0], reason: String(number) }] }
      await vault.call('draft.keep', { dossier, text, rev: 0, content })
      yield `draft ${number}`
      yield `event ${(await vault.call('text.suggest', { dossier, text, rev: 0, suggestions })).event}`
      await vault.call('card.read', { source: vault.source(card) })
      yield `card ${installation}`
      await vault.call('card.trust', { installation, safetyWordsCompared: true })
      yield `trusted ${installation}`
      yield `dossier ${await openAnother(vault, circle, `${seed}-${round}`)}`
      yield `circle ${(await vault.call('circle.found', { name: `Herons ${seed} ${round}`, kind: 'HWPCI' })).circle}`
      await vault.call('settings.change', { settings: { appearance: 'dark', lockAfterMinutes: 7 } })
      yield 'settings 7'
    }
  },
  inspect: (ground, acknowledged) => faultsOf(ground, 1, async (vault) => [
    ...acknowledged.filter((line) => !isThere(vault, line)).map((line) => `acknowledged and lost: ${line}`),
    ...lostDraft(vault, ground, acknowledged),
  ]),
}

async function openAnother(vault: KnownKeyVault, circle: string, reference: string): Promise<DossierId> {
  const marking = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
  const opened = { circle, reference, title: 'Another', kind: 'singleActivity', summary: '', marking, distribution: ['CZ'] }
  return (await vault.call('dossier.open', opened)).dossier
}

function isThere({ session }: KnownKeyVault, line: string): boolean {
  const [kind, id = ''] = line.split(' ')
  switch (kind) {
    case 'event': return session.held.has(id as EventId)
    case 'dossier': return session.dossier(id as DossierId) !== null
    case 'circle': return session.circle(id as CircleId) !== null
    case 'card': return session.store.cards.all().some((card) => card.installation === id)
    case 'trusted': return session.store.cards.all().some((card) => card.installation === id && card.trusted)
    case 'settings': return session.store.settings.get('lockAfterMinutes') === id
    default: return kind === 'draft'
  }
}

/** The last acknowledged draft stands, or the one after it. */
function lostDraft({ session }: KnownKeyVault, { given }: Ground, acknowledged: readonly string[]): string[] {
  const last = acknowledged.findLast((line) => line.startsWith('draft '))
  if (last === undefined) return []
  const kept = session.store.drafts.get({ dossier: given['dossier'] as DossierId, text: given['text'] as TextId, rev: 0, kind: 'suggestions' })
  const found = Number(/"reason":"(\d+)"/.exec(kept?.content ?? '')?.[1])
  return found >= Number(last.split(' ')[1]) ? [] : [`acknowledged and lost: ${last}; found ${found}`]
}
