import { beforeAll, describe, expect, test } from 'vitest'
import { hasher } from '../../../electron/engine/keys/index.ts'
import { causalityOf } from '../../../shared/dossier/causality.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import type { DossierState, SetAside } from '../../../shared/dossier/state.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { OTHER_DOSSIER, setStage, type Stage } from '../../fakes/events.ts'
import { PARTS, issueRev, openDossier, openSilence, suggest } from '../../fakes/deliberation.ts'

let stage: Stage
beforeAll(async () => {
  stage = await setStage(PARTS)
})

function fold(...events: readonly VerifiedEvent[]): DossierState {
  const dossier = events.find((event) => event.header.dossier !== null)?.header.dossier ?? stage.dossier
  const state = foldDossier(dossier, events, stage.circle, [], hasher)
  if (state === null) throw new Error('not opened')
  return state
}

function why(state: DossierState, event: VerifiedEvent): SetAside['why'] | undefined {
  return state.setAside.find((one) => one.event === event.id)?.why
}

/** A dossier of its own for each test: nothing said before counts. */
const first = { heads: [], after: null }
const mark = (step: number, state: string, note = 'noted') => ({ step, state, note })
const CONTRIBUTION = { title: 'Assessment', kind: 'technical', source: 'CERT', text: 'Words', marking: { limite: true, classification: 'R-UE/EU-R', tlp: null, releasableTo: [] }, reliability: 'B', credibility: '2' } as const

describe('consent to release', () => {
  const consent = (item: VerifiedEvent) => ({ item: item.id, recipients: ['EEAS', 'NL'], reason: 'Needed for the note' })

  test('counts where the delegation from which the item comes gives it, and knew of the item', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const said = stage.say(stage.person('CZ'), 'contribution.added', { ...CONTRIBUTION, limitedTo: ['DE'] }, { heads: [opened], after: null })
    const given = stage.say(stage.person('CZ'), 'release.consented', consent(said), { heads: [], after: said })
    const whole = stage.say(stage.person('GSC'), 'release.consented', consent(opened), { heads: [], after: opened })
    const byAnother = stage.say(stage.person('DE'), 'release.consented', consent(said), { heads: [said], after: null })
    const unknowing = stage.say(stage.person('NL'), 'release.consented', consent(said), { heads: [opened], after: null })
    const state = fold(opened, said, given, whole, byAnother, unknowing)
    expect(state.consents.map((one) => [one.event, one.item, one.delegation, one.recipients])).toEqual(expect.arrayContaining([
      [given.id, said.id, 'CZ', ['EEAS', 'NL']], [whole.id, opened.id, 'GSC', ['EEAS', 'NL']],
    ]))
    expect(state.consents).toHaveLength(2)
    expect([byAnother, unknowing].map((event) => why(state, event))).toEqual(['notItsOriginator', 'refersToNothing'])
    expect(state.contributions).toMatchObject([{ limitedTo: ['DE'] }])
  })

  test('and a list of its own are no part of what was said before there were such: an older statement reads as before', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const said = stage.say(stage.person('CZ'), 'contribution.added', CONTRIBUTION, { heads: [opened], after: null })
    expect(fold(opened, said).contributions).toMatchObject([{ limitedTo: null }])
  })
})

