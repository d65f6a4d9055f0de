/** The exchange over real tables, sessions and folds: it is a matter of sets, it can be taken back, and nobody gets what it may not have. */
import * as fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { admitBundles } from '../../electron/engine/handlers/bundleAdmit.ts'
import type { CheckedBundle } from '../../electron/engine/handlers/bundleCheck.ts'
import { selectEvents } from '../../electron/engine/handlers/bundleSelection.ts'
import { takeBackImport } from '../../electron/engine/handlers/bundleUndo.ts'
import { whyItStays } from '../../electron/engine/handlers/undoObstacle.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { EventId } from '../../shared/base/identifiers.ts'
import { CLASSIFICATIONS, TLP_COLOURS, type Marking } from '../../shared/marking/marking.ts'
import type { VerifiedEvent } from '../../shared/log/event.ts'
import { withoutBody } from '../../shared/log/verify.ts'
import { AFTER_DEADLINE_UTC_MS, issueRev, openDossier, suggest } from '../fakes/deliberation.ts'
import { setStage, type Part, type Stage, type TestPerson } from '../fakes/events.ts'
import { checkedBundle, memoryVault, type MemoryVault } from '../fakes/memoryVault.ts'

const PARTS: readonly Part[] = [
  { delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'DE', roles: ['delegate'], member: true },
  { delegation: 'NL', roles: ['delegate', 'drafter'], member: true }, { delegation: 'EEAS', roles: ['observer'], member: false },
]
const MEMBERS: readonly Delegation[] = ['GSC', 'CZ', 'DE', 'NL', 'EEAS']
const UNMARKED = { limite: false, classification: 'NONE', tlp: null, releasableTo: [] } as const
const contribution = (title: string, marking: Marking, limitedTo: readonly Delegation[] | null = null) => (
  { title, kind: 'technical', source: '', text: `Words of ${title}`, marking: { ...marking, releasableTo: [...marking.releasableTo] }, reliability: null, credibility: null, limitedTo: limitedTo === null ? null : [...limitedTo] }
)

let stage: Stage
let machine: MemoryVault
let me: TestPerson
let events: readonly VerifiedEvent[]
let reference: string

beforeAll(async () => {
  stage = await setStage(PARTS, 7)
  me = stage.person('CZ')
  machine = memoryVault(me, stage, AFTER_DEADLINE_UTC_MS)
  events = history()
  reference = machine.trying(() => {
    take([checkedBundle(stage, stage.person('GSC'), me, events, 1)])
    return seen()
  })
}, 60_000)

/** A dossier with a text, suggestions, contributions, and a log that says two things under one number. */
function history(): VerifiedEvent[] {
  const gsc = stage.person('GSC')
  const opened = openDossier(stage, gsc)
  const init = issueRev(stage, gsc, 0, null)
  const said = ['DE', 'NL', 'DE', 'NL'].map((code, at) => stage.say(stage.person(code as Delegation), 'contribution.added', contribution(`Part ${at}`, { ...UNMARKED, releasableTo: [], tlp: 'AMBER' })))
  const wish = suggest(stage, stage.person('NL'), init, 'deplores')
  const fork = stage.say(stage.person('DE'), 'position.taken', { subject: 'Otherwise', stance: 'support', remark: '' }, { heads: [opened], after: said[0] ?? null })
  return [opened, init, ...said, wish, fork]
}

function take(bundles: readonly CheckedBundle[]): number | null {
  const { outcomes, place } = admitBundles(bundles, machine.session, machine.context)
  for (const outcome of outcomes) expect('refused' in outcome).toBe(false)
  return place
}

