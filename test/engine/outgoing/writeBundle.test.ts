import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import type { EventId, InstallationId } from '../../../shared/base/identifiers.ts'
import { equalBytes } from '../../../shared/base/bytes.ts'
import { ok } from '../../../shared/base/result.ts'
import type { SignedEvent } from '../../../shared/log/event.ts'
import { openBundle } from '../../../electron/engine/intake/openBundle.ts'
import { readCard } from '../../../electron/engine/intake/readCard.ts'
import { verifyBundleEvents } from '../../../electron/engine/intake/verifyBundleEvents.ts'
import { hasher, hashingAside, newHashing, openerOf, sealerOf, signerOf, verifier } from '../../../electron/engine/keys/index.ts'
import { bundleParts, writeBundle, type BundleContent, type CarriedContent } from '../../../electron/engine/outgoing/writeBundle.ts'
import { writeCard } from '../../../electron/engine/outgoing/writeCard.ts'
import { PORTS, setStage, type TestPerson } from '../../fakes/events.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { temporaryFolder } from '../../fakes/temporaryFolder.ts'

const stage = await setStage([{ delegation: 'CZ', roles: ['delegate'], member: true }, { delegation: 'NL', roles: ['delegate'], member: true }])
const [secretariat, cz, nl] = [stage.person('GSC'), stage.person('CZ'), stage.person('NL')]
const said = stage.say(secretariat, 'note.made', { text: 'x'.repeat(100_000) })
const events = [...stage.circleEvents, said]
const folder = temporaryFolder()
afterAll(() => folder.remove())

const MARKING = { limite: true, classification: 'R-UE/EU-R', tlp: 'AMBER', releasableTo: [] } as const
const keysOf = (sender: TestPerson, seed = 1) => ({ sealer: sealerOf(seededRandom(seed)), sign: signerOf(sender.identity), hash: hasher, hashingAside })

function contentBy(sender: TestPerson, to: readonly TestPerson[], carried: readonly { readonly signed: SignedEvent }[] = events): BundleContent {
  const { circle, epoch, head } = stage.circle
  return {
    facts: {
      circle, sender: sender.identity.installation, counter: 1, previous: null, sealedAtUtcMs: 5, roster: { epoch, head }, marking: { ...MARKING, releasableTo: [] },
      frontier: [{ dossier: said.header.dossier, log: said.header.log, seq: 1, event: said.id }, { dossier: null, log: said.header.log, seq: 3, event: head }],
    },
    recipients: to.map(({ identity }) => ({ installation: identity.installation, sealingKey: identity.sealingKey })),
    events: carried.map((event) => event.signed),
  }
}

function open(path: string, me: TestPerson, limitBytes?: number) {
  const keyOf = (sender: InstallationId) => (sender === secretariat.identity.installation ? secretariat.identity.signingKey : null)
  return openBundle(path, { opener: openerOf([me.identity]), isMe: (installation) => installation === me.identity.installation, keyOf, keyBrought: () => null, verify: verifier, newHashing, hashingAside }, limitBytes)
}

