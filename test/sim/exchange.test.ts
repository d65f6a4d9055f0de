/** The simulated exchange of five delegations: its laws hold, one seed is one run, and it notices faults that are planted for it to find. */
import { beforeAll, describe, expect, it } from 'vitest'
import type { Store } from '../../electron/engine/vault/store.ts'
import { ok } from '../../shared/base/result.ts'
import { noticed } from './exchange/noticed.ts'
import type { Plants } from './exchange/party.ts'
import { runOf } from './exchange/run.ts'
import { makeTemplate, type Template } from './exchange/template.ts'

let template: Template

beforeAll(async () => {
  template = await makeTemplate()
}, 60_000)

describe('an exchange of five delegations with a bad stick and power cuts', () => {
  it('ends with one state for all, and one seed always gives the same run', async () => {
    const [one, again] = [await runOf(2031, template), await runOf(2031, template)]
    expect(again).toEqual(one)
    expect(one.imports).toBeGreaterThan(10)
    expect((await runOf(2032, template)).trace).not.toEqual(one.trace)
  })
})

const UNCHECKED: Plants = { context: { verify: () => true, verifyAhead: async () => () => true } }

describe('a fault planted in the engine is noticed', () => {
  it('signatures that are not checked', async () => {
    expect((await noticed(template, UNCHECKED)).message).toMatch(/a forged bundle|which nobody said/)
  }, 60_000)

  it('events that wait for their ancestors and are forgotten', async () => {
    const store = (sound: Store): Store => ({ ...sound, waiting: { ...sound.waiting, add: () => undefined } })
    expect((await noticed(template, { store })).message).toMatch(/has lost [0-9a-f]{64}/)
  }, 120_000)

  it('an import that is noted before its events are kept, and not in one transaction', async () => {
    const store = (sound: Store): Store => ({ ...sound, transaction: (work) => work() })
    expect((await noticed(template, { store })).message).toMatch(/seed \d+: /)
  }, 120_000)

  it('an event that is admitted and does not reach the vault', async () => {
    let count = 0
    const store = (sound: Store): Store => ({ ...sound, events: { ...sound.events, add: (...given) => (++count % 9 === 0 ? undefined : sound.events.add(...given)) } })
    expect((await noticed(template, { store })).message).toMatch(/has lost|lacks/)
  }, 60_000)

  it('a content that a disk spoils on its way in', async () => {
    const spoilt = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => (at === bytes.length - 1 ? byte ^ 1 : byte))
    const store = (sound: Store): Store => ({ ...sound, blobs: { ...sound.blobs, begin: async (name) => {
      const begun = await sound.blobs.begin(name)
      return begun.ok ? ok({ ...begun.value, append: (bytes) => begun.value.append(spoilt(bytes)) }) : begun
    } } })
    expect((await noticed(template, { store })).message).toMatch(/cannot give out evidence-\d+\.bin|cannot read the contents of evidence-\d+\.bin/)
  }, 60_000)

  it('a content that was imported and is not kept', async () => {
    const store = (sound: Store): Store => ({ ...sound, attachments: { ...sound.attachments, add: () => undefined } })
    expect((await noticed(template, { store })).message).toMatch(/has lost [0-9a-f]{64}/)
  }, 60_000)

  it('half a content that a power cut leaves behind', async () => {
    const store = (sound: Store): Store => ({ ...sound, blobs: { ...sound.blobs, sweep: () => undefined } })
    expect((await noticed(template, { store })).message).toMatch(/has half a content/)
  }, 120_000)

  it('tells the seed, what happened, and how to see it again', async () => {
    const { message } = await noticed(template, UNCHECKED)
    expect(message).toMatch(/replay: npm run sim -- --seed \d+$/)
    expect(message.split('\n').length).toBeGreaterThan(4)
  }, 60_000)
})