/** What others said, as it is held here, and the state that follows. */
function seen(): string {
  const { session, store } = machine
  const held = session.held.inDossier(stage.dossier).map(({ event }) => `${event.id}${event.signed.body === null ? '-' : '+'}`).toSorted()
  const waiting = store.waiting.of(stage.circle.circle).map((event) => `${event.id}${event.signed.body === null ? '-' : '+'}`)
  const forks = store.forks.all().map((fork) => [fork.log, fork.seq, fork.events.toSorted()])
  return JSON.stringify([session.dossier(stage.dossier)?.stateHash ?? null, held, waiting, forks])
}

/** The same with what only the vault keeps: bundles, receipts, contents of the index. */
function everything(): string {
  const { session, store } = machine
  const receipts = session.held.inCircle(stage.circle.circle).map((stored) => stored.event.id).toSorted()
  return JSON.stringify([seen(), store.bundles.all().map((bundle) => bundle.hash), receipts, store.search.contents(), session.store.imports.standing().map((kept) => kept.place)])
}

/** All events in any order, cut into bundles anywhere, some of them again, some first without their body. */
const parcels = fc.record({
  order: fc.array(fc.nat(), { minLength: 8, maxLength: 8 }), cuts: fc.array(fc.nat({ max: 8 }), { maxLength: 4 }),
  again: fc.array(fc.nat({ max: 7 }), { maxLength: 4 }), bare: fc.array(fc.nat({ max: 7 }), { maxLength: 4 }),
})
type Parcels = typeof parcels extends fc.Arbitrary<infer T> ? T : never

function bundlesOf({ again, bare, cuts, order }: Parcels): CheckedBundle[] {
  const ranked = events.map((event, at) => ({ event, rank: order[at] ?? 0 })).toSorted((a, b) => a.rank - b.rank).map(({ event }) => event)
  const edges = [0, ...cuts.toSorted((a, b) => a - b), ranked.length]
  const pick = (places: readonly number[]): VerifiedEvent[] => [...new Set(places)].flatMap((at) => events[at] ?? [])
  const cut = edges.slice(1).map((edge, at) => ranked.slice(edges[at], edge))
  const all = [pick(bare).map(withoutBody), ...cut, pick(again)].filter((list) => list.length > 0)
  return all.map((list, at) => checkedBundle(stage, stage.person('GSC'), me, list, at + 1))
}

describe('bundles', () => {
  test('in any order, cut anywhere, repeated, first without their words and then with them: one state', () => {
    fc.assert(fc.property(parcels, fc.boolean(), (how, atOnce) => {
      const bundles = bundlesOf(how)
      const state = machine.trying(() => {
        if (atOnce) take(bundles)
        else for (const bundle of bundles) take([bundle])
        return seen()
      })
      expect(state).toBe(reference)
    }), { seed: 61, numRuns: 1000 })
  }, 240_000)

  test('that came before change nothing', () => {
    fc.assert(fc.property(parcels, fc.nat(), (how, which) => {
      const bundles = bundlesOf(how)
      const [before, after] = machine.trying(() => {
        take(bundles)
        const first = everything()
        const one = bundles[which % bundles.length]
        if (one !== undefined) take([one, one])
        return [first, everything()]
      })
      expect(after).toBe(before)
    }), { seed: 62, numRuns: 1000 })
  }, 240_000)

  test('that are taken back leave everything as it was, and may come again', () => {
    fc.assert(fc.property(parcels, fc.nat({ max: 3 }), (how, first) => {
      const bundles = bundlesOf(how)
      const [then, undone, after, again] = machine.trying(() => {
        for (const bundle of bundles.slice(0, first)) take([bundle])
        const before = everything()
        const place = take(bundles.slice(first))
        const came = seen()
        if (place === null) return [before, before, came, came]
        const kept = machine.store.imports.get(place)
        if (kept === null || whyItStays(kept, machine.session) !== null) throw new Error('nothing builds on it')
        takeBackImport(kept, machine.session, AFTER_DEADLINE_UTC_MS)
        const back = everything()
        take(bundles.slice(first))
        return [before, back, came, seen()]
      })
      expect(undone).toBe(then)
      expect(again).toBe(after)
    }), { seed: 63, numRuns: 1000 })
  }, 240_000)
})

