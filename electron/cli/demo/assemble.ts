/** Act 1: vaults, cards, safety words, the circle. */
import { join } from 'node:path'
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { SECRETARIAT, delegationsOf } from './cast.ts'
import { createMachine, type Machine } from './machine.ts'
import type { Assembly, Scene } from './play.ts'

export async function assemble(scene: Scene, delegations: number): Promise<Assembly> {
  const { narrator, folder, clock } = scene
  narrator.act('The circle')
  const secretariat = await createMachine(SECRETARIAT, folder.vaults, clock)
  const { circle } = await secretariat.call('circle.found', { name: 'Horizontal Working Party on Cyber Issues (exercise)', kind: 'HWPCI' })
  narrator.tell(`${secretariat.delegation} creates its vault and founds the circle.`)
  const { fileName } = await secretariat.call('card.write', { target: secretariat.target(folder.stick) })
  const installations = new Map<Machine, InstallationId>([[secretariat, (await secretariat.call('vault.status', {})).me?.installation ?? fail()]])
  const delegates: Machine[] = []
  for (const player of delegationsOf(delegations)) {
    const delegate = await createMachine(player, folder.vaults, clock)
    installations.set(delegate, await exchangeCards(scene, secretariat, delegate, fileName))
    delegates.push(delegate)
    clock.pass(5)
  }
  const assembly = { ...scene, secretariat, delegates, circle, installations, secretariatCard: join(folder.stick, fileName) }
  await admitAll(assembly)
  return assembly
}

/** Each reads the other's card; the words are the same on both screens, so both say that they compared them. */
async function exchangeCards({ folder, narrator }: Scene, secretariat: Machine, delegate: Machine, secretariatCard: string): Promise<InstallationId> {
  const written = await delegate.call('card.write', { target: delegate.target(folder.stick) })
  const card = await secretariat.call('card.read', { source: secretariat.source(join(folder.stick, written.fileName)) })
  const theirs = await delegate.call('card.read', { source: delegate.source(join(folder.stick, secretariatCard)) })
  narrator.expect(!card.trusted && !theirs.trusted, 'a card is not trusted before the safety words are compared')
  narrator.expect(card.safetyWords.join(' ') === delegate.safetyWords, `the safety words of ${delegate.delegation} are the same on both machines`)
  narrator.expect(theirs.safetyWords.join(' ') === secretariat.safetyWords, 'the safety words of the secretariat are the same on both machines')
  await secretariat.call('card.trust', { installation: card.installation, safetyWordsCompared: true })
  await delegate.call('card.trust', { installation: theirs.installation, safetyWordsCompared: true })
  narrator.tell(`${delegate.delegation} creates its vault; cards are exchanged; both read out "${delegate.safetyWords}".`)
  return card.installation
}

async function admitAll({ narrator, secretariat, delegates, circle, installations }: Assembly): Promise<void> {
  for (const delegate of delegates) {
    await secretariat.call('circle.admit', { circle, installation: installations.get(delegate) ?? fail(), roles: ['delegate'], member: true })
  }
  const { circles } = await secretariat.call('circle.list', {})
  const members = new Set(circles.find((one) => one.circle === circle)?.entries.filter((entry) => entry.member).map((entry) => entry.delegation))
  narrator.expect(delegates.every((delegate) => members.has(delegate.delegation)), 'every delegation is a member of the circle')
  narrator.tell(`${delegates.length} delegations are admitted as members.`)
}

function fail(): never {
  throw new Error('a machine of the demo has no installation')
}
