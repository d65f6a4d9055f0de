/**
 * Machines as their people left them the evening before, made by the real engine for the real app to open. What is done here is done by
 * hand where it is the matter: the first start in recovery and round, the admission to a circle in round and circle.
 */
import { join } from 'node:path'
import type { CircleId } from '../../shared/base/identifiers.ts'
import { DELEGATIONS, type Delegation } from '../../shared/base/delegations.ts'
import { delegations } from '../../renderer/messages/en/frame.ts'
import { admit, makeDelegation, type TestDelegation } from '../fakes/testDelegation.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { Person, type Who } from './person.ts'

/** A machine with a vault, on which nothing of the app runs yet. */
export interface Beginning {
  readonly who: Who
  /** The folder that holds the vault. */
  readonly profile: string
  readonly engine: TestDelegation
}

const MACHINE_CLOCK = { now: () => Date.now() }

function codeOf({ delegation }: Who): Delegation {
  const code = DELEGATIONS.find((one) => delegations[one] === delegation)
  if (code === undefined) throw new Error(`there is no delegation ${delegation}`)
  return code
}

/** A vault that does not lock by itself while somebody else is at work: one person at a time acts in a test. */
export async function vaultOf(who: Who): Promise<Beginning> {
  const profile = temporaryFolder('profile')
  const engine = await makeDelegation({ folder: join(profile, 'vault'), delegation: codeOf(who), name: who.name, passphrase: who.passphrase, clock: MACHINE_CLOCK })
  await engine.call('settings.change', { settings: { lockAfterMinutes: 60 } })
  return { who, profile, engine }
}

/** A circle of the first with the others, who compared their cards and do not have the roster yet. */
export async function found(secretariat: Beginning, members: readonly Beginning[] = []): Promise<CircleId> {
  const { circle } = await secretariat.engine.call('circle.found', { name: 'Horizontal Working Party on Cyber Issues', kind: 'HWPCI' })
  const stick = temporaryFolder('cards')
  for (const member of members) await admit(secretariat.engine, member.engine, circle, stick)
  removeFolder(stick)
  return circle
}

/** The app started on the machine, and the vault opened. `switches` as `Person.atNewMachine` has them. */
export async function atDesk({ who, profile, engine }: Beginning, switches: readonly string[] = []): Promise<Person> {
  await engine.close()
  const person = await Person.atMachineOf(who, profile, switches)
  await person.opens()
  return person
}

export async function atOwnVault(who: Who): Promise<Person> {
  return atDesk(await vaultOf(who))
}

/** In a circle of which nobody else is a member yet. */
export async function atOwnCircle(who: Who): Promise<Person> {
  const begun = await vaultOf(who)
  await found(begun)
  return atDesk(begun)
}
