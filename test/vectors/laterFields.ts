/** Fields that came after `wholeCase.ts` was frozen: a comment that the Presidency has put down for a delegation. */
import { concat, fromHex, utf8 } from '../../shared/base/bytes.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { encodeEventItem } from '../../shared/log/item.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import { seal, type Vector } from './bundles.ts'
import { actor, circle, dice, rosterEvents, rosterHead, secretariat } from './cast.ts'
import { continueLog, type CaseLog } from './caseLog.ts'
import { COVER, TEXT, documentOf } from './wholeCaseText.ts'
import { frontierOf } from './wholeCase.ts'

const LIMITE = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const NONCE = Uint8Array.from({ length: 16 }, (_, at) => 16 - at)
const chair = actor('Petra Example', 'PRES', dice(20310302))
const caseId = hasher(concat(utf8('chancery/dossier/v1/id\0'), fromHex(circle), fromHex(chair.identity.installation), NONCE)) as string as DossierId

function tell(): CaseLog {
  const log = continueLog(rosterEvents, rosterHead, Date.UTC(2031, 2, 2, 8))
  log.change(secretariat, { kind: 'admitted', card: { ...chair.card }, roles: ['chair'], member: false })
  log.say(chair, caseId, 'dossier.opened', {
    reference: 'HALCYON 32', title: 'Comments in Word', kind: 'singleActivity', summary: '', marking: LIMITE, distribution: ['CZ', 'NL', 'PRES', 'GSC'], nonce: NONCE,
  })
  const { document, textHash } = documentOf('The Council notes the intrusions.')
  const issued = log.say(chair, caseId, 'text.revIssued', { text: TEXT, rev: 0, title: 'Draft Council conclusions', cover: COVER, document, textHash, basis: null })
  log.say(chair, caseId, 'text.commented', { text: TEXT, against: issued.id, thread: null, place: { block: '5', from: 4, to: 11 }, act: 'said', words: 'Or the Union?', onBehalfOf: 'CZ' })
  return log
}

export const laterFields: Vector = {
  name: 'good-later-fields', expect: null,
  make: () => {
    const log = tell()
    const events = log.events.map((event) => encodeEventItem(event.signed))
    const items = events.map((item) => ({ type: 'event', size: item.length, hash: hasher(item) }))
    return seal(45, { items: events, manifest: { format: 3, roster: { ...log.head }, frontier: frontierOf(log), marking: LIMITE, items, withoutBody: [], withoutContent: [], sealedAtUtcMs: Date.UTC(2031, 3, 2) } })
  },
}
