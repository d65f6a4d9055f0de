/** What every keeper of a vault's tables must do. Run on the encrypted database and on the memory fake: vaultContract.test.ts. */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DossierId, Hash, TextId } from '../../../shared/base/identifiers.ts'
import { hasher, signerOf } from '../../../electron/engine/keys/index.ts'
import type { KeptBundle } from '../../../electron/engine/vault/bundlesTable.ts'
import type { DraftHead } from '../../../electron/engine/vault/draftsTable.ts'
import { parseRegisterLine } from '../../../electron/engine/vault/registerTable.ts'
import type { Store } from '../../../electron/engine/vault/store.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { PARTS, issueRev, openDossier } from '../../fakes/deliberation.ts'
import { setStage, type Stage } from '../../fakes/events.ts'

export interface KeptStore {
  store(): Store
  /** Closes the store and opens it anew on what it has kept. */
  reopen(): void
  remove(): void
}

export function vaultContract(keeper: string, make: () => KeptStore): void {
  let stage: Stage
  let events: readonly [VerifiedEvent, VerifiedEvent, VerifiedEvent]
  let kept: KeptStore
  const store = (): Store => kept.store()

  beforeAll(async () => {
    stage = await setStage(PARTS)
    const opened = openDossier(stage, stage.person('GSC'))
    const issued = issueRev(stage, stage.person('GSC'), 0, null)
    events = [plain(stage.circleEvents[0] ?? opened), plain(opened), plain(issued)]
  })
  beforeEach(() => {
    kept = make()
  })
  afterEach(() => kept.remove())

  const hash = (letter: string): Hash => letter.repeat(64) as Hash
  const append = (subject: string): void => {
    store().register.append({ atUtcMs: 5, action: 'x', subject, result: 'done', code: null }, hasher, signerOf(stage.person('GSC').identity))
  }
  const bundle = (changes: Partial<KeptBundle> = {}): KeptBundle => ({
    direction: 'out', hash: hash('a'), circle: stage.circle.circle, sender: stage.person('GSC').identity.installation, counter: 1, previous: null,
    recipients: [stage.person('CZ').identity.installation], events: events.map((event) => event.id),
    frontier: [{ dossier: null, log: stage.person('GSC').identity.installation, seq: 1, event: events[0].id }], fileName: 'b', atUtcMs: 7, ...changes,
  })
  const draft = (changes: Partial<DraftHead> = {}): DraftHead => (
    { dossier: 'd'.repeat(64) as DossierId, text: 'e'.repeat(64) as TextId, rev: 0, kind: 'suggestions', parts: 1, keptAtUtcMs: 3, ...changes }
  )

  describe(`a vault kept in ${keeper}`, () => {
    it('gives events back as they were signed, in the order of admission, also after it was opened anew', () => {
      const { circle } = stage.circle
      for (const [at, event] of [events[2], events[0], events[1]].entries()) store().events.add(circle, event, at)
      const expected = [events[2], events[0], events[1]].map((event, admittedAtUtcMs) => ({ circle, event, admittedAtUtcMs }))
      expect(store().events.all()).toEqual(expected)
      kept.reopen()
      expect(store().events.all()).toEqual(expected)
    })

    it('gives back an event whose body was withheld', () => {
      const withheld = { ...events[1], signed: { ...events[1].signed, body: null } }
      store().events.add(stage.circle.circle, withheld, 0)
      expect(store().events.all().map((one) => one.event)).toEqual([withheld])
    })

    it('admits no event twice', () => {
      store().events.add(stage.circle.circle, events[0], 0)
      expect(() => store().events.add(stage.circle.circle, events[0], 1)).toThrow()
      expect(store().events.all()).toHaveLength(1)
    })

    it('keeps waiting events once each, by circle, until they are removed', () => {
      const { circle } = stage.circle
      for (const event of [...events, events[0]]) store().waiting.add(circle, event, 0)
      expect(store().waiting.of(circle)).toEqual(events.toSorted((a, b) => (a.id < b.id ? -1 : 1)))
      expect(store().waiting.of(hash('0') as string as typeof circle)).toEqual([])
      store().waiting.remove(events[1].id)
      expect([store().waiting.has(events[0].id), store().waiting.has(events[1].id)]).toEqual([true, false])
    })

    it('keeps one note of each fork, the last, in the order of their places', () => {
      const place = { circle: stage.circle.circle, log: stage.person('CZ').identity.installation }
      const [first, second] = [{ ...place, dossier: null, seq: 10 }, { ...place, dossier: stage.dossier, seq: 2 }]
      const ids = events.map((event) => event.id)
      store().forks.put({ ...second, events: ids }, 0)
      store().forks.put({ ...first, events: ids.slice(0, 2) }, 0)
      store().forks.put({ ...first, events: ids }, 1)
      expect(store().forks.all()).toEqual([{ ...first, events: ids }, { ...second, events: ids }])
    })

    it('keeps a card as it was first read, and whether it is trusted', () => {
      const [cz, de] = [stage.person('CZ'), stage.person('DE')]
      store().cards.add(de.identity.installation, de.card, 2)
      store().cards.add(cz.identity.installation, cz.card, 1)
      store().cards.trust(cz.identity.installation)
      store().cards.add(cz.identity.installation, de.card, 3)
      expect(store().cards.all()).toMatchObject([{ installation: cz.identity.installation, trusted: true }, { installation: de.identity.installation, trusted: false }])
      expect(new Uint8Array(store().cards.get(cz.identity.installation)?.signed.card ?? [])).toEqual(cz.card.card)
      expect(store().cards.get(stage.stranger.identity.installation)).toBeNull()
    })

    it('notes each bundle once in each direction, oldest first', () => {
      const noted = [bundle(), bundle({ direction: 'in' }), bundle({ hash: hash('b'), previous: hash('a'), counter: 2 })]
      for (const one of noted) store().bundles.add(one)
      expect(store().bundles.all()).toEqual(noted)
      expect(store().bundles.of(stage.circle.circle)).toEqual(noted)
      expect([store().bundles.has('in', hash('a')), store().bundles.has('in', hash('b'))]).toEqual([true, false])
      expect(() => store().bundles.add(bundle())).toThrow()
    })

    it('chains each line of the register to the one before, also after it was opened anew', () => {
      expect([store().register.count(), store().register.head()]).toEqual([0, null])
      append('one')
      append('two')
      kept.reopen()
      append('three')
      const rows = store().register.rows()
      expect(rows.map((row) => parseRegisterLine(row.entry))).toMatchObject([
        { seq: 1, previous: null, subject: 'one' }, { seq: 2, previous: rows[0]?.hash, subject: 'two' }, { seq: 3, previous: rows[1]?.hash, subject: 'three' },
      ])
      expect(rows.every((row) => hasher(row.entry) === row.hash)).toBe(true)
      expect(store().register.newest(2).map((line) => line.subject)).toEqual(['three', 'two'])
      expect([store().register.count(), store().register.head()]).toEqual([3, rows[2]?.hash])
    })

    it('keeps one identity for ever, and settings as they were last set', () => {
      const card = stage.person('CZ').card
      expect(store().identity.get()).toBeNull()
      store().identity.put({ secret: Uint8Array.of(1, 2), signedCard: card })
      expect(() => store().identity.put({ secret: Uint8Array.of(3), signedCard: card })).toThrow()
      store().settings.set('theme', 'dark')
      store().settings.set('theme', 'light')
      kept.reopen()
      expect([...store().identity.get()?.secret ?? []]).toEqual([1, 2])
      expect([store().settings.get('theme'), store().settings.get('language')]).toEqual(['light', null])
    })

    it('keeps one draft of each kind in each place, character for character, the oldest first', () => {
      const [suggestions, verdicts] = [draft(), draft({ kind: 'verdicts', keptAtUtcMs: 2 })]
      store().drafts.put(suggestions, 'first')
      store().drafts.put(verdicts, 'cafe\u0301 "')
      store().drafts.put(suggestions, 'second')
      kept.reopen()
      expect(store().drafts.all()).toEqual([verdicts, suggestions])
      expect(store().drafts.get(verdicts)).toEqual({ content: 'cafe\u0301 "', keptAtUtcMs: 2 })
      expect(store().drafts.get(draft({ rev: 1 }))).toBeNull()
      expect([store().drafts.remove(suggestions), store().drafts.remove(suggestions)]).toEqual([true, false])
    })

    it('takes back everything of a transaction that fails, and only that', () => {
      append('before')
      const work = (): never => {
        append('inside')
        store().events.add(stage.circle.circle, events[0], 0)
        store().drafts.put(draft(), 'inside')
        throw new RangeError('struck')
      }
      expect(() => store().transaction(work)).toThrow(RangeError)
      expect(store().events.all()).toEqual([])
      expect(store().drafts.all()).toEqual([])
      expect(store().register.newest(9).map((line) => line.subject)).toEqual(['before'])
    })

    it('takes back an inner transaction alone where the outer one goes on, and the inner with the outer', () => {
      const inner = (): never => store().transaction(() => {
        store().settings.set('inner', 'set')
        throw new RangeError('struck')
      })
      store().transaction(() => {
        store().settings.set('outer', 'set')
        expect(inner).toThrow(RangeError)
      })
      expect([store().settings.get('outer'), store().settings.get('inner')]).toEqual(['set', null])
      expect(() => store().transaction(() => {
        store().transaction(() => store().settings.set('inner', 'set'))
        throw new RangeError('struck')
      })).toThrow(RangeError)
      expect(store().settings.get('inner')).toBeNull()
    })

    it('answers with the result of the transaction, finds itself sound, and answers nothing once closed', () => {
      expect(store().transaction(() => 'answer')).toBe('answer')
      expect(store().integrityFaults()).toEqual([])
      const before = store()
      kept.reopen()
      expect(() => before.settings.get('x')).toThrow()
    })
  })
}

/** With a body in a Uint8Array of its own, as an event has that came through the door. */
function plain(event: VerifiedEvent): VerifiedEvent {
  const { body } = event.signed
  return { ...event, signed: { ...event.signed, body: body && Uint8Array.from(body) } }
}
