/** How a run begins, and how it ends: with a stick that keeps what is put on it, and machines that keep their power. */
import { everybodyReceives } from './receiving.ts'
import { reinstate } from './rosterChanges.ts'
import { send } from './sending.ts'
import { membersThat } from './standing.ts'
import type { World } from './world.ts'

const ROUNDS = 2
/** Of those that are still suspended when the healing begins, in a hundred. */
const REINSTATED = { before: 40, during: 40 }

/** Mostly everybody hears of the circle first. Where not, even that has to come through all this. */
export async function begin(world: World): Promise<void> {
  const { dice, secretariat } = world
  if (dice.percent(20)) return
  world.isCalm = true
  await send(secretariat, [], false, world)
  await everybodyReceives(secretariat, world)
  world.isCalm = false
}

/** Everybody sends what others lack. Mostly nobody is suspended by the end of it. */
export async function heal(world: World): Promise<void> {
  const { dice, note, seed } = world
  note('the stick heals')
  world.isCalm = true
  // By way of the secretariat; every tenth run each to all, as a working party without one would.
  const isStar = seed % 10 !== 0
  const turn = dice.below(100)
  if (turn < REINSTATED.before) await reinstateAll(world)
  await round(isStar, world)
  // Whoever comes back only now has heard nothing of the round before.
  const isBack = turn >= REINSTATED.before && turn < REINSTATED.before + REINSTATED.during && await reinstateAll(world)
  for (let left = isBack ? ROUNDS : ROUNDS - 1; left > 0; left--) await round(isStar, world)
}

/** Whether there was anybody. */
async function reinstateAll(world: World): Promise<boolean> {
  const suspended = membersThat('suspended', world)
  for (const member of suspended) await reinstate(member, world)
  return suspended.length > 0
}

async function round(isStar: boolean, world: World): Promise<void> {
  const { clock, members, secretariat, stick } = world
  for (const sender of [secretariat, ...members, secretariat]) {
    stick.empty()
    clock.advance(60_000)
    await send(sender, isStar && sender !== secretariat ? [secretariat] : [], false, world)
    await everybodyReceives(sender, world)
  }
}