/** Some of the events in a few bundles of any overlap, one import each. */
const imports = fc.array(fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }), { minLength: 2, maxLength: 5 })

/** What is held and noted, whatever numbers the imports have and in whatever order they name their events. */
function keptNow(): string {
  const noted = machine.session.store.imports.standing().map(({ changes }) => Object.entries(changes).map(([name, list]) => [name, list.map((one) => JSON.stringify(one)).toSorted()]))
  return JSON.stringify([everything().replace(/,\[[\d,]*\]\]$/, ''), noted])
}

describe('one of several imports', () => {
  test('that is taken back leaves what would be had it never come, the receipts for the others included; or something of it is needed', () => {
    const verdicts = { undone: 0, older: 0, stays: 0 }
    fc.assert(fc.property(imports, fc.nat(), (lists, which) => {
      const bundles = lists.map((list, at) => checkedBundle(stage, stage.person('GSC'), me, [...list].sort((a, b) => a - b).flatMap((place) => events[place] ?? []), at + 1))
      const chosen = which % bundles.length
      machine.trying(() => {
        const places = bundles.map((bundle) => take([bundle]))
        const kept = machine.store.imports.get(places[chosen] ?? 0)
        if (kept === null) throw new Error('every import is noted')
        const obstacle = whyItStays(kept, machine.session)
        if (obstacle !== null) {
          verdicts.stays++
          expect([obstacle, chosen < bundles.length - 1]).toEqual([expect.stringMatching(/^(builtUpon|shared)$/), true])
          return
        }
        verdicts.undone++
        if (chosen < bundles.length - 1) verdicts.older++
        takeBackImport(kept, machine.session, AFTER_DEADLINE_UTC_MS)
        const left = keptNow()
        const never = machine.trying(() => {
          // From here every import is taken back, newest first; then the others come alone.
          for (const one of machine.store.imports.standing().toReversed()) takeBackImport(one, machine.session, AFTER_DEADLINE_UTC_MS)
          for (const [at, bundle] of bundles.entries()) if (at !== chosen) take([bundle])
          return keptNow()
        })
        expect(left).toBe(never)
      })
    }), { seed: 65, numRuns: 1000 })
    // The law is asked of all three.
    expect(Math.min(verdicts.undone, verdicts.older, verdicts.stays)).toBeGreaterThan(100)
  }, 240_000)
})

const some = fc.uniqueArray(fc.constantFrom(...MEMBERS), { maxLength: 3 })
const marking = fc.record({ limite: fc.boolean(), classification: fc.constantFrom(...CLASSIFICATIONS), tlp: fc.constantFrom(null, ...TLP_COLOURS), releasableTo: some })
const cases = fc.record({
  sender: fc.constantFrom<Delegation>('GSC', 'CZ'), distribution: fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1, maxLength: 4 }), releasableTo: some, dossierConsent: some,
  items: fc.array(fc.record({ author: fc.constantFrom<Delegation>('GSC', 'CZ', 'DE', 'NL'), marking, limitedTo: fc.option(fc.uniqueArray(fc.constantFrom(...MEMBERS), { minLength: 1, maxLength: 3 })), consent: some, consentBy: fc.constantFrom(...MEMBERS) }), { maxLength: 3 }),
})
type Case = typeof cases extends fc.Arbitrary<infer T> ? T : never

interface Said {
  readonly all: readonly VerifiedEvent[]
  /** Per item, who consented that its originator asked: only such a consent counts. */
  readonly items: ReadonlyMap<EventId, { readonly author: Delegation; readonly marking: Marking; readonly limitedTo: readonly Delegation[] | null; readonly consented: readonly Delegation[] }>
}

