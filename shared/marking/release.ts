/**
 * The release gate: who may have what, decided for each item and recipient at export, with the reason where it is held back. Pure, and
 * strict: what no rule lets through stays. Two gates stand one behind the other, that of the dossier and that of the item.
 */
import type { Delegation } from '../base/delegations.ts'
import type { Marking } from './marking.ts'
import { CLASSIFICATION_RULES, LIMITE_RULE, TLP_RULES, type HeldBecause, type Reach } from './releaseRules.ts'

export type Release = { readonly goes: true } | { readonly goes: false; readonly why: HeldBecause }

export interface Recipient {
  readonly delegation: Delegation
  /** No longer in the roster: nothing goes to it. */
  readonly removed: boolean
  /** Keeps the dossier whether or not its delegation is listed: the circle's secretariat, and whoever opened the dossier. */
  readonly keepsDossier: boolean
}

export interface ReleasedDossier {
  readonly distribution: readonly Delegation[]
  /** RELEASABLE TO of its marking: codes beyond the distribution list. */
  readonly releasableTo: readonly string[]
  /** Named by consent of its originator. */
  readonly consentedTo: ReadonlySet<Delegation>
}

export interface ReleasedItem {
  readonly originator: Delegation
  /** Null where the item is marked as its dossier is; `unreadable` where it has a marking that this version does not understand. */
  readonly marking: Marking | 'unreadable' | null
  /** The originator's own distribution list for the item; null where the dossier's holds. */
  readonly limitedTo: readonly Delegation[] | null
  /** Named by consent of its originator. */
  readonly consentedTo: ReadonlySet<Delegation>
}

const GOES: Release = { goes: true }

/** Whether anything of the dossier goes: where not, nobody outside learns that there is such a dossier. */
export function releaseOfDossier(dossier: ReleasedDossier, recipient: Recipient): Release {
  if (recipient.removed) return held('removed')
  return isListed(dossier, recipient) || dossier.releasableTo.includes(recipient.delegation) ? GOES : held('notOnDistributionList')
}

/** Whether the content of one item goes, sent by somebody of `sender`. The first rule that holds it back is the reason. */
export function releaseOfItem(item: ReleasedItem, dossier: ReleasedDossier, recipient: Recipient, sender: Delegation): Release {
  const whole = releaseOfDossier(dossier, recipient)
  if (!whole.goes) return whole
  const { delegation } = recipient
  if (delegation === item.originator || item.consentedTo.has(delegation)) return GOES
  if (item.marking === 'unreadable') return held('markingUnreadable')
  const named = item.limitedTo?.includes(delegation) === true || item.marking?.releasableTo.includes(delegation) === true
  if (named) return GOES
  if (item.limitedTo !== null) return held('limitedByOriginator')
  return item.marking === null ? GOES : releaseByMarking(item.marking, { delegation, listed: isListed(dossier, recipient), fromOriginator: sender === item.originator })
}

interface Way {
  readonly delegation: Delegation
  readonly listed: boolean
  readonly fromOriginator: boolean
}

/** For somebody whom the originator did not name. LIMITE, classification and TLP are three fields, and each has its say. */
function releaseByMarking({ classification, limite, tlp }: Marking, way: Way): Release {
  if (!reaches(CLASSIFICATION_RULES[classification].reach, way)) return held('classified')
  if (tlp !== null && !reaches(TLP_RULES[tlp].reach, way)) return held(tlp === 'RED' ? 'tlpRed' : tlp === 'AMBER+STRICT' ? 'tlpStrict' : 'tlpAmber')
  if (limite && !way.listed && !LIMITE_RULE.readers.includes(way.delegation)) return held('limite')
  return GOES
}

function reaches(reach: Reach, { fromOriginator, listed }: Way): boolean {
  switch (reach) {
    case 'anyone': return true
    case 'listed': return listed
    case 'handedOver': return listed && fromOriginator
    case 'named': return false
  }
}

function isListed(dossier: ReleasedDossier, { delegation, keepsDossier }: Recipient): boolean {
  return keepsDossier || dossier.distribution.includes(delegation) || dossier.consentedTo.has(delegation)
}

function held(why: HeldBecause): Release {
  return { goes: false, why }
}
