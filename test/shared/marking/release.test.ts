import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { DELEGATIONS, type Delegation } from '../../../shared/base/delegations.ts'
import { UNMARKED } from '../../../shared/marking/highestOf.ts'
import { CLASSIFICATIONS, TLP_COLOURS, type Marking } from '../../../shared/marking/marking.ts'
import { releaseOfDossier, releaseOfItem, type Recipient, type ReleasedDossier, type ReleasedItem } from '../../../shared/marking/release.ts'
import { CLASSIFICATION_RULES, HELD_REASONS, LIMITE_RULE, REMEDY_OF, TLP_RULES, type HeldBecause } from '../../../shared/marking/releaseRules.ts'

const LISTED: readonly Delegation[] = ['CZ', 'DE', 'FI', 'COM']
/** On nobody's list: the dossier is releasable to these beyond it. */
const RELEASED: readonly Delegation[] = ['EEAS', 'NL']
const CONSENTED: Delegation = 'SE'

const dossier: ReleasedDossier = { distribution: LISTED, releasableTo: RELEASED, consentedTo: new Set([CONSENTED]) }
const marked = (changes: Partial<Marking>): Marking => ({ ...UNMARKED, ...changes })

interface Row {
  readonly marking?: Partial<Marking> | 'unreadable' | null
  readonly limitedTo?: readonly Delegation[]
  readonly consentedTo?: readonly Delegation[]
  readonly to: Delegation
  /** Left out: the originator, FI. */
  readonly sentBy?: Delegation
  readonly removed?: boolean
  readonly keeps?: boolean
  readonly is: 'goes' | HeldBecause
}

function itemOf({ marking = {}, limitedTo, consentedTo = [] }: Row): ReleasedItem {
  return {
    originator: 'FI', marking: marking === null || marking === 'unreadable' ? marking : marked(marking), limitedTo: limitedTo ?? null, consentedTo: new Set(consentedTo),
  }
}

const recipientOf = ({ to, removed = false, keeps = false }: Row): Recipient => ({ delegation: to, removed, keepsDossier: keeps })