describe('a written bundle', () => {
  it('opens for each recipient with all that went in, and its events verify from nothing but the trusted founder', async () => {
    const path = folder.path('one.chbundle')
    const written = await writeBundle(path, contentBy(secretariat, [nl, cz]), keysOf(secretariat))
    if (!written.ok) throw new Error(written.error)
    for (const me of [cz, nl]) {
      const opened = await open(path, me)
      if (!opened.ok) throw new Error(opened.error.code)
      expect(opened.value).toMatchObject({ bundle: written.value.bundle, sizeBytes: written.value.sizeBytes, marking: MARKING })
      expect(opened.value.events).toEqual(events.map((event) => event.signed))
      expect(opened.value.manifest.recipients).toEqual([cz, nl].map((person) => person.identity.installation).toSorted())
      const verified = verifyBundleEvents(opened.value, { circleEvents: [], isTrusted: (installation) => installation === secretariat.identity.installation, ports: PORTS })
      expect(verified).toEqual({ ok: true, value: { circle: stage.circle, events } })
    }
    expect(written.value.bundle).toBe(hasher(readFileSync(path)))
  })

  it('tells nobody else anything: not the words, not the names', async () => {
    const path = folder.path('two.chbundle')
    await writeBundle(path, contentBy(secretariat, [cz]), keysOf(secretariat, 2))
    expect(await open(path, nl)).toMatchObject({ ok: false, error: { code: 'bundle-not-for-you', stage: 'recipient' } })
    const bytes = readFileSync(path)
    for (const word of ['xxxxxxxx', 'Horizontal', 'note.made', secretariat.identity.installation]) expect(bytes.includes(word)).toBe(false)
  })

  it('is the same file for the same random bytes, and never twice the same otherwise', async () => {
    const made = async (seed: number) => {
      const parts: Uint8Array[] = []
      for await (const part of bundleParts(contentBy(secretariat, [cz]), keysOf(secretariat, seed))) parts.push(part.slice())
      return Buffer.concat(parts)
    }
    expect(equalBytes(await made(3), await made(3))).toBe(true)
    expect(equalBytes(await made(3), await made(4))).toBe(false)
  })

  it('over the limit is refused before it is read', async () => {
    const path = folder.path('three.chbundle')
    await writeBundle(path, contentBy(secretariat, [cz]), keysOf(secretariat, 5))
    expect(await open(path, cz, 1000)).toMatchObject({ ok: false, error: { code: 'file-too-large', stage: 'limit' } })
    expect(await open(folder.path('none.chbundle'), cz)).toMatchObject({ ok: false, error: { code: 'file-missing' } })
    expect(await open(folder.path('.'), cz)).toMatchObject({ ok: false, error: { code: 'file-unreadable' } })
  })

  it('is not written over another', async () => {
    const path = folder.path('four.chbundle')
    writeFileSync(path, '')
    expect(await writeBundle(path, contentBy(secretariat, [cz]), keysOf(secretariat))).toEqual({ ok: false, error: 'target-exists' })
  })

  it('of items that fill chunks exactly opens', async () => {
    for (const size of [65_000, 65_400, 131_000, 131_072]) {
      const path = folder.path(`fill-${size}.chbundle`)
      const note = stage.say(secretariat, 'note.made', new Uint8Array(size), { dossier: null, heads: [] })
      expect((await writeBundle(path, contentBy(secretariat, [cz], [note]), keysOf(secretariat, size))).ok).toBe(true)
      expect((await open(path, cz)).ok).toBe(true)
    }
  })
})

describe('a circle that is known', () => {
  const known = { circleEvents: stage.circleEvents, isTrusted: () => false, ports: PORTS }
  const opened = (carried: readonly { readonly signed: SignedEvent }[], changes: object = {}) => {
    const { facts } = contentBy(secretariat, [cz])
    const lacking = { withoutBody: [], withoutContent: [] }
    return { manifest: { ...facts, ...lacking, ...changes, format: 1 as const, recipients: [], items: [], padding: 0 }, events: carried.map((event) => event.signed) }
  }

  it('needs no founding event in the bundle, and no trusted card', () => {
    expect(verifyBundleEvents(opened([said]), known)).toEqual({ ok: true, value: { circle: stage.circle, events: [said] } })
  })

  it('takes a newly admitted delegation and its events from one bundle', () => {
    const { stranger } = stage
    const change = { kind: 'admitted', card: { ...stranger.card }, roles: ['delegate'], member: true }
    const admission = stage.say(secretariat, 'roster.changed', { epoch: 4, predecessor: stage.circle.head, change }, { dossier: null, heads: [], rosterEpoch: 3, after: stage.circleEvents.at(-1) ?? null })
    const word = stage.say(stranger, 'note.made', {}, { heads: [said] })
    const roster = { epoch: 4, head: admission.id }
    const verified = verifyBundleEvents(opened([word, admission], { roster }), known)
    expect(verified.ok && verified.value.events).toEqual([word, admission])
    expect(verified.ok && verified.value.circle.epoch).toBe(4)
    expect(verifyBundleEvents(opened([word], { roster }), known)).toMatchObject({ error: { code: 'bundle-roster-behind', stage: 'policy', facts: { known: 3, needed: 4 } } })
  })

  it('refuses an event of a newer format as a newer bundle', () => {
    const header = Uint8Array.of(0xa1, 0x61, 0x76, 0x02)
    expect(verifyBundleEvents(opened([{ signed: { ...said.signed, header } }]), known)).toMatchObject({ error: { code: 'bundle-newer', stage: 'schema' } })
  })
})

