import { equalBytes } from '../../../shared/base/bytes.ts'
import { ok } from '../../../shared/base/result.ts'
import { safetyWords } from '../../../shared/circle/identity.ts'
import { standingAt } from '../../../shared/circle/roster.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { OwnGeneration } from '../ownKeys.ts'
import type { VaultHandler, VaultSession } from './context.ts'
import { SEALING_KEY_RETENTION_DAYS, deletesAt, deleteSpentKeys } from './keyRetention.ts'

export const keysList: VaultHandler<'keys.list'> = async (_input, session, { now }) => {
  deleteSpentKeys(session, now())
  return ok(viewKeys(session))
}

export function viewKeys(session: VaultSession): Output<'keys.list'> {
  return { retentionDays: SEALING_KEY_RETENTION_DAYS, generations: session.ownKeys.all.map((own) => viewGeneration(own, session)) }
}

function viewGeneration(own: OwnGeneration, session: VaultSession): Output<'keys.list'>['generations'][number] {
  const { generation, keys, card } = own
  const inUse = session.circles().filter((state) => {
    const entry = standingAt(state, session.installationIn(state.circle), state.epoch)
    return entry !== null && equalBytes(entry.sealingKey, keys.sealingKey)
  })
  return {
    generation, fingerprint: keys.installation, safetyWords: safetyWords(keys.installation), madeAtUtcMs: card.madeAtUtcMs, circles: inUse.map((state) => state.name),
    sealingDeletesAtUtcMs: deletesAt(own, session), sealingDeletedAtUtcMs: keys.sealingDeletedAtUtcMs,
  }
}