/** An item of FI in a dossier for CZ, DE, FI and COM, releasable to EEAS and NL, with consent for SE; PL is in the circle and not named anywhere. */
const TABLE: readonly Row[] = [
  // The gate of the dossier.
  { to: 'CZ', is: 'goes' }, { to: 'COM', is: 'goes' }, { to: 'EEAS', is: 'goes' }, { to: 'NL', is: 'goes' }, { to: 'SE', is: 'goes' },
  { to: 'PL', is: 'notOnDistributionList' }, { to: 'GSC', is: 'notOnDistributionList' }, { to: 'GSC', keeps: true, is: 'goes' },
  { to: 'CZ', removed: true, is: 'removed' }, { to: 'GSC', keeps: true, removed: true, is: 'removed' }, { to: 'PL', removed: true, is: 'removed' },
  // What is named within a dossier that one may not have does not go either.
  { to: 'PL', limitedTo: ['PL'], is: 'notOnDistributionList' }, { to: 'PL', consentedTo: ['PL'], is: 'notOnDistributionList' }, { to: 'PL', marking: { releasableTo: ['PL'] }, is: 'notOnDistributionList' },
  // Marked as its dossier.
  { to: 'DE', marking: null, sentBy: 'CZ', is: 'goes' }, { to: 'EEAS', marking: null, sentBy: 'CZ', is: 'goes' }, { to: 'DE', marking: null, limitedTo: ['CZ'], is: 'limitedByOriginator' },
  // LIMITE.
  { to: 'CZ', marking: { limite: true }, is: 'goes' }, { to: 'NL', marking: { limite: true }, is: 'goes' }, { to: 'EEAS', marking: { limite: true }, is: 'limite' },
  { to: 'EEAS', marking: { limite: true, releasableTo: ['EEAS'] }, is: 'goes' }, { to: 'EEAS', marking: { limite: true }, consentedTo: ['EEAS'], is: 'goes' }, { to: 'EEAS', marking: { limite: true }, keeps: true, is: 'goes' },
  // TLP.
  { to: 'EEAS', marking: { tlp: 'CLEAR' }, is: 'goes' }, { to: 'EEAS', marking: { tlp: 'GREEN' }, sentBy: 'CZ', is: 'goes' },
  { to: 'CZ', marking: { tlp: 'AMBER' }, is: 'goes' }, { to: 'CZ', marking: { tlp: 'AMBER' }, sentBy: 'DE', is: 'goes' }, { to: 'NL', marking: { tlp: 'AMBER' }, is: 'tlpAmber' }, { to: 'SE', marking: { tlp: 'AMBER' }, is: 'goes' },
  { to: 'CZ', marking: { tlp: 'AMBER+STRICT' }, is: 'goes' }, { to: 'CZ', marking: { tlp: 'AMBER+STRICT' }, sentBy: 'GSC', is: 'tlpStrict' }, { to: 'NL', marking: { tlp: 'AMBER+STRICT' }, is: 'tlpStrict' },
  { to: 'CZ', marking: { tlp: 'AMBER+STRICT' }, sentBy: 'GSC', limitedTo: ['CZ', 'EEAS'], is: 'goes' }, { to: 'COM', marking: { tlp: 'AMBER+STRICT' }, sentBy: 'GSC', limitedTo: ['CZ', 'EEAS'], is: 'limitedByOriginator' },
  { to: 'EEAS', marking: { tlp: 'AMBER+STRICT' }, sentBy: 'GSC', limitedTo: ['CZ', 'EEAS'], is: 'goes' },
  { to: 'CZ', marking: { tlp: 'RED' }, is: 'tlpRed' }, { to: 'GSC', marking: { tlp: 'RED' }, keeps: true, is: 'tlpRed' }, { to: 'CZ', marking: { tlp: 'RED' }, limitedTo: ['CZ'], is: 'goes' },
  { to: 'CZ', marking: { tlp: 'RED' }, sentBy: 'GSC', consentedTo: ['CZ'], is: 'goes' }, { to: 'DE', marking: { tlp: 'RED' }, sentBy: 'GSC', consentedTo: ['CZ'], is: 'tlpRed' }, { to: 'FI', marking: { tlp: 'RED' }, sentBy: 'GSC', is: 'goes' },
  // EU classified information.
  { to: 'CZ', marking: { classification: 'R-UE/EU-R' }, is: 'goes' }, { to: 'CZ', marking: { classification: 'R-UE/EU-R' }, sentBy: 'GSC', is: 'classified' },
  { to: 'CZ', marking: { classification: 'R-UE/EU-R' }, sentBy: 'GSC', consentedTo: ['CZ'], is: 'goes' }, { to: 'COM', marking: { classification: 'R-UE/EU-R' }, sentBy: 'GSC', consentedTo: ['CZ'], is: 'classified' },
  { to: 'NL', marking: { classification: 'R-UE/EU-R' }, is: 'classified' }, { to: 'NL', marking: { classification: 'R-UE/EU-R', releasableTo: ['NL'] }, is: 'goes' },
  { to: 'CZ', marking: { classification: 'C-UE/EU-C' }, sentBy: 'DE', is: 'classified' }, { to: 'CZ', marking: { classification: 'S-UE/EU-S' }, sentBy: 'DE', is: 'classified' },
  { to: 'CZ', marking: { classification: 'TS-UE/EU-TS' }, sentBy: 'DE', is: 'classified' }, { to: 'CZ', marking: { classification: 'S-UE/EU-S' }, sentBy: 'DE', limitedTo: ['CZ'], is: 'goes' },
  { to: 'FI', marking: { classification: 'S-UE/EU-S' }, sentBy: 'GSC', is: 'goes' }, { to: 'GSC', keeps: true, marking: { classification: 'C-UE/EU-C' }, is: 'goes' },
  // Several at once: each has its say, and the classification is named first.
  { to: 'CZ', marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'AMBER' }, is: 'goes' }, { to: 'CZ', marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'RED' }, is: 'tlpRed' },
  { to: 'CZ', marking: { limite: true, classification: 'R-UE/EU-R', tlp: 'RED' }, sentBy: 'GSC', is: 'classified' }, { to: 'EEAS', marking: { limite: true, tlp: 'GREEN' }, is: 'limite' },
  // A marking from the future, or none that can be read.
  { to: 'CZ', marking: 'unreadable', is: 'markingUnreadable' }, { to: 'CZ', marking: 'unreadable', consentedTo: ['CZ'], is: 'goes' }, { to: 'FI', marking: 'unreadable', is: 'goes' },
]

