/**
 * How long a private sealing key is kept after every roster has replaced it: a bundle that was sealed to it may still be with a courier.
 * Then it is deleted, and what was sealed to it opens no more.
 */
import { equalBytes } from '../../../shared/base/bytes.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import { encodeIdentity, forgetSealingSecret, withoutSealingSecret, wipe } from '../keys/index.ts'
import type { OwnGeneration } from '../ownKeys.ts'
import type { VaultSession } from './context.ts'

export const SEALING_KEY_RETENTION_DAYS = 30
const RETENTION_MS = SEALING_KEY_RETENTION_DAYS * 86_400_000

/** Null while it is newest, in use, or deleted already. */
export function deletesAt(own: OwnGeneration, session: VaultSession): number | null {
  const { all, newest } = session.ownKeys
  const next = all.find((one) => one.generation === own.generation + 1)
  if (own === newest || next === undefined || own.keys.sealing === null) return null
  const replaced = session.circles().map((circle) => replacedAt(own, circle, session))
  return replaced.includes('in use') ? null : Math.max(next.card.madeAtUtcMs, ...replaced.filter((at) => typeof at === 'number')) + RETENTION_MS
}

/** When this machine learnt that a circle no longer seals to the key; null for one that never did. */
function replacedAt({ keys }: OwnGeneration, { circle, entries, history }: CircleState, session: VaultSession): number | 'in use' | null {
  const me = session.installationIn(circle)
  const own = entries.filter((entry) => entry.installation === me && equalBytes(entry.sealingKey, keys.sealingKey))
  const last = own.at(-1)
  if (last === undefined) return null
  if (last.untilEpoch === null) return 'in use'
  const step = history.find((one) => one.epoch === last.untilEpoch)
  return (step && session.held.get(step.event)?.admittedAtUtcMs) ?? 0
}

/** At every unlocking, and when the keys are looked at. A vault that is open for reading only stays as it is. */
export function deleteSpentKeys(session: VaultSession, nowUtcMs: number): void {
  if (session.readOnly !== null) return
  const due = session.ownKeys.all.filter((own) => {
    const at = deletesAt(own, session)
    return at !== null && at <= nowUtcMs
  })
  if (due.length === 0) return
  session.transaction(() => {
    for (const { generation, keys } of due) {
      const secret = encodeIdentity(withoutSealingSecret(keys, nowUtcMs))
      session.store.ownKeys.replaceSecret(generation, secret)
      wipe(secret)
      session.record('keys.deleted', `private sealing key ${generation}`, 'done', null)
    }
    session.ownKeys.reread()
  })
  for (const { keys } of due) forgetSealingSecret(keys)
  session.store.emptyLog()
}
