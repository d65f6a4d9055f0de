/** Wrong attempts to open the vault, from the moment they are made until the register holds them. */
import { hex } from '../../shared/base/bytes.ts'
import type { Clock, Random } from '../../shared/base/ports.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { AttemptsBefore } from './attempts.ts'
import type { VaultSession } from './handlers/context.ts'
import { attemptsFile, type AttemptKind, type WrongAttempt } from './vault/attemptsFile.ts'

/** Of the ones in the file, the last that the register holds: where the file could not be removed, or the process died before it was. */
const LAST_REGISTERED = 'lastWrongAttempt'
/** So many moments stand in the line one by one; of more, the first and the last. */
const MOST_NAMED = 20

const KIND_OF: Readonly<Record<string, AttemptKind>> = { 'passphrase-wrong': 'passphrase', 'recovery-code-wrong': 'recovery-code' }

interface Place {
  readonly folder: string
  readonly now: Clock
  readonly random: Random
}

/** Of a refusal to open the locked vault: kept where it was a wrong secret. */
export function keepWrongAttempt({ folder, now, random }: Place, { code }: Refusal): void {
  const kind = KIND_OF[code]
  if (kind !== undefined) attemptsFile(folder).add({ id: hex(random(8)), atUtcMs: now(), kind })
}

/** Since the vault was last open. A clock that was set back makes nobody wait: whoever can do that can also remove the file. */
export function attemptsBefore({ folder, now }: Pick<Place, 'folder' | 'now'>): AttemptsBefore {
  const kept = attemptsFile(folder).list()
  const agoMs = now() - (kept.at(-1)?.atUtcMs ?? 0)
  return { wrong: kept.length, agoMs: agoMs < 0 ? Number.POSITIVE_INFINITY : agoMs }
}

/** Inside the transaction in which the opening itself is registered. Afterwards `forget` removes the file. */
export function registerWrongAttempts({ folder }: Pick<Place, 'folder'>, session: VaultSession): { forget(): void } {
  const file = attemptsFile(folder)
  const kept = file.list()
  const registered = session.store.settings.get(LAST_REGISTERED)
  const fresh = kept.slice(kept.findIndex(({ id }) => id === registered) + 1)
  const last = fresh.at(-1)
  if (last !== undefined) {
    session.record('vault.unlockRefused', String(fresh.length), 'refused', 'passphrase-wrong', { details: detailsOf(fresh, last) })
    session.store.settings.set(LAST_REGISTERED, last.id)
  }
  return { forget: () => { if (kept.length > 0) file.clear() } }
}

function detailsOf(fresh: readonly WrongAttempt[], last: WrongAttempt): [name: string, text: string][] {
  const moment = ({ atUtcMs, kind }: WrongAttempt): string => `${new Date(atUtcMs).toISOString()}, ${kind}`
  const [first = last] = fresh
  const counted: [string, string] = ['attempts', String(fresh.length)]
  return fresh.length > MOST_NAMED ? [counted, ['first', moment(first)], ['last', moment(last)]] : [counted, ...fresh.map((one): [string, string] => ['at', moment(one)])]
}
