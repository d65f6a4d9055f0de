/** How a run begins, and how it ends: with a stick that keeps what is put on it, and machines that keep their power. */
import { everybodyReceives } from './receiving.ts'
import { send } from './sending.ts'
import type { World } from './world.ts'

const ROUNDS = 2

/** Mostly everybody hears of the circle first. Where not, even that has to come through all this. */
export async function begin(world: World): Promise<void> {
  const { dice, secretariat } = world
  if (dice.percent(20)) return
  world.isCalm = true
  await send(secretariat, [], false, world)
  await everybodyReceives(secretariat, world)
  world.isCalm = false
}

/** Everybody sends what others lack. */
export async function heal(world: World): Promise<void> {
  const { clock, members, note, secretariat, seed, stick } = world
  note('the stick heals')
  world.isCalm = true
  // By way of the secretariat; every tenth run each to all, as a working party without one would.
  const isStar = seed % 10 !== 0
  for (let round = 0; round < ROUNDS; round++) {
    for (const sender of [secretariat, ...members, secretariat]) {
      stick.empty()
      clock.advance(60_000)
      await send(sender, isStar && sender !== secretariat ? [secretariat] : [], false, world)
      await everybodyReceives(sender, world)
    }
  }
}
