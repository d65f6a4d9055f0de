/** Act 4: the secretariat receives the replies: in any order, one of them twice, one damaged on the way. */
import { basename } from 'node:path'
import { refusalWordsOf } from './machine.ts'
import { DemoStopped } from './narrator.ts'
import { stateHashOf, type Deliberation } from './play.ts'
import { damagedCopy, importAgain, importFrom } from './travel.ts'

export async function receiveAll(deliberation: Deliberation, replies: readonly string[]): Promise<void> {
  const { narrator, secretariat, delegates } = deliberation
  narrator.act('The secretariat receives the replies')
  const [twice, damaged] = replies
  if (twice === undefined || damaged === undefined) throw new DemoStopped('there should be two replies or more')
  await refuseDamaged(deliberation, damaged)
  for (const path of replies.toReversed()) {
    const { admitted } = await importFrom(deliberation, secretariat, path)
    narrator.expect(admitted > 0, `${basename(path)} brings something new`)
  }
  narrator.tell(`${secretariat.delegation} imports all ${replies.length} replies, the last first; the good copy of the damaged one among them.`)
  const before = await stateHashOf(secretariat, deliberation)
  await importAgain(deliberation, secretariat, twice)
  narrator.expect(await stateHashOf(secretariat, deliberation) === before, 'a bundle that arrives twice changes nothing')
  narrator.tell(`The reply of ${delegates[0]?.delegation} arrives a second time: it is known, nothing changes.`)
}

async function refuseDamaged(deliberation: Deliberation, path: string): Promise<void> {
  const { narrator, secretariat, delegates, tally } = deliberation
  const stateBefore = await stateHashOf(secretariat, deliberation)
  const headsBefore = (await secretariat.call('vault.verify', {})).headsHash
  const refusal = await secretariat.refusalOf('bundle.preview', { source: secretariat.source(damagedCopy(path)) })
  const asItShould = refusal.code === 'bundle-altered' && refusal.stage === 'payload'
  narrator.expect(asItShould, `a flipped byte is refused as altered, at stage payload (it was ${refusalWordsOf(refusal)})`)
  narrator.expect(await stateHashOf(secretariat, deliberation) === stateBefore, 'a refused bundle leaves the dossier as it was')
  const after = await secretariat.call('vault.verify', {})
  narrator.expect(after.headsHash === headsBefore && after.faults.length === 0, 'a refused bundle leaves the vault as it was')
  tally.refused.push({ code: refusal.code, stage: refusal.stage })
  narrator.tell(`The reply of ${delegates[1]?.delegation} was damaged on the way: refused, ${refusalWordsOf(refusal)}; nothing changed.`)
}
