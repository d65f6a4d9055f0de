/** What the secretariat decides about its members. The next roster reaches the others when it does. */
import type { Party } from './party.ts'
import { receive } from './receiving.ts'
import { sayMuch } from './saying.ts'
import { send } from './sending.ts'
import { membersThat } from './standing.ts'
import type { World } from './world.ts'

export async function changeRole(world: World): Promise<void> {
  const { broken, dice, during, secretariat, template: { circle } } = world
  const { installation } = dice.pick([...membersThat('present', world), ...membersThat('suspended', world)])
  const roles = dice.pick([['delegate'], ['delegate', 'drafter']])
  const answer = await during(secretariat, 'changes a role', () => secretariat.vault.attempt('circle.changeRole', { circle, installation, roles, member: true, strict: false }))
  if (answer?.ok === false && answer.error.code !== 'change-without-meaning') throw broken(`a change of role was refused: ${answer.error.code}`)
}

/** One at a time is neither heard nor written to. */
export async function suspendOrReinstate(world: World): Promise<void> {
  const [suspended] = membersThat('suspended', world)
  if (suspended !== undefined) return reinstate(suspended, world)
  const member = world.dice.pick(membersThat('present', world))
  await amidItsWords(member, () => decide('circle.suspend', 'suspends', member, world), world)
}

export async function reinstate(member: Party, world: World): Promise<void> {
  await decide('circle.reinstate', 'reinstates', member, world)
}

/** Nobody comes back from it, and it happens once in a run at most: the laws of the others need somebody to hold for. */
export async function removeOne(world: World): Promise<void> {
  if (membersThat('out', world).length > 0) return
  const member = world.dice.pick([...membersThat('present', world), ...membersThat('suspended', world)])
  await amidItsWords(member, () => decide('circle.remove', 'removes', member, world), world)
}

/** Some of what it says reaches the secretariat before the decision, some reaches only another, and some is said in ignorance of it. */
async function amidItsWords(member: Party, decision: () => Promise<void>, world: World): Promise<void> {
  const { dice, members, secretariat } = world
  const another = (): Party => dice.pick(members.filter((one) => one !== member))
  if (dice.percent(50)) await talk(member, secretariat, world)
  if (dice.percent(50)) await talk(member, another(), world)
  await decision()
  if (dice.percent(50)) await talk(member, another(), world)
}

async function talk(by: Party, to: Party, world: World): Promise<void> {
  await sayMuch(by, world)
  const before = new Set(world.stick.files)
  await send(by, [to], false, world)
  for (const file of world.stick.files) if (!before.has(file)) await receive(to, file, false, world)
}

async function decide(method: 'circle.suspend' | 'circle.reinstate' | 'circle.remove', what: string, member: Party, world: World): Promise<void> {
  const { broken, counts, during, secretariat, template: { circle } } = world
  const { installation } = member
  const input = method === 'circle.reinstate' ? { circle, installation } : { circle, installation, reason: 'As decided' }
  const { epoch } = secretariat.vault.session.circle(circle) ?? { epoch: 0 }
  const answer = await during(secretariat, `${what} ${member.delegation}`, () => secretariat.vault.attempt(method, input))
  if (answer?.ok === false) throw broken(`${method} was refused: ${answer.error.code}`)
  // Where the power failed it may stand all the same.
  if (secretariat.vault.session.circle(circle)?.epoch === epoch) return
  if (method === 'circle.suspend') counts.suspensions++
  if (method === 'circle.remove') counts.removals++
}
