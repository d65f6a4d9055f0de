/** Whatever is said, whatever order the stick keeps: once everybody has everything, everybody sees the same. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { conveneCircle, receive, send, type TestCircle, type TestDelegation } from '../fakes/testDelegation.ts'
import { openDossier, stateHash, takePosition } from '../fakes/testDossier.ts'

type Step =
  | { readonly does: 'say'; readonly who: number }
  | { readonly does: 'send'; readonly who: number; readonly to: number }
  /** One of the files on the stick, new or old, for whom it may concern. */
  | { readonly does: 'receive'; readonly file: number }

const who = fc.nat({ max: 2 })
const steps = fc.array(fc.oneof(
  fc.record({ does: fc.constant('say' as const), who }),
  fc.record({ does: fc.constant('send' as const), who, to: who }),
  fc.record({ does: fc.constant('receive' as const), file: fc.nat({ max: 30 }) }),
), { minLength: 4, maxLength: 14 })

let circle: TestCircle
let everybody: readonly TestDelegation[]

beforeAll(async () => {
  circle = await conveneCircle(['CZ', 'DE'])
  everybody = [circle.secretariat, ...circle.members]
}, 60_000)
afterAll(() => circle.dissolve())

interface OnStick {
  readonly path: string
  readonly to: readonly TestDelegation[]
}

function person(at: number): TestDelegation {
  const found = everybody[at]
  if (!found) throw new Error('nobody there')
  return found
}

/** Writes what there is to send; a sender with nothing for them leaves the stick as it is. */
async function sendIfAny(stick: OnStick[], from: TestDelegation, to: readonly TestDelegation[]): Promise<void> {
  const recipients = to.map((one) => one.me.installation)
  const answer = await from.engine.call('bundle.write', { circle: circle.circle, recipients, everything: false, target: from.target(circle.stick) })
  if (!answer.ok) return expect(answer.error.code).toBe('nothing-to-send')
  const named = (code: string) => to.filter((one) => one.me.delegation === code)
  stick.push(...answer.value.files.map((file) => ({ path: `${circle.stick}/${file.fileName}`, to: file.delegations.flatMap(named) })))
}

async function take(stick: OnStick[], step: Step, dossier: DossierId): Promise<void> {
  if (step.does === 'say') return takePosition(person(step.who), dossier, `Word ${stick.length}`)
  if (step.does === 'send') return step.who === step.to ? undefined : sendIfAny(stick, person(step.who), [person(step.to)])
  const file = stick[step.file % Math.max(1, stick.length)]
  for (const one of file?.to ?? []) await receive(one, file?.path ?? '')
}

it('three engines that exchange files in any order, some twice and some late, end with one state', async () => {
  await fc.assert(fc.asyncProperty(steps, async (plan) => {
    const dossier = await openDossier(circle.secretariat, circle.circle, ['CZ', 'DE'])
    const stick: OnStick[] = []
    for (const path of await send(circle.secretariat, circle.circle, circle.stick)) for (const member of circle.members) await receive(member, path)
    for (const step of plan) await take(stick, step, dossier)
    for (const member of circle.members) await sendIfAny(stick, member, [circle.secretariat])
    for (const file of stick.toReversed()) for (const one of file.to) await receive(one, file.path)
    for (const path of await send(circle.secretariat, circle.circle, circle.stick, [], true)) for (const member of circle.members) await receive(member, path)
    const hashes = await Promise.all(everybody.map((one) => stateHash(one, dossier)))
    expect(new Set(hashes).size).toBe(1)
    const shown = await circle.secretariat.call('dossier.show', { dossier })
    expect(shown.pending).toBe(0)
    expect(shown.state.positions).toHaveLength(plan.filter((step) => step.does === 'say').length)
  }), { seed: 20311012, numRuns: 6, endOnFailure: true })
}, 120_000)
