/** What a person says at its machine, and takes back again. */
import { takeBack } from './takeBack.ts'
import type { Party } from './party.ts'
import type { World } from './world.ts'

export async function sayMuch(party: Party, world: World): Promise<void> {
  for (let left = 1 + world.dice.below(3); left > 0; left--) await say(party, world)
}

async function say(party: Party, { acknowledge, broken, dice, during, template: { dossier }, trace }: World): Promise<void> {
  const [method, input] = dice.pick([
    ['dossier.takePosition', { dossier, subject: 'Joint response', stance: 'support', remark: `Word ${trace.length}` }],
    ['dossier.markStep', { dossier, step: 1 + dice.below(9), state: 'begun', note: `Note ${trace.length}` }],
    ['dossier.contribute', {
      dossier, title: `Report ${trace.length}`, kind: 'technical', source: '', text: 'Logs', reliability: null, credibility: null,
      marking: { limite: true, classification: 'NONE', tlp: null, releasableTo: [] },
    }],
  ] as const)
  const answer = await during(party, method, () => party.vault.attempt(method, input))
  if (answer?.ok) acknowledge(party, [answer.value.event])
  else if (answer !== null && answer.error.code !== 'dossier-unknown' && answer.error.code !== 'role-not-allowed') throw broken(`${method} was refused: ${answer.error.code}`)
}

export async function undo(party: Party, { acknowledged, broken, counts, dice, during, keptAll, keptContents }: World): Promise<void> {
  if (await takeBack(party, { dice, broken, acknowledged: acknowledged(party), keptContents: keptContents(party), during: (what, call) => during(party, what, call) })) counts.undone++
  keptAll(party)
}