describe('attachments', () => {
  const FILE = { name: 'traces.pcap', sizeBytes: 812, hash: 'ab'.repeat(32), mediaType: 'application/octet-stream', marking: { limite: true, classification: 'NONE', tlp: 'RED', releasableTo: [] } }
  const destroyed = (attachment: VerifiedEvent, reason = '') => ({ attachment: attachment.id, reason })

  test('stand with who added and who destroyed them, and raise the marking of the dossier', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const added = stage.say(stage.person('CZ'), 'attachment.added', FILE, { heads: [opened], after: null })
    const gone = stage.say(stage.person('CZ'), 'attachment.destroyed', destroyed(added, 'End of the case'), { heads: [], after: added })
    const state = fold(gone, added, opened)
    expect(state.attachments).toMatchObject([{ ...FILE, event: added.id, delegation: 'CZ', destroyed: [{ event: gone.id, delegation: 'CZ', reason: 'End of the case' }] }])
    expect(state.marking.tlp).toBe('RED')
    expect(state.timeline.slice(1).map((entry) => [entry.type, entry.subject])).toEqual([['attachment.added', 'traces.pcap'], ['attachment.destroyed', 'traces.pcap']])
  })

  test('are destroyed once by each, and only by somebody who knew of them', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const added = stage.say(stage.person('CZ'), 'attachment.added', FILE, { heads: [opened], after: null })
    const mine = stage.say(stage.person('CZ'), 'attachment.destroyed', destroyed(added), { heads: [], after: added })
    const again = stage.say(stage.person('CZ'), 'attachment.destroyed', destroyed(added), { heads: [], after: mine })
    const theirs = stage.say(stage.person('DE'), 'attachment.destroyed', destroyed(added), { heads: [added], after: null })
    const unknowing = stage.say(stage.person('NL'), 'attachment.destroyed', destroyed(added), { heads: [opened], after: null })
    const stray = stage.say(stage.person('EEAS'), 'attachment.destroyed', destroyed(opened), { heads: [opened], after: null })
    const state = fold(opened, added, mine, again, theirs, unknowing, stray)
    expect(state.attachments[0]?.destroyed.map((one) => one.delegation).toSorted()).toEqual(['CZ', 'DE'])
    expect([again, unknowing, stray].map((event) => why(state, event))).toEqual(['duplicate', 'refersToNothing', 'refersToNothing'])
  })

  test('with a name that would lie, or beyond the limit, do not count', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    for (const bad of [{ name: '../../etc/passwd' }, { name: 'a\\b' }, { name: 'fdp.\u202eexe' }, { name: '..' }, { name: '' }, { sizeBytes: 2 ** 31 + 1 }, { sizeBytes: -1 }]) {
      const last = stage.say(stage.person('CZ'), 'attachment.added', { ...FILE, ...bad }, { heads: [opened], after: null })
      expect(why(fold(opened, last), last), JSON.stringify(bad)).toBe('bodyMalformed')
    }
  })
})

describe('a dossier', () => {
  test('is nothing before the event that opens it is here', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const marked = stage.say(stage.person('CZ'), 'step.marked', mark(1, 'begun'), { heads: [opened], after: null })
    expect(foldDossier(stage.dossier, [marked], stage.circle, [], hasher)).toBeNull()
    expect(foldDossier(OTHER_DOSSIER, [opened, marked], stage.circle, [], hasher)).toBeNull()
  })

  test('says who opened it, and that an exercise is one', () => {
    const cz = stage.person('CZ')
    const state = fold(openDossier(stage, cz, { ...first, dossier: stage.dossierOf(cz) }))
    expect(state).toMatchObject({ reference: 'HALCYON 31', exercise: true, opened: { delegation: 'CZ', person: 'Person of CZ' } })
    expect(state.steps.map((step) => step.state)).toEqual(Array(9).fill('notBegun'))
  })

  test('opened twice by its opener stays as it was first opened', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const again = openDossier(stage, stage.person('GSC'), { heads: [], after: opened }, { title: 'Opened anew' })
    const state = fold(again, opened)
    expect(state.title).toBe('Ferry and port systems')
    expect(why(state, again)).toBe('duplicate')
  })

  test('cannot be opened by anybody else, not even by an event that comes first in every order', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    for (const heads of [[], [opened]]) {
      const rival = openDossier(stage, stage.person('CZ'), { heads, after: null, dossier: stage.dossier }, { title: 'Taken over', distribution: ['CZ'] })
      const state = fold(rival, opened)
      expect(state.title).toBe('Ferry and port systems')
      expect(why(state, rival)).toBe('notItsOpener')
      expect(foldDossier(stage.dossier, [rival], stage.circle, [], hasher)).toBeNull()
    }
  })

  test('holds steps, contributions and positions, each with its place in the timeline', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const begun = stage.say(stage.person('DE'), 'step.marked', mark(2, 'begun'), { heads: [opened], after: null })
    const given = stage.say(stage.person('EEAS'), 'contribution.added', CONTRIBUTION, { heads: [begun], after: null })
    const taken = stage.say(stage.person('NL'), 'position.taken', { subject: 'Measures', stance: 'support', remark: '' }, { heads: [given], after: null })
    const reopened = stage.say(stage.person('CZ'), 'step.marked', mark(2, 'reopened', 'New facts'), { heads: [taken], after: null })
    const state = fold(reopened, taken, given, begun, opened)
    expect(state.steps[1]).toMatchObject({ step: 2, state: 'reopened', history: [{ state: 'begun', delegation: 'DE' }, { state: 'reopened', note: 'New facts' }] })
    expect(state.contributions).toMatchObject([{ delegation: 'EEAS', title: 'Assessment', reliability: 'B', credibility: '2' }])
    expect(state.positions).toMatchObject([{ delegation: 'NL', subject: 'Measures', stance: 'support' }])
    expect(state.marking).toMatchObject({ limite: true, classification: 'R-UE/EU-R' })
    expect(state.timeline.map(({ type, step, subject }) => [type, step, subject])).toEqual([
      ['dossier.opened', 1, 'Ferry and port systems'], ['step.marked', 2, 'noted'], ['contribution.added', 2, 'Assessment'], ['position.taken', 4, 'Measures'], ['step.marked', 2, 'New facts'],
    ])
    expect(state.setAside).toEqual([])
  })
})

