/** What the secretariat decides about its members. The next roster reaches the others when it does. */
import type { World } from './world.ts'

export async function changeRole({ broken, dice, during, members, secretariat, template: { circle } }: World): Promise<void> {
  const { installation } = dice.pick(members)
  const roles = dice.pick([['delegate'], ['delegate', 'drafter']])
  const answer = await during(secretariat, 'changes a role', () => secretariat.vault.attempt('circle.changeRole', { circle, installation, roles, member: true, strict: false }))
  if (answer?.ok === false && answer.error.code !== 'change-without-meaning') throw broken(`a change of role was refused: ${answer.error.code}`)
}
