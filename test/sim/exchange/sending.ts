/** From a machine to the stick. */
import { sealByHand, testContext } from '../../fakes/openSession.ts'
import { forge, type Forgery } from './forge.ts'
import type { Party } from './party.ts'
import { receive } from './receiving.ts'
import { standingIn } from './standing.ts'
import type { World } from './world.ts'

/** With no recipient named it is for everybody. */
export async function send(party: Party, to: readonly Party[], everything: boolean, { broken, during, stick, template: { circle } }: World): Promise<void> {
  const input = { circle, recipients: to.map((one) => one.installation), everything, target: party.vault.target(stick.folder) }
  const { epoch } = party.vault.session.circle(circle) ?? { epoch: 0 }
  const before = new Set(stick.files.map((file) => file.name))
  const answer = await during(party, `writes for ${to.length === 0 ? 'all' : to.map((one) => one.delegation).join(' ')}`, () => party.vault.attempt('bundle.write', input))
  if (answer === null) return
  if (!answer.ok) {
    if (!['nothing-to-send', 'circle-unknown', 'no-recipients'].includes(answer.error.code)) throw broken(`writing was refused: ${answer.error.code}`)
    return
  }
  if (answer.value.unreadable.length > 0) throw broken(`${party.delegation} cannot read the contents of ${answer.value.unreadable.join(', ')}`)
  for (const file of answer.value.files) {
    if (before.has(file.fileName)) throw broken(`${file.fileName} was written over`)
    const noted = party.vault.session.store.bundles.of(circle).findLast((bundle) => bundle.direction === 'out' && bundle.counter === file.counter)
    if (noted === undefined || noted.events.length !== file.events) throw broken(`${file.fileName} was written and not noted`)
    stick.add(file.fileName, { from: party.delegation, to: file.delegations, epoch, bringsRoster: party.delegation === 'GSC', events: noted.events, contents: noted.contents })
  }
}

/** A true bundle with some of what its sender holds: what comes by different ways comes in parts, and late. Often it is looked at right away. */
export async function sendSome(party: Party, world: World): Promise<void> {
  const { clock, dice, note, parties, seed, stick, template: { circle }, trace } = world
  const state = party.vault.session.circle(circle)
  if (state === null) return
  const to = dice.pick(parties.filter((one) => one !== party && standingIn(state, one.installation) === 'present'))
  const events = party.events().filter(({ header: { dossier } }) => dossier !== null && dice.percent(40))
  const name = `part-${trace.length}.chbundle`
  await sealByHand(party.vault.session, stick.path(name), { circle, to: to.installation, counter: 5000 + trace.length, events: events.map(({ signed }) => signed) }, testContext(clock.now, seed + trace.length))
  note(`${party.delegation} writes ${events.length} of its events for ${to.delegation}: ${name}`)
  stick.add(name, { from: party.delegation, to: [to.delegation], epoch: state.epoch, bringsRoster: false, events: events.map(({ id }) => id), contents: [] })
  const part = stick.files.at(-1)
  if (part !== undefined && dice.percent(60)) await receive(to, part, false, world)
}

/** A member that knows the format makes a bundle in which something is not what it says. Nobody may take anything of it. */
export async function forged(by: Party, forgery: Forgery, { broken, dice, note, parties, stick, template: { circle }, trace }: World): Promise<void> {
  const victim = dice.pick(parties.filter((one) => one !== by))
  const path = stick.path(`forged-${trace.length}.chbundle`)
  if (!(await forge(forgery, by, victim, circle, path))) return
  const before = takenIn(forgery, victim)
  const answer = await victim.vault.attempt('bundle.preview', { source: victim.vault.source(path) })
  note(`${by.delegation} forges (${forgery}) for ${victim.delegation}: ${answer.ok ? 'opens' : answer.error.code}`)
  if (answer.ok) await victim.vault.attempt('bundle.import', { preview: answer.value.preview })
  if (takenIn(forgery, victim) !== before) throw broken(`a forged bundle (${forgery}) was taken in`)
}

/** The event that a content goes with is true. */
function takenIn(forgery: Forgery, { events, vault: { session }, waiting }: Party): number {
  return forgery === 'content' ? session.store.attachments.blobs().size : events().length + waiting().length
}