describe('a written card', () => {
  it('reads back, and is refused cut, altered or too large', async () => {
    const path = folder.path('cz.chcard')
    expect((await writeCard(path, cz.card)).ok).toBe(true)
    expect(await readCard(path, PORTS)).toMatchObject({ ok: true, value: { installation: cz.identity.installation, card: { name: cz.name }, signed: cz.card } })
    const bytes = readFileSync(path)
    const bad = folder.path('bad.chcard')
    const verdict = async (content: Uint8Array) => {
      writeFileSync(bad, content)
      const read = await readCard(bad, PORTS)
      return read.ok ? 'ok' : read.error
    }
    expect(await verdict(bytes.subarray(0, -1))).toBe('not-a-card')
    expect(await verdict(bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte)))).toBe('card-altered')
    expect(await verdict(Buffer.concat([bytes, Buffer.alloc(10_000)]))).toBe('file-too-large')
  })
})

describe('a content long enough to be hashed in another thread', () => {
  const SIZE_BYTES = 9 * 1024 * 1024 + 5
  const whole = seededRandom(77)(SIZE_BYTES)

  /** `givenBytes`: where the content turns out to end. */
  function carried(hashOf: Uint8Array = whole, givenBytes = SIZE_BYTES): CarriedContent & { readonly standsOpen: () => boolean } {
    let standsOpen = false
    return {
      event: 'e'.repeat(64) as EventId, sizeBytes: SIZE_BYTES, hash: hasher(hashOf), standsOpen: () => standsOpen,
      async open() {
        standsOpen = true
        let at = 0
        return ok({
          async fill(into) {
            const part = whole.subarray(at, Math.min(at + into.length, givenBytes))
            into.set(part)
            at += part.length
            return ok(part.length)
          },
          close: async () => void (standsOpen = false),
        })
      },
    }
  }
  const carrying = (content: CarriedContent): BundleContent => ({ ...contentBy(secretariat, [cz]), contents: [content] })
  const partsOf = (name: string): string[] => readdirSync(folder.path('.')).filter((one) => one.startsWith(name))

  it('arrives whole, under the hash of the file as it stands, and the last that is told is that all was read back', async () => {
    const path = folder.path('long.chbundle')
    const told: [string, number][] = []
    const say = (phase: string) => (bytes: number): void => void told.push([phase, bytes])
    const written = await writeBundle(path, carrying(carried()), keysOf(secretariat, 30), { signal: new AbortController().signal, wrote: say('wrote'), readBack: say('back') })
    if (!written.ok) throw new Error(written.error)
    expect(written.value.bundle).toBe(hasher(readFileSync(path)))
    expect(told.findLast(([phase]) => phase === 'wrote')?.[1]).toBe(written.value.sizeBytes)
    expect(told.at(-1)).toEqual(['back', written.value.sizeBytes])
    expect(told.map(([phase]) => phase).lastIndexOf('wrote')).toBeLessThan(told.findIndex(([phase]) => phase === 'back'))
    const opened = await open(path, cz)
    if (!opened.ok) throw new Error(opened.error.code)
    expect(opened.value.bundle).toBe(written.value.bundle)
  })

  it('is refused where it is not what the sender signed', async () => {
    const path = folder.path('other.chbundle')
    expect((await writeBundle(path, carrying(carried(whole.subarray(1))), keysOf(secretariat, 31))).ok).toBe(true)
    expect(await open(path, cz)).toMatchObject({ ok: false, error: { code: 'bundle-malformed', stage: 'schema' } })
  })

  it('leaves nothing behind, and is closed, where it ends early or is cancelled', async () => {
    const short = carried(whole, SIZE_BYTES - 1_000_000)
    expect(await writeBundle(folder.path('short.chbundle'), carrying(short), keysOf(secretariat, 32))).toEqual({ ok: false, error: 'attachment-altered' })
    const stopping = new AbortController()
    const stopped = carried()
    const watch = { signal: stopping.signal, wrote: (bytes: number) => { if (bytes > SIZE_BYTES / 2) stopping.abort() }, readBack: () => undefined }
    expect(await writeBundle(folder.path('stopped.chbundle'), carrying(stopped), keysOf(secretariat, 33), watch)).toEqual({ ok: false, error: 'cancelled' })
    expect([short.standsOpen(), stopped.standsOpen()]).toEqual([false, false])
    expect([...partsOf('short'), ...partsOf('stopped')]).toEqual([])
  })
})
