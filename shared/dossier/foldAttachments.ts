/** Attachments, and who has destroyed a copy: once each, and only of what is known to have been added before. */
import type { Ledger, Reading } from './ledger.ts'
import type { Distribution } from './permissions.ts'
import type { Attachment } from './state.ts'

type Added = Reading<'attachment.added'>
type Destroyed = Reading<'attachment.destroyed'>

export function foldAttachments(ledger: Ledger, distribution: Distribution): Attachment[] {
  const added = ledger.read('attachment.added', distribution)
  const byAttachment = Map.groupBy(ledger.read('attachment.destroyed', distribution), (one) => one.body.attachment)
  const attachments = added.map((reading) => {
    ledger.apply(reading, reading.body.name)
    const destroyed = destructionsOf(ledger, reading, byAttachment.get(reading.event.id) ?? [])
    byAttachment.delete(reading.event.id)
    return { ...reading.statement, ...reading.body, destroyed }
  })
  for (const stray of [...byAttachment.values()].flat()) ledger.setAside(stray.event, 'refersToNothing')
  return attachments
}

function destructionsOf(ledger: Ledger, added: Added, said: readonly Destroyed[]): Attachment['destroyed'] {
  const counted = new Map<string, Attachment['destroyed'][number]>()
  for (const one of said) {
    const { author } = one.statement
    if (!ledger.causality.isBefore(added.event.id, one.event.id)) ledger.setAside(one.event, 'refersToNothing')
    else if (counted.has(author)) ledger.setAside(one.event, 'duplicate')
    else {
      ledger.apply(one, added.body.name)
      counted.set(author, { ...one.statement, reason: one.body.reason })
    }
  }
  return [...counted.values()]
}
