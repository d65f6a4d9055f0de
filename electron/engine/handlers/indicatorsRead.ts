import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { readIndicators } from '../intake/readIndicators.ts'
import type { Handler } from './context.ts'

/** Nothing is changed: what was read is shown, and becomes an entry when a person signs it. */
export const indicatorsRead: Handler<'indicators.read'> = async ({ source }, _session, context) => {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const read = await readIndicators(path)
  if (!read.ok) return err(refusal(read.error, {}, read.error === 'not-indicators' ? 'schema' : 'limit'))
  const { format, title, indicators, leftOut } = read.value
  return ok({ format, title, indicators: [...indicators], leftOut: [...leftOut] })
}
