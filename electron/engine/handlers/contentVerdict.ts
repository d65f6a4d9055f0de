/** Whether the content of an attachment that came with a bundle is the one that its author signed for. */
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { StagedContent } from './bundleStaging.ts'
import type { VaultSession } from './context.ts'

/**
 * - `kept` it is what the author of its event signed for;
 * - `here` the content is here already; `destroyed` this machine's copy was destroyed, and does not come back;
 * - `differs` it is not what the author signed for;
 * - `stray` its event is not here, or has no body that could be compared.
 */
export type ContentVerdict = 'kept' | 'here' | 'destroyed' | 'differs' | 'stray'

/** `arrived`: events that would be here as well. */
export function judgeContent(content: Pick<StagedContent, 'event' | 'hash' | 'sizeBytes'>, session: VaultSession, arrived: readonly VerifiedEvent[]): ContentVerdict {
  if (session.store.attachments.blobOf(content.event) !== null) return 'here'
  const event = arrived.find((one) => one.id === content.event) ?? session.held.get(content.event)?.event ?? session.store.waiting.get(content.event)
  const said = event?.header.type === 'attachment.added' ? parseBody(event, dossierEventSchemas['attachment.added']) : null
  if (event === null || event === undefined || said?.ok !== true) return 'stray'
  if (said.value.hash !== content.hash || said.value.sizeBytes !== content.sizeBytes) return 'differs'
  const attachment = event.header.dossier === null ? undefined : session.dossier(event.header.dossier)?.state.attachments.find((one) => one.event === event.id)
  return attachment?.destroyed.some((one) => session.isMe(one.author)) === true ? 'destroyed' : 'kept'
}
