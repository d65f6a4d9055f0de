import { err, ok } from '../../../shared/base/result.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeCard } from '../outgoing/writeCard.ts'
import type { VaultHandler } from './context.ts'

export const cardWrite: VaultHandler<'card.write'> = async ({ target }, session, context) => {
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const { delegation, installation, safetyWords } = session.me
  // The name of the person stands in the card and not on the stick.
  const place = await (await chooseTarget(path, 1)).place(`${delegation.toLowerCase()}-${installation.slice(0, 8)}.chcard`)
  const written = await writeCard(place, session.myCard)
  if (!written.ok) return err(refusal(written.error))
  await notedOrWithdrawn([place], () => session.record('card.written', written.value.fileName, 'done', null))
  return ok({ ...written.value, safetyWords })
}