describe('what belongs to other places', () => {
  test('an event that names another circle is passed over', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const circle = { ...stage.circle, circle: OTHER_DOSSIER as string as typeof stage.circle.circle }
    expect(foldDossier(stage.dossier, [opened], circle, [], hasher)).toBeNull()
  })

  test('whoever opened a dossier takes part in it, also where its delegation is not on the list', () => {
    const cz = stage.person('CZ')
    const dossier = stage.dossierOf(cz)
    const opened = openDossier(stage, cz, { ...first, dossier }, { distribution: ['DE'] })
    const given = stage.say(cz, 'contribution.added', CONTRIBUTION, { heads: [], after: opened, dossier })
    expect(fold(opened, given).contributions).toHaveLength(1)
  })
})

describe('causality', () => {
  test('an event is after its ancestors, and neither after itself nor after what it did not know', () => {
    const opened = openDossier(stage, stage.person('GSC'), first)
    const next = stage.say(stage.person('CZ'), 'step.marked', mark(1, 'begun'), { heads: [opened], after: null })
    const last = stage.say(stage.person('CZ'), 'step.marked', mark(1, 'done'), { heads: [], after: next })
    const apart = stage.say(stage.person('DE'), 'step.marked', mark(1, 'done'), { heads: [opened], after: null })
    const causality = causalityOf([apart, last, next, opened])
    const before = (a: VerifiedEvent, b: VerifiedEvent): boolean => causality.isBefore(a.id, b.id)
    expect([before(opened, last), before(next, last), before(opened, apart)]).toEqual([true, true, true])
    expect([before(last, last), before(last, next), before(next, apart), before(apart, last)]).toEqual([false, false, false, false])
    expect(causality.after(next.id).map((event) => event.id)).toEqual([last.id])
  })
})

