/** One step of a run, as the dice fall. */
import { attach } from './attaching.ts'
import { importLater, receive } from './receiving.ts'
import { changeRole, removeOne, suspendOrReinstate } from './rosterChanges.ts'
import { sayMuch, undo } from './saying.ts'
import { forged, send, sendSome } from './sending.ts'
import { STICK_FAULTS } from './stick.ts'
import type { World } from './world.ts'

export async function step(world: World): Promise<void> {
  const { clock, dice, note, parties, stick } = world
  clock.advance(60_000)
  const party = dice.pick(parties)
  const turn = dice.below(121)
  if (turn >= 116) {
    await attach(party, world)
    // To one it gives something else first.
    if (dice.percent(30)) await forged(party, 'content', world)
    return
  }
  if (turn >= 114) return removeOne(world)
  if (turn >= 112) return suspendOrReinstate(world)
  if (turn >= 108) return changeRole(world)
  if (turn >= 100) return undo(party, world)
  if (turn < 24) return sayMuch(party, world)
  if (turn < 34) return sendSome(party, world)
  if (turn < 48) return send(party, dice.percent(50) ? [] : [dice.pick(parties.filter((one) => one !== party))], dice.percent(20), world)
  if (turn < 78 && stick.files.length > 0) {
    const file = dice.pick(stick.files)
    const addressee = parties.find((one) => file.courier.to.includes(one.delegation))
    return receive(dice.percent(75) ? (addressee ?? party) : party, file, dice.percent(20), world)
  }
  if (turn < 84) return importLater(party, world)
  if (turn < 88) return forged(party, dice.pick(['signature', 'body', 'other-author'] as const), world)
  const fault = dice.pick(STICK_FAULTS)
  note(`the stick: ${fault} ${stick.befall(fault, dice)}`)
}
