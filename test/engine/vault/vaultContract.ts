/** What any store of a vault must do, table by table. Run on the encrypted database and on the memory fake: `vaultContract.test.ts`. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { utf8 } from '../../../shared/base/bytes.ts'
import type { CircleId, DossierId, EventId, Hash, InstallationId, TextId } from '../../../shared/base/identifiers.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { Fork } from '../../../shared/log/place.ts'
import { createIdentity } from '../../../electron/engine/keys/index.ts'
import type { KeptBundle } from '../../../electron/engine/vault/bundlesTable.ts'
import type { ImportChanges } from '../../../electron/engine/vault/importsTable.ts'
import type { RegisterPen } from '../../../electron/engine/vault/registerTable.ts'
import { DamagedRow, restoreEvent } from '../../../electron/engine/vault/eventRow.ts'
import { verifyRegister } from '../../../electron/engine/vault/verifyRegister.ts'
import { setStage, type Stage } from '../../fakes/events.ts'
import type { Tables } from '../../fakes/memoryStore.ts'
import { penOf, statement } from '../../fakes/registerChain.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

const id = <T extends string>(digit: string): T => digit.repeat(64) as T
const CIRCLE = id<CircleId>('c')
const OTHER = id<CircleId>('e')
const DOSSIER = id<DossierId>('d')
const TEXT = id<TextId>('a')
const bundle = (digit: string, direction: 'in' | 'out' = 'out'): KeptBundle => ({
  direction, hash: id<Hash>(digit), circle: CIRCLE, sender: id<InstallationId>('1'), counter: 3, previous: null, recipients: [id<InstallationId>('2')], events: [id<EventId>('9')],
  frontier: [{ log: id<InstallationId>('1'), dossier: DOSSIER, seq: 4, event: id<EventId>('9') }], fileName: 'b.chbundle', atUtcMs: 7,
  withheld: [id<EventId>('8')], contents: [id<EventId>('7')], withoutBody: [id<EventId>('6')], withoutContent: [id<EventId>('5')],
})

const SIGNED = { manifest: Uint8Array.of(1), headerHash: Uint8Array.of(2), signature: Uint8Array.of(3) }
/** Some parts are read only when they are asked for. */
const whole = (one: KeptBundle): KeptBundle => ({
  ...one, events: one.events, frontier: one.frontier, withheld: one.withheld, contents: one.contents, withoutBody: one.withoutBody, withoutContent: one.withoutContent,
})
const changes: ImportChanges = {
  circles: [CIRCLE], bundles: [id<Hash>('7')], fileNames: ['b.chbundle'], admitted: [id<EventId>('9')], completed: [], receipts: [], waiting: [], waitingCompleted: [],
  freed: [{ event: id<EventId>('8'), bodiless: true }], forks: [{ circle: CIRCLE, dossier: null, log: id<InstallationId>('1'), seq: 2 }], contents: [],
}