describe('what is set aside', () => {
  const opening = () => openDossier(stage, stage.person('GSC'), first)
  const onto = (opened: VerifiedEvent) => ({ heads: [opened], after: null })

  test('a type that this version does not know, also one that every object inherits', () => {
    const opened = opening()
    const newer = stage.say(stage.person('CZ'), 'vote.cast', { yes: true }, onto(opened))
    expect(why(fold(opened, newer), newer)).toBe('unknownType')
  })

  test('a body that is missing or not of its form', () => {
    const opened = opening()
    const malformed = stage.say(stage.person('CZ'), 'step.marked', mark(10, 'begun'), onto(opened))
    const whole = stage.say(stage.person('DE'), 'step.marked', mark(1, 'begun'), onto(opened))
    const withheld: VerifiedEvent = { ...whole, signed: { ...whole.signed, body: null } }
    const state = fold(opened, malformed, withheld)
    expect([why(state, malformed), why(state, withheld)]).toEqual(['bodyMalformed', 'bodyMissing'])
  })

  test('what a stranger says, and what somebody says under an epoch in which he has no place, or that is not known', () => {
    const opened = opening()
    const stranger = stage.say(stage.stranger, 'step.marked', mark(1, 'begun'), onto(opened))
    const tooEarly = stage.say(stage.person('CZ'), 'step.marked', mark(1, 'begun'), { ...onto(opened), rosterEpoch: 2 })
    const ahead = stage.say(stage.person('DE'), 'step.marked', mark(1, 'begun'), { ...onto(opened), rosterEpoch: stage.circle.epoch + 1 })
    const state = fold(opened, stranger, tooEarly, ahead)
    expect([stranger, tooEarly, ahead].map((event) => why(state, event))).toEqual(['role', 'role', 'role'])
    expect(state.steps[0]?.state).toBe('notBegun')
  })

  test('what a role does not allow: an observer opens, marks or amends nothing, a delegate issues nothing', () => {
    const opened = opening()
    const rev = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const byObserver = stage.say(stage.person('EEAS'), 'step.marked', mark(1, 'begun'), onto(rev))
    const amended = suggest(stage, stage.person('EEAS'), rev, 'is aware of', { heads: [rev], after: byObserver })
    const issued = issueRev(stage, stage.person('CZ'), 1, rev, onto(rev))
    const silenced = openSilence(stage, stage.person('DE'), rev, onto(rev))
    const state = fold(opened, rev, byObserver, amended, issued, silenced)
    expect([byObserver, amended, issued, silenced].map((event) => why(state, event))).toEqual(['role', 'role', 'role', 'role'])
    expect(foldDossier(stage.dossierOf(stage.person('EEAS')), [openDossier(stage, stage.person('EEAS'), first)], stage.circle, [], hasher)).toBeNull()
  })

  test('what a delegation outside the distribution list contributes', () => {
    const opened = openDossier(stage, stage.person('GSC'), first, { distribution: ['DE'] })
    const inside = stage.say(stage.person('DE'), 'contribution.added', CONTRIBUTION, onto(opened))
    const outside = stage.say(stage.person('CZ'), 'contribution.added', CONTRIBUTION, onto(opened))
    const chair = stage.say(stage.person('PRES'), 'contribution.added', CONTRIBUTION, onto(opened))
    const state = fold(opened, inside, outside, chair)
    expect(state.contributions.map((one) => one.delegation).toSorted()).toEqual(['DE', 'PRES'])
    expect(why(state, outside)).toBe('role')
  })

  test('everything of a log from the number that it gave twice', () => {
    const opened = opening()
    const before = stage.say(stage.person('CZ'), 'step.marked', mark(1, 'begun'), onto(opened))
    const one = stage.say(stage.person('CZ'), 'step.marked', mark(2, 'begun'), { heads: [opened], after: before })
    const other = stage.say(stage.person('CZ'), 'step.marked', mark(3, 'begun'), { heads: [opened], after: before })
    const later = stage.say(stage.person('CZ'), 'step.marked', mark(4, 'begun'), { heads: [], after: other })
    const state = fold(opened, before, one, other, later)
    expect(state.steps.map((step) => step.state).slice(0, 4)).toEqual(['begun', 'notBegun', 'notBegun', 'notBegun'])
    expect([one, other, later].map((event) => why(state, event))).toEqual(['forked', 'forked', 'forked'])
  })
})

