/** One person's machine: an engine with a vault folder of its own. It meets the others only through files. */
import { join } from 'node:path'
import type { Input, Method, Output } from '../../../shared/ipc/contract.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import { createEngine } from '../../engine/entry.ts'
import type { Player } from './cast.ts'
import { DemoStopped } from './narrator.ts'
import type { SimulatedClock } from './simulatedClock.ts'

export interface Machine extends Player {
  readonly safetyWords: string
  /** Stops the demo where the engine refuses. */
  call<M extends Method>(method: M, input: Input<M>): Promise<Output<M>>
  /** Stops the demo where the engine does not refuse. */
  refusalOf<M extends Method>(method: M, input: Input<M>): Promise<Refusal>
  source(path: string): FileGrant
  target(path: string): FileGrant
  close(): Promise<void>
}

/** Printed by the demo: whoever tries it out may open its vaults. */
export function passphraseOf(code: string): string {
  return `rehearsal only ${code} heron lantern waterway ledger quorum`
}

export async function createMachine(player: Player, vaultsFolder: string, clock: SimulatedClock): Promise<Machine> {
  const machine = await machineWithoutVault(player, join(vaultsFolder, player.delegation), clock)
  const me = await machine.call('vault.create', {
    name: player.name, delegation: player.delegation, passphrase: passphraseOf(player.delegation), acknowledged: true,
  })
  return { ...machine, safetyWords: me.safetyWords.join(' ') }
}

/** For what anybody can do who has no vault: verify a certificate. */
export async function machineWithoutVault(player: Player, vaultFolder: string, clock: SimulatedClock): Promise<Machine> {
  const engine = await createEngine({ vaultFolder, now: clock.now, kdf: 'floor' })
  return {
    ...player,
    safetyWords: '',
    call: async <M extends Method>(method: M, input: Input<M>): Promise<Output<M>> => {
      const answer = await engine.call(method, input)
      if (answer.ok) return answer.value
      throw new DemoStopped(`${player.delegation}: ${method} was refused: ${refusalWordsOf(answer.error)}`)
    },
    refusalOf: async (method, input) => {
      const answer = await engine.call(method, input)
      if (!answer.ok) return answer.error
      throw new DemoStopped(`${player.delegation}: ${method} should have been refused`)
    },
    source: engine.grantSource,
    target: engine.grantTarget,
    close: engine.close,
  }
}

export function refusalWordsOf(refusal: Refusal): string {
  const facts = Object.entries(refusal.facts).map(([name, value]) => `${name} ${value}`).join(', ')
  return [refusal.code, ...(refusal.stage === null ? [] : [`at stage ${refusal.stage}`]), ...(facts === '' ? [] : [`(${facts})`])].join(' ')
}