describe('the release gate', () => {
  test.each(TABLE.map((row) => [JSON.stringify(row), row] as const))('%s', (_, row) => {
    const release = releaseOfItem(itemOf(row), dossier, recipientOf(row), row.sentBy ?? 'FI')
    expect(release).toEqual(row.is === 'goes' ? { goes: true } : { goes: false, why: row.is })
  })

  test('has rows enough, and one for every reason that a marking can give', () => {
    expect(TABLE.length).toBeGreaterThanOrEqual(40)
    const given = new Set(TABLE.map((row) => row.is))
    for (const why of HELD_REASONS.filter((reason) => !['destroyedByOriginator', 'contentNotHere', 'tooLarge'].includes(reason))) expect(given).toContain(why)
  })

  test('names a remedy for every reason, and a source for every rule', () => {
    expect(Object.keys(REMEDY_OF).toSorted()).toEqual([...HELD_REASONS].toSorted())
    for (const rule of [...Object.values(TLP_RULES), ...Object.values(CLASSIFICATION_RULES), LIMITE_RULE]) expect(rule.source).not.toBe('')
  })
})

const delegation = fc.constantFrom(...DELEGATIONS)
const some = fc.uniqueArray(delegation, { maxLength: 6 })
const marking = fc.record({ limite: fc.boolean(), classification: fc.constantFrom(...CLASSIFICATIONS), tlp: fc.constantFrom(null, ...TLP_COLOURS), releasableTo: some })
const cases = fc.record({
  distribution: some, releasableTo: some, dossierConsents: some, originator: delegation, marking: fc.option(marking), limitedTo: fc.option(some), itemConsents: some,
  to: delegation, sender: delegation, removed: fc.boolean(), keepsDossier: fc.boolean(),
})

/** The law in other words than the code: what must not happen, whatever else is true. */
describe('whatever the markings and lists', () => {
  test('nothing reaches anybody who may not have it', () => {
    fc.assert(fc.property(cases, (one) => {
      const where: ReleasedDossier = { distribution: one.distribution, releasableTo: one.releasableTo, consentedTo: new Set(one.dossierConsents) }
      const item: ReleasedItem = { originator: one.originator, marking: one.marking, limitedTo: one.limitedTo, consentedTo: new Set(one.itemConsents) }
      const recipient: Recipient = { delegation: one.to, removed: one.removed, keepsDossier: one.keepsDossier }
      if (!releaseOfItem(item, where, recipient, one.sender).goes) return
      expect(one.removed).toBe(false)
      expect(one.keepsDossier || [...one.distribution, ...one.releasableTo, ...one.dossierConsents].includes(one.to)).toBe(true)
      const byOriginator = [one.originator, ...one.itemConsents, ...one.limitedTo ?? [], ...one.marking?.releasableTo ?? []].includes(one.to)
      if (byOriginator) return
      expect(one.limitedTo).toBe(null)
      expect(one.marking?.tlp).not.toBe('RED')
      const secret = one.marking !== null && (one.marking.classification !== 'NONE' || one.marking.tlp === 'AMBER+STRICT')
      if (secret) expect(one.sender).toBe(one.originator)
      const listed = one.keepsDossier || one.distribution.includes(one.to) || one.dossierConsents.includes(one.to)
      if (secret || one.marking?.tlp === 'AMBER') expect(listed).toBe(true)
      if (one.marking?.limite === true && one.to === 'EEAS') expect(listed).toBe(true)
    }), { seed: 8, numRuns: 5000 })
  })

  test('consent only ever adds, and a higher marking only ever takes away', () => {
    fc.assert(fc.property(cases, fc.constantFrom(...TLP_COLOURS), (one, colour) => {
      const where: ReleasedDossier = { distribution: one.distribution, releasableTo: one.releasableTo, consentedTo: new Set(one.dossierConsents) }
      const item: ReleasedItem = { originator: one.originator, marking: one.marking, limitedTo: one.limitedTo, consentedTo: new Set(one.itemConsents) }
      const recipient: Recipient = { delegation: one.to, removed: one.removed, keepsDossier: one.keepsDossier }
      const goes = (changed: ReleasedItem): boolean => releaseOfItem(changed, where, recipient, one.sender).goes
      const consented = { ...item, consentedTo: new Set([...one.itemConsents, one.to]) }
      expect(goes(consented)).toBe(releaseOfDossier(where, recipient).goes)
      if (one.marking === null) return
      const stricter = TLP_COLOURS.indexOf(colour) >= (one.marking.tlp === null ? 0 : TLP_COLOURS.indexOf(one.marking.tlp))
      const raised = { ...item, marking: { ...one.marking, limite: true, tlp: stricter ? colour : one.marking.tlp } }
      if (goes(raised)) expect(goes(item)).toBe(true)
    }), { seed: 9, numRuns: 3000 })
  })
})