describe('a text', () => {
  const opening = () => openDossier(stage, stage.person('GSC'), first)

  test('has its REVs in order, with the suggestions on each and what became of them', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const byCz = suggest(stage, stage.person('CZ'), init, 'deplores', { heads: [init], after: null })
    const byDe = suggest(stage, stage.person('DE'), init, 'regrets', { heads: [init], after: null })
    const verdict = { suggestion: `${byCz.id}:0`, verdict: 'accepted', edited: null, reason: 'agreed' }
    const rev1 = issueRev(stage, stage.person('NL'), 1, init, { heads: [byCz, byDe], after: null }, [verdict])
    const state = fold(rev1, byDe, byCz, init, opened)
    const [text] = state.texts
    expect(text?.revisions.map((revision) => [revision.rev, revision.delegation, revision.predecessor])).toEqual([[0, 'GSC', null], [1, 'NL', init.id]])
    const settled = new Map(text?.revisions[0]?.suggestions.map((one) => [one.delegation, one.verdict]))
    expect(settled).toEqual(new Map([['CZ', verdict], ['DE', null]]))
    expect(state.timeline.map((entry) => entry.subject)).toContain('Draft Council conclusions, REV 1')
  })

  test('of two REVs with one number keeps the causally first, and nothing that was built on the other', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const rev1 = issueRev(stage, stage.person('GSC'), 1, init, { heads: [], after: init })
    const rival = issueRev(stage, stage.person('NL'), 1, init, { heads: [rev1], after: null })
    const onRival = issueRev(stage, stage.person('NL'), 2, rival, { heads: [], after: rival })
    const amended = suggest(stage, stage.person('CZ'), rival, 'deplores', { heads: [rival], after: null })
    const state = fold(amended, onRival, rival, rev1, init, opened)
    expect(state.texts[0]?.revisions.map((revision) => revision.event)).toEqual([init.id, rev1.id])
    expect([rival, onRival, amended].map((event) => why(state, event))).toEqual(['duplicate', 'refersToNothing', 'refersToNothing'])
  })

  test('of two REVs that know nothing of one another keeps the one with the lower identifier', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const rivals = ['PRES', 'NL'] as const
    const [a, b] = rivals.map((delegation) => issueRev(stage, stage.person(delegation), 1, init, { heads: [init], after: null }))
    if (!a || !b) throw new Error('two REVs')
    const [lower, higher] = a.id < b.id ? [a, b] : [b, a]
    const state = fold(opened, init, higher, lower)
    expect(state.texts[0]?.revisions[1]?.event).toBe(lower.id)
    expect(why(state, higher)).toBe('duplicate')
  })

  test('takes no suggestion that names one text and the REV of another', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const amendment = { amendments: [{ op: 'deleteBlock', block: '1' }], reason: null }
    const astray = stage.say(stage.person('CZ'), 'text.amended', { text: 'aa'.repeat(32), against: init.id, suggestions: [amendment] }, { heads: [init], after: null })
    const state = fold(opened, init, astray)
    expect(state.texts[0]?.revisions[0]?.suggestions).toEqual([])
    expect(why(state, astray)).toBe('refersToNothing')
  })

  test('is not there without its first issue, and no REV may skip a number', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const rev2 = issueRev(stage, stage.person('GSC'), 2, init, { heads: [], after: init })
    const state = fold(opened, init, rev2)
    expect(state.texts[0]?.revisions).toHaveLength(1)
    expect(why(state, rev2)).toBe('refersToNothing')
  })

  test('keeps suggestions that arrive after the next REV: none is ever lost', () => {
    const opened = opening()
    const init = issueRev(stage, stage.person('GSC'), 0, null, { heads: [], after: opened })
    const rev1 = issueRev(stage, stage.person('GSC'), 1, init, { heads: [], after: init })
    const late = suggest(stage, stage.person('CZ'), init, 'deplores', { heads: [init], after: null })
    const state = fold(opened, init, rev1, late)
    expect(state.texts[0]?.revisions[0]?.suggestions).toMatchObject([{ delegation: 'CZ', verdict: null }])
    expect(state.setAside).toEqual([])
  })
})
