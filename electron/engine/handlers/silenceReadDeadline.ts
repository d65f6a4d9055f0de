import { ok } from '../../../shared/base/result.ts'
import { deadlineWarnings } from '../../../shared/silence/warnings.ts'
import { NO_CHANGES } from '../../../shared/silence/holidays.ts'
import type { HolderHandler } from './context.ts'
import { readHolidayChanges } from './holidayShow.ts'
import { deadlineOf } from './silenceDeadline.ts'

/** With the holidays as the person of this vault changed them, or as they ship where none is open. */
export const silenceReadDeadline: HolderHandler<'silence.readDeadline'> = async ({ wallTime, zone }, context, vault) => {
  const deadline = deadlineOf(wallTime, zone, context.now())
  if (!deadline.ok) return deadline
  const session = vault.session()
  const changes = session === null ? NO_CHANGES : readHolidayChanges(session.store.settings)
  return ok({ ...deadline.value, warnings: deadlineWarnings(deadline.value, context.now(), changes) })
}