/** `open` gives an empty store; it is closed afterwards. */
export function vaultContract(name: string, open: () => Tables): void {
  describe(`a vault in ${name}`, () => {
    let store: Tables
    let stage: Stage
    let said: readonly VerifiedEvent[]
    let pen: RegisterPen
    beforeAll(async () => {
      stage = await setStage([{ delegation: 'CZ', roles: ['delegate'], member: true }])
      const cz = stage.person('CZ')
      said = ['one', 'two', 'three'].map((title) => stage.say(cz, 'position.taken', { subject: title, stance: 'support', remark: '' }))
      pen = penOf(createIdentity(seededRandom(3)))
    })
    beforeEach(() => {
      store = open()
      return () => store.close()
    })
    const event = (at: number): VerifiedEvent => {
      const found = said[at]
      if (!found) throw new Error('no such event')
      return found
    }

    describe('events', () => {
      test('come back in the order of admission, byte for byte, each in its circle', () => {
        store.transaction(() => [2, 0, 1].forEach((at) => store.events.add(at === 0 ? OTHER : CIRCLE, event(at), 100 + at)))
        const all = store.events.all()
        expect(all.map((one) => [one.circle, one.event.id, one.admittedAtUtcMs])).toEqual([[CIRCLE, event(2).id, 102], [OTHER, event(0).id, 100], [CIRCLE, event(1).id, 101]])
        expect(all.map((one) => one.event.signed)).toEqual([2, 0, 1].map((at) => event(at).signed))
        expect(all[0]?.event.header).toEqual(event(2).header)
      })

      test('can be found by their headers, and then read', () => {
        store.transaction(() => [2, 0, 1].forEach((at) => store.events.add(at === 0 ? OTHER : CIRCLE, event(at), 100 + at)))
        store.events.remove(event(0).id)
        const found = store.events.headers()
        expect(found.map(({ id, header }) => [id, header])).toEqual([2, 1].map((at) => [event(at).id, event(at).header]))
        const places = found.map(({ place }) => place)
        expect(store.events.at(places.toReversed())).toEqual(store.events.all())
        expect(store.events.at(places.slice(1)).map((one) => one.event.id)).toEqual([event(1).id])
        expect(store.events.at([])).toEqual([])
        expect(() => store.events.at([...places, 99])).toThrow(DamagedRow)
      })

      test('are admitted once', () => {
        store.events.add(CIRCLE, event(0), 1)
        expect(() => store.events.add(OTHER, event(0), 2)).toThrow()
        expect(store.events.all()).toHaveLength(1)
      })
    })

    test('an event that came without its body gets it later, and loses it again, admitted or waiting; what is removed is gone', () => {
      const bare = restoreEvent({ id: event(0).id, header: event(0).signed.header, signature: event(0).signed.signature, body: null })
      store.events.add(CIRCLE, bare, 1)
      store.events.setBody(bare.id, event(0).signed.body)
      expect(store.events.all()[0]?.event.signed).toEqual(event(0).signed)
      store.events.setBody(bare.id, null)
      expect(store.events.all()[0]?.event.signed.body).toBeNull()
      store.waiting.add(CIRCLE, bare, 1)
      expect(store.waiting.lacksBody(bare.id)).toBe(true)
      store.waiting.add(CIRCLE, event(0), 2)
      expect([store.waiting.lacksBody(bare.id), store.waiting.get(bare.id)?.signed]).toEqual([false, event(0).signed])
      store.waiting.add(CIRCLE, bare, 3)
      expect(store.waiting.lacksBody(bare.id)).toBe(false)
      store.waiting.clearBody(bare.id)
      expect([store.waiting.lacksBody(bare.id), store.waiting.get(event(1).id)]).toEqual([true, null])
      store.events.remove(bare.id)
      expect(store.events.all()).toEqual([])
    })

    test('waiting events stand by circle in the order of their names, once, until they are removed', () => {
      for (const at of [2, 0, 2]) store.waiting.add(CIRCLE, event(at), at)
      store.waiting.add(OTHER, event(1), 1)
      expect(store.waiting.of(CIRCLE).map((one) => one.id)).toEqual([event(0).id, event(2).id].toSorted())
      expect([store.waiting.has(event(1).id), store.waiting.has(event(2).id)]).toEqual([true, true])
      store.waiting.remove(event(2).id)
      store.waiting.remove(event(2).id)
      expect([store.waiting.of(CIRCLE).map((one) => one.signed), store.waiting.has(event(2).id)]).toEqual([[event(0).signed], false])
    })

    test('forks: a further branch at a place replaces what was noted of it, and they come in the order of their places', () => {
      const fork = (seq: number, dossier: DossierId | null, digits: readonly string[]): Fork => ({ circle: CIRCLE, dossier, log: id('1'), seq, events: digits.map((digit) => id<EventId>(digit)) })
      for (const one of [fork(10, DOSSIER, ['5', '6']), fork(2, DOSSIER, ['1', '2']), fork(1, null, ['3', '4']), fork(10, DOSSIER, ['5', '6', '7'])]) store.forks.put(one, 1)
      expect(store.forks.all()).toEqual([fork(1, null, ['3', '4']), fork(2, DOSSIER, ['1', '2']), fork(10, DOSSIER, ['5', '6', '7'])])
      store.forks.remove({ circle: CIRCLE, dossier: null, log: id('1'), seq: 1 })
      store.forks.remove({ circle: CIRCLE, dossier: DOSSIER, log: id('1'), seq: 1 })
      expect(store.forks.all().map((one) => one.seq)).toEqual([2, 10])
    })

    test('cards: reading one again changes neither its bytes nor whether it is trusted', () => {
      const [a, b] = [stage.person('CZ').card, stage.person('GSC').card]
      store.cards.add(id('2'), a, 20)
      store.cards.add(id('1'), b, 10)
      store.cards.trust(id('2'))
      store.cards.add(id('2'), b, 5)
      expect(store.cards.all().map((one) => [one.installation, one.trusted])).toEqual([[id('1'), false], [id('2'), true]])
      const kept = store.cards.get(id('2'))
      expect([kept?.signed.card, kept?.signed.signature].map((bytes) => [...bytes ?? []])).toEqual([[...a.card], [...a.signature]])
      expect(store.cards.get(id('3'))).toBeNull()
    })

    describe('bundles', () => {
      test('come back with all that they carried, oldest first, by circle and by file', () => {
        store.bundles.add(bundle('7'), null)
        store.bundles.add({ ...bundle('8', 'in'), circle: OTHER, previous: id<Hash>('7') }, SIGNED)
        expect(store.bundles.all().map(whole)).toEqual([bundle('7'), { ...bundle('8', 'in'), circle: OTHER, previous: id<Hash>('7') }])
        const statement = store.bundles.statement(id('8'))
        expect([statement?.manifest, statement?.headerHash, statement?.signature].map((bytes) => [...bytes ?? []])).toEqual([[1], [2], [3]])
        expect([store.bundles.statement(id('7')), store.bundles.statement(id('6'))]).toEqual([null, null])
        expect(store.bundles.of(OTHER).map((one) => one.hash)).toEqual([id('8')])
        expect([store.bundles.has('out', id('7')), store.bundles.has('in', id('7')), store.bundles.has('in', id('8'))]).toEqual([true, false, true])
      })

      test('are noted once in each direction', () => {
        store.bundles.add(bundle('7'), null)
        store.bundles.add(bundle('7', 'in'), null)
        expect(() => store.bundles.add(bundle('7'), null)).toThrow()
        expect(store.bundles.all()).toHaveLength(2)
        store.bundles.remove('in', id('7'))
        expect([store.bundles.has('in', id('7')), store.bundles.has('out', id('7'))]).toEqual([false, true])
      })
    })

    test('imports come back as they were noted, and stand until they are sealed or undone', () => {
      const [first, second] = [store.imports.add(changes, 5), store.imports.add({ ...changes, fileNames: ['c.chbundle'] }, 6)]
      expect(store.imports.standing().map((one) => [one.place, one.atUtcMs, one.changes])).toEqual([[first, 5, changes], [second, 6, { ...changes, fileNames: ['c.chbundle'] }]])
      store.imports.put(first, 'sealed')
      expect([store.imports.get(first)?.state, store.imports.standing().map((one) => one.place), store.imports.get(second + 1)]).toEqual(['sealed', [second], null])
      store.imports.change(second, { ...changes, fileNames: ['d.chbundle'] })
      expect(store.imports.standing().map((one) => [one.place, one.changes])).toEqual([[second, { ...changes, fileNames: ['d.chbundle'] }]])
    })

    test('the register counts, chains and signs every entry and its head, and is found sound', () => {
      expect([store.register.count(), store.register.head(), store.register.signedHead(), store.register.lines()]).toEqual([0, null, null, []])
      for (let at = 1; at <= 9; at++) store.transaction(() => store.register.append(statement(at), pen))
      expect(store.register.count()).toBe(9)
      expect(store.register.lines().map((line) => [line.seq, line.subject, line.result, line.code])).toEqual(
        Array.from({ length: 9 }, (_, at) => [at + 1, `Text ${at + 1}`, at === 6 ? 'refused' : 'done', at === 6 ? 'bundle-altered' : null]))
      expect(store.register.lines().at(-1)?.hash).toBe(store.register.head())
      expect(store.register.rows().map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
      expect(verifyRegister(store.register.rows(), store.register.signedHead(), pen)).toEqual([])
    })

    test('settings: the last value set, null for none', () => {
      expect(store.settings.get('appearance')).toBeNull()
      for (const value of ['light', 'dark']) store.settings.set('appearance', value)
      expect([store.settings.get('appearance'), store.settings.get('Appearance')]).toEqual(['dark', null])
    })

    test('of two rosters that cannot both be the first found stays, circle by circle, as it was signed', () => {
      const conflict = (circle: CircleId, epoch: number) => ({ circle, epoch, events: [event(0).signed, event(1).signed], foundAtUtcMs: 5 })
      store.conflicts.add(conflict(CIRCLE, 4))
      store.conflicts.add(conflict(CIRCLE, 9))
      expect(store.conflicts.of(CIRCLE)).toEqual(conflict(CIRCLE, 4))
      expect(store.conflicts.of(OTHER)).toBeNull()
    })

    test('the identity is put once; the keys that replace it follow in their order, and a secret can be taken out of any', () => {
      const signedCard = stage.person('CZ').card
      expect([store.identity.get(), store.ownKeys.all()]).toEqual([null, []])
      store.identity.put({ secret: utf8('first'), signedCard })
      expect(() => store.identity.put({ secret: utf8('another'), signedCard })).toThrow()
      for (const generation of [3, 2]) store.ownKeys.add({ generation, secret: utf8(`secret ${generation}`), signedCard })
      expect(() => store.ownKeys.add({ generation: 2, secret: utf8('again'), signedCard })).toThrow()
      store.ownKeys.replaceSecret(1, utf8('gone 1'))
      store.ownKeys.replaceSecret(2, utf8('gone 2'))
      expect(store.ownKeys.all().map(({ generation, secret }) => [generation, new TextDecoder().decode(secret)])).toEqual([[1, 'gone 1'], [2, 'gone 2'], [3, 'secret 3']])
    })

    test('a restored vault begins anew with keys of its own, and remembers who it was before', () => {
      const [first, second] = [stage.person('CZ').card, stage.person('GSC').card]
      store.identity.put({ secret: utf8('first'), signedCard: first })
      store.ownKeys.add({ generation: 2, secret: utf8('second'), signedCard: first })
      store.formerIdentities.add({ sealingSeed: utf8('seed'), signedCard: first, retiredAtUtcMs: 4 })
      store.formerIdentities.add({ sealingSeed: null, signedCard: second, retiredAtUtcMs: 5 })
      store.ownKeys.startAnew({ secret: utf8('anew'), signedCard: second })
      expect(store.ownKeys.all().map(({ generation, secret, signedCard }) => [generation, new TextDecoder().decode(secret), [...signedCard.signature]])).toEqual([[1, 'anew', [...second.signature]]])
      expect(store.formerIdentities.all().map((one) => [one.sealingSeed === null ? null : new TextDecoder().decode(one.sealingSeed), one.retiredAtUtcMs])).toEqual([['seed', 4], [null, 5]])
    })

    test('how far it goes is told by the last entry and the last event, and an earlier standing is held by whatever came after', () => {
      const before = store.head.standing()
      expect(before).toEqual({ entries: 0, head: null, lastPlace: 0, lastEvent: null })
      store.transaction(() => { store.events.add(CIRCLE, event(0), 1); store.register.append(statement(1), pen) })
      const after = store.head.standing()
      expect(after).toMatchObject({ entries: 1, head: store.register.head(), lastEvent: event(0).id })
      expect([store.head.holds(before), store.head.holds(after)]).toEqual([true, true])
      expect([store.head.holds({ ...after, head: id<Hash>('0') }), store.head.holds({ ...after, entries: 2 }), store.head.holds({ ...after, lastEvent: event(1).id })]).toEqual([false, false, false])
      expect(store.head.wasKept()).toBe(false)
      store.head.noteKept()
      expect(store.head.wasKept()).toBe(true)
      store.head.forgetKept()
      expect(store.head.wasKept()).toBe(false)
    })

    test('drafts: at most one of each kind at a place, in place of the one before, gone when removed', () => {
      const place = { dossier: DOSSIER, text: TEXT, rev: 1, kind: 'suggestions' as const }
      store.drafts.put({ ...place, parts: 2, keptAtUtcMs: 5 }, '{"a":1}')
      store.drafts.put({ ...place, kind: 'verdicts', parts: 1, keptAtUtcMs: 6 }, '{"b":1}')
      store.drafts.put({ ...place, parts: 3, keptAtUtcMs: 9 }, '{"a":"\u00a0“ě"}')
      expect(store.drafts.all().map((one) => [one.kind, one.parts, one.keptAtUtcMs])).toEqual([['verdicts', 1, 6], ['suggestions', 3, 9]])
      expect(store.drafts.get(place)).toEqual({ content: '{"a":"\u00a0“ě"}', keptAtUtcMs: 9 })
      expect([store.drafts.remove(place), store.drafts.remove(place), store.drafts.get(place)]).toEqual([true, false, null])
      expect(store.drafts.get({ ...place, rev: 2 })).toBeNull()
    })

    test('forms: one at a place, in place of the one before, gone when removed', () => {
      store.forms.put({ place: 'b', content: '{}', keptAtUtcMs: 1 })
      store.forms.put({ place: 'a', content: '{"x":1}', keptAtUtcMs: 2 })
      store.forms.put({ place: 'b', content: '{"y":2}', keptAtUtcMs: 3 })
      expect(store.forms.all()).toEqual([{ place: 'a', content: '{"x":1}', keptAtUtcMs: 2 }, { place: 'b', content: '{"y":2}', keptAtUtcMs: 3 }])
      expect([store.forms.remove('a'), store.forms.remove('a')]).toEqual([true, false])
    })

    test('attachments: one key for one content, none after it was removed', () => {
      const kept = { event: id<EventId>('9'), blob: 'ab'.repeat(16), key: Uint8Array.from({ length: 32 }, (_, at) => at), keptAtUtcMs: 3 }
      store.attachments.add(kept)
      expect(() => store.attachments.add({ ...kept, event: id<EventId>('8') })).toThrow()
      expect(() => store.attachments.add({ ...kept, blob: 'cd'.repeat(16) })).toThrow()
      const found = store.attachments.get(kept.event)
      expect([found?.blob, [...found?.key ?? []], [...store.attachments.blobs()]]).toEqual([kept.blob, [...kept.key], [kept.blob]])
      expect([store.attachments.blobOf(kept.event), store.attachments.blobOf(id('8'))]).toEqual([kept.blob, null])
      found?.key.fill(0)
      expect([...store.attachments.get(kept.event)?.key ?? []], 'a key that was handed out is its taker’s to overwrite').toEqual([...kept.key])
      expect([store.attachments.remove(kept.event), store.attachments.remove(kept.event), store.attachments.get(kept.event), store.attachments.blobs().size]).toEqual([true, false, null, 0])
    })

    describe('search', () => {
      const paragraph = (part: string, heading: string, words: string) => ({ kind: 'paragraph' as const, part, heading, words })
      const fill = (): void => store.transaction(() => store.search.remake((add) => {
        add(id('1'), DOSSIER, [paragraph('0', 'Ports', 'Ferries to Łódź run late'), paragraph('1', 'Ports', 'Harbours stay open')])
        add(id('2'), DOSSIER, [paragraph('0', 'Locks', 'The lock keeper ran late')])
      }))
      const found = (typed: string): string[] => [...store.search.find(typed)].map((one) => `${one.event[0]}/${one.part}`).toSorted()

      test('finds all words of what is typed, the last as a beginning, with or without marks, and nothing in nothing', () => {
        fill()
        expect([found('late'), found('lodz'), found('lock kee'), found('keeper lock'), found('kee lock'), found('harb'), found(''), found('—'), found('absent')]).toEqual(
          [['1/0', '2/0'], ['1/0'], ['2/0'], ['2/0'], [], ['1/1'], [], [], []])
      })

      test('is current once it was made, is made anew from nothing, and says where each passage lies', () => {
        expect(store.search.isCurrent()).toBe(false)
        fill()
        fill()
        expect(store.search.isCurrent()).toBe(true)
        expect(store.search.contents().map((one) => [one.event[0], one.part, one.words])).toEqual([['1', '0', 'Ferries to Łódź run late'], ['1', '1', 'Harbours stay open'], ['2', '0', 'The lock keeper ran late']])
        const [hit] = [...store.search.find('keeper')]
        expect(hit).toMatchObject({ dossier: DOSSIER, heading: 'Locks', words: 'The lock keeper ran late' })
        expect([...store.search.excerpts('keeper', [hit?.place ?? 0]).keys()]).toEqual([hit?.place])
        store.search.remove(id('2'))
        expect([found('keeper'), found('late')]).toEqual([[], ['1/0']])
      })
    })

    describe('a transaction', () => {
      const everywhere = (): void => {
        store.events.add(CIRCLE, event(0), 1)
        store.waiting.add(CIRCLE, event(1), 1)
        store.forks.put({ circle: CIRCLE, dossier: null, log: id('1'), seq: 1, events: [id('5'), id('6')] }, 1)
        store.cards.add(id('1'), stage.person('CZ').card, 1)
        store.bundles.add(bundle('7'), null)
        store.imports.add(changes, 1)
        store.register.append(statement(1), pen)
        store.settings.set('a', 'b')
        store.identity.put({ secret: utf8('s'), signedCard: stage.person('CZ').card })
        store.ownKeys.add({ generation: 2, secret: utf8('t'), signedCard: stage.person('CZ').card })
        store.drafts.put({ dossier: DOSSIER, text: TEXT, rev: 1, kind: 'verdicts', parts: 1, keptAtUtcMs: 1 }, '{}')
        store.forms.put({ place: 'a', content: '{}', keptAtUtcMs: 1 })
        store.attachments.add({ event: id('9'), blob: 'ab'.repeat(16), key: new Uint8Array(32), keptAtUtcMs: 1 })
        store.search.remake((add) => add(id('1'), DOSSIER, [{ kind: 'paragraph', part: '0', heading: '', words: 'herons' }]))
      }
      const counts = (): unknown[] => [
        store.events.all().length, store.waiting.of(CIRCLE).length, store.forks.all().length, store.cards.all().length, store.bundles.all().length, store.imports.standing().length, store.register.count(),
        store.register.lines().length, store.register.signedHead() === null ? 0 : 1, store.settings.get('a') === null ? 0 : 1, store.ownKeys.all().length, store.drafts.all().length,
        store.forms.all().length, store.attachments.blobs().size, [...store.search.find('herons')].length,
      ]
      const NOTHING = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]
      const EVERYTHING = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 1, 1, 1, 1]

      test('that throws leaves nothing in any table', () => {
        expect(() => store.transaction(() => {
          everywhere()
          expect(counts()).toEqual(EVERYTHING)
          throw new Error('struck')
        })).toThrow('struck')
        expect(counts()).toEqual(NOTHING)
        store.transaction(everywhere)
        expect(counts()).toEqual(EVERYTHING)
        expect(verifyRegister(store.register.rows(), store.register.signedHead(), pen)).toEqual([])
      })

      test('is told of once, when the whole of it is done, and never where it was taken back', () => {
        let commits = 0
        store.onCommit(() => { commits += 1 })
        store.transaction(() => store.transaction(() => store.settings.set('a', 'b')))
        expect(commits).toBe(1)
        expect(() => store.transaction(() => { throw new Error('struck') })).toThrow('struck')
        expect(commits).toBe(1)
      })

      test('writes nothing once the store is frozen', () => {
        store.settings.set('a', 'before')
        store.freeze()
        expect(() => store.transaction(() => store.settings.set('a', 'after'))).toThrow()
        expect(store.settings.get('a')).toBe('before')
      })

      test('inside another is a part of it: taken back alone where its fault is caught, and with the whole', () => {
        expect(store.transaction(() => {
          store.settings.set('kept', '1')
          expect(() => store.transaction(() => {
            everywhere()
            throw new Error('inner')
          })).toThrow('inner')
          return store.settings.get('kept')
        })).toBe('1')
        expect(counts()).toEqual(NOTHING)
        expect(() => store.transaction(() => {
          store.transaction(everywhere)
          throw new Error('outer')
        })).toThrow('outer')
        expect([counts(), store.settings.get('kept')]).toEqual([NOTHING, '1'])
      })
    })
  })
}