function say(one: Case): Said {
  const gsc = stage.person('GSC')
  const opened = openDossier(stage, gsc, { after: null, heads: [] }, { distribution: one.distribution, marking: { ...UNMARKED, releasableTo: one.releasableTo } })
  const all = [opened]
  const items = new Map<EventId, { author: Delegation; marking: Marking; limitedTo: readonly Delegation[] | null; consented: readonly Delegation[] }>()
  const tell = (by: Delegation, type: string, body: Parameters<Stage['say']>[2]): VerifiedEvent => {
    const event = stage.say(stage.person(by), type, body, { after: all.findLast((said) => said.header.log === stage.person(by).identity.installation) ?? null, heads: all.slice(-1) })
    all.push(event)
    return event
  }
  if (one.dossierConsent.length > 0) tell('GSC', 'release.consented', { item: opened.id, recipients: one.dossierConsent, reason: '' })
  for (const item of one.items) {
    const added = tell(item.author, 'contribution.added', contribution('Item', item.marking, item.limitedTo))
    if (item.consent.length > 0) tell(item.consentBy, 'release.consented', { item: added.id, recipients: item.consent, reason: '' })
    const counts = item.consentBy === item.author && (one.distribution.includes(item.consentBy) || item.consentBy === 'GSC')
    items.set(added.id, { author: item.author, marking: item.marking, limitedTo: item.limitedTo, consented: counts ? item.consent : [] })
  }
  return { all, items }
}

/** In other words than the gate: what X may have. */
function mayHave(to: Delegation, event: VerifiedEvent, one: Case, { items }: Said): boolean {
  const listed = to === 'GSC' || one.distribution.includes(to) || one.dossierConsent.includes(to)
  if (!listed && !one.releasableTo.includes(to)) return false
  const item = items.get(event.id)
  if (item === undefined) return true
  if (to === item.author || [...item.consented, ...item.limitedTo ?? [], ...item.marking.releasableTo].includes(to)) return true
  if (item.limitedTo !== null || item.marking.tlp === 'RED') return false
  const close = item.marking.classification !== 'NONE' || item.marking.tlp === 'AMBER+STRICT'
  if (close && one.sender !== item.author) return false
  return listed || (!close && item.marking.tlp !== 'AMBER' && !(item.marking.limite && to === 'EEAS'))
}

describe('a bundle', () => {
  test('to X never contains what X may not have, and names everything of it that stays', () => {
    const machines = new Map((['GSC', 'CZ'] as const).map((code) => [code as Delegation, memoryVault(stage.person(code), stage, AFTER_DEADLINE_UTC_MS)]))
    fc.assert(fc.property(cases, (one) => {
      const said = say(one)
      const sender = machines.get(one.sender)
      if (sender === undefined) throw new Error('no such machine')
      sender.trying(() => {
        sender.session.admit(stage.circle.circle, { admitted: [...said.all], waiting: [], completed: [], duplicates: [], forks: [] })
        const selection = selectEvents({ circle: stage.circle.circle, recipients: [], everything: true }, sender.session)
        if (!selection.ok) throw new Error(selection.error.code)
        const bodies = selection.value.parcels.flatMap((parcel) => parcel.addressees.flatMap((addressee) => parcel.events.map((event) => ({ to: addressee.entry.delegation, event }))))
        for (const { event, to } of bodies) {
          if (event.header.dossier === null) continue
          // The chain may go where the words may not; but nothing at all of a dossier goes where the dossier may not.
          expect(mayHave(to, said.all[0] ?? event, one, said)).toBe(true)
          if (event.signed.body !== null) expect(mayHave(to, event, one, said)).toBe(true)
        }
        for (const { entry, held } of selection.value.addressees) {
          const named = new Set(held.map((item) => item.event.id))
          for (const event of said.all) expect(named.has(event.id)).toBe(!mayHave(entry.delegation, event, one, said))
        }
      })
    }), { seed: 64, numRuns: 1000 })
  }, 240_000)
})
