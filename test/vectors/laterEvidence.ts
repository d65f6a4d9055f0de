/** A field that came after `laterFields.ts` was frozen: what the proportion of an option rests on, beside a dimension that rests on nothing. */
import { concat, fromHex, utf8 } from '../../shared/base/bytes.ts'
import type { DossierId } from '../../shared/base/identifiers.ts'
import { encodeEventItem } from '../../shared/log/item.ts'
import { hasher } from '../../electron/engine/keys/index.ts'
import { seal, type Vector } from './bundles.ts'
import { actor, circle, dice, rosterEvents, rosterHead, secretariat } from './cast.ts'
import { continueLog, type CaseLog } from './caseLog.ts'
import { frontierOf } from './wholeCase.ts'

const LIMITE = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
const NONCE = Uint8Array.from({ length: 16 }, (_, at) => 32 - at)
const chair = actor('Petra Example', 'PRES', dice(20310303))
const caseId = hasher(concat(utf8('chancery/dossier/v1/id\0'), fromHex(circle), fromHex(chair.identity.installation), NONCE)) as string as DossierId

function tell(): CaseLog {
  const log = continueLog(rosterEvents, rosterHead, Date.UTC(2031, 2, 3, 8))
  log.change(secretariat, { kind: 'admitted', card: { ...chair.card }, roles: ['chair'], member: false })
  log.say(chair, caseId, 'dossier.opened', {
    reference: 'HALCYON 33', title: 'In proportion', kind: 'singleActivity', summary: '', marking: LIMITE, distribution: ['CZ', 'NL', 'PRES', 'GSC'], nonce: NONCE,
  })
  const finding = log.say(chair, caseId, 'entry.added', {
    content: { kind: 'finding', statement: 'The same loader was used', actor: 'Grey Heron', scale: 'confidence', confidence: 'moderate', basis: 'Code comparison', evidence: [] }, marking: null,
  })
  const note = log.say(chair, caseId, 'entry.added', {
    content: {
      kind: 'note', noteKind: 'options', title: 'Options on the ports', actor: 'Grey Heron', objectives: ['Stop the activity'], background: 'Ferries stood still.', actorPerspective: '', risks: '', communication: '',
      partners: '', evidence: [],
    }, marking: null,
  })
  log.say(chair, caseId, 'entry.added', {
    content: {
      kind: 'option', note: note.id, title: 'A quiet word', text: 'Raise the matter in private.', measures: [{ measure: 'demarche', catalogue: 0, name: 'Démarche through delegations and embassies' }], sequencing: 'single',
      gradual: '', shortTerm: '', longTerm: '', escalation: '', principles: [], proportionality: [{ dimension: 'scale', text: 'Four ports', evidence: [finding.id] }, { dimension: 'impact', text: 'Two days' }],
    }, marking: null,
  })
  return log
}

export const laterEvidence: Vector = {
  name: 'good-later-evidence', expect: null,
  make: () => {
    const log = tell()
    const events = log.events.map((event) => encodeEventItem(event.signed))
    const items = events.map((item) => ({ type: 'event', size: item.length, hash: hasher(item) }))
    return seal(46, { items: events, manifest: { format: 3, roster: { ...log.head }, frontier: frontierOf(log), marking: LIMITE, items, withoutBody: [], withoutContent: [], sealedAtUtcMs: Date.UTC(2031, 3, 3) } })
  },
}
