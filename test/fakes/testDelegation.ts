/** A real engine on a temporary folder, with calls that say loudly when they are refused. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEngine, type Engine } from '../../electron/engine/entry.ts'
import type { Printer } from '../../electron/engine/handlers/context.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { CircleId, InstallationId } from '../../shared/base/identifiers.ts'
import type { Method, Output } from '../../shared/ipc/contract.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import { fixedClock, type FixedClock } from './fixedClock.ts'
import { seededRandom } from './seededRandom.ts'

export const PASSPHRASE = 'seven grey herons watch the canal'

export interface TestDelegation {
  readonly me: Me
  readonly folder: string
  readonly engine: Engine
  /** The answer; throws where the call is refused. */
  call<M extends Method>(method: M, input: unknown): Promise<Output<M>>
  /** The refusal; throws where the call succeeds. */
  refused(method: Method, input: unknown): Promise<Refusal>
  source(path: string): FileGrant
  target(path: string): FileGrant
  /** Closes the engine and opens another on the same folder. */
  reopen(): Promise<void>
  close(): Promise<void>
}

export interface DelegationOptions {
  readonly folder: string
  readonly delegation: Delegation
  readonly name?: string
  readonly passphrase?: string
  readonly clock?: Pick<FixedClock, 'now'>
  readonly seed?: number
  /** Left out: there is no way to print. */
  readonly print?: Printer
}

export async function makeDelegation(options: DelegationOptions): Promise<TestDelegation> {
  const { folder, delegation, passphrase = PASSPHRASE, clock = fixedClock(), seed = seedOf(delegation) } = options
  const random = seededRandom(seed)
  const start = (): Promise<Engine> => createEngine({ vaultFolder: folder, now: clock.now, random, kdf: 'floor', ...(options.print === undefined ? {} : { print: options.print }) })
  let engine = await start()
  const call = async <M extends Method>(method: M, input: unknown): Promise<Output<M>> => {
    const answer = await engine.call(method, input)
    if (!answer.ok) throw new Error(`${delegation}: ${method} refused: ${JSON.stringify(answer.error)}`)
    return answer.value
  }
  const name = options.name ?? `Person of ${delegation}`
  const me = await call('vault.create', { name, delegation, passphrase, acknowledged: true })
  return {
    me, folder, call,
    get engine() {
      return engine
    },
    async refused(method, input) {
      const answer = await engine.call(method, input)
      if (answer.ok) throw new Error(`${delegation}: ${method} was not refused`)
      return answer.error
    },
    source: (path) => engine.grantSource(path),
    target: (path) => engine.grantTarget(path),
    async reopen() {
      await engine.close()
      engine = await start()
      await call('vault.unlock', { passphrase })
    },
    close: () => engine.close(),
  }
}

/** A circle whose members have been admitted, each on its own vault, and a stick to carry files. */
export interface TestCircle {
  readonly root: string
  readonly stick: string
  readonly clock: FixedClock
  readonly circle: CircleId
  readonly secretariat: TestDelegation
  readonly members: readonly TestDelegation[]
  member(delegation: Delegation): TestDelegation
  /** Closes every engine and removes the folders. */
  dissolve(): Promise<void>
}

export async function conveneCircle(delegations: readonly Delegation[]): Promise<TestCircle> {
  const root = temporaryFolder()
  const stick = temporaryFolder()
  const clock = fixedClock()
  const secretariat = await makeDelegation({ folder: join(root, 'gsc'), delegation: 'GSC', clock })
  const members: TestDelegation[] = []
  for (const delegation of delegations) members.push(await makeDelegation({ folder: join(root, delegation), delegation, clock }))
  const { circle } = await secretariat.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })
  for (const member of members) await admit(secretariat, member, circle, stick)
  return {
    root, stick, clock, circle, secretariat, members,
    member(delegation) {
      const found = members.find((member) => member.me.delegation === delegation)
      if (!found) throw new Error(`${delegation} is not in this circle`)
      return found
    },
    async dissolve() {
      for (const one of [secretariat, ...members]) await one.close()
      for (const folder of [root, stick]) rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** Cards in both directions, words compared, and a place in the roster. */
export async function admit(secretariat: TestDelegation, member: TestDelegation, circle: CircleId, stick: string): Promise<void> {
  await trust(secretariat, await cardOf(member, stick))
  await trust(member, await cardOf(secretariat, stick))
  await secretariat.call('circle.admit', { circle, installation: member.me.installation, roles: ['delegate'], member: true })
}

export async function cardOf(one: TestDelegation, stick: string): Promise<string> {
  const { fileName } = await one.call('card.write', { target: one.target(stick) })
  return join(stick, fileName)
}

export async function trust(one: TestDelegation, cardPath: string): Promise<InstallationId> {
  const { installation } = await one.call('card.read', { source: one.source(cardPath) })
  await one.call('card.trust', { installation, safetyWordsCompared: true })
  return installation
}

/** Everything that the recipients lack, as files on the stick. */
export async function send(from: TestDelegation, circle: CircleId, stick: string, to: readonly TestDelegation[] = [], everything = false): Promise<string[]> {
  const recipients = to.map((one) => one.me.installation)
  const { files } = await from.call('bundle.write', { circle, recipients, everything, target: from.target(stick) })
  return files.map((file) => join(stick, file.fileName))
}

export async function receive(to: TestDelegation, path: string): Promise<Output<'bundle.import'>> {
  const { preview } = await to.call('bundle.preview', { source: to.source(path) })
  return to.call('bundle.import', { preview })
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'chancery-test-'))
}

function seedOf(delegation: Delegation): number {
  return Array.from(delegation).reduce((sum, letter) => sum * 31 + (letter.codePointAt(0) ?? 0), 7)
}
