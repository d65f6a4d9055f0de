import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { standing } from '../../../shared/dossier/entries.ts'
import { KIND_FACTS } from '../../../shared/toolbox/entry.ts'
import { makeDelegation, temporaryFolder, type TestDelegation } from '../../fakes/testDelegation.ts'
import type { Output } from '../../../shared/ipc/contract.ts'

let at: TestDelegation
let shown: Output<'dossier.show'>
beforeAll(async () => {
  at = await makeDelegation({ folder: join(temporaryFolder(), 'cz'), delegation: 'CZ' })
  const { dossier } = await at.call('exercise.load', {})
  shown = await at.call('dossier.show', { dossier })
}, 60_000)
afterAll(() => at.close())

describe('the exercise', () => {
  test('fills all nine steps, every kind of entry, and every list of the dossier', () => {
    const { state } = shown
    expect(state.exercise).toBe(true)
    expect(state.steps.filter((step) => step.state !== 'notBegun').map((step) => step.step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
    const kinds = new Set<string>(state.entries.map((entry) => entry.content.kind))
    expect(Object.keys(KIND_FACTS).filter((kind) => !kinds.has(kind))).toEqual([])
    expect(state).toMatchObject({ contributions: { length: 5 }, positions: { length: 12 }, attachments: { length: 1 }, texts: [{ revisions: { length: 2 } }], silences: [{ phase: 'running', responses: { length: 2 } }] })
  })

  test('has a picture that can be looked at, marked EXERCISE by its name, and a contribution that it belongs to', async () => {
    const { attachments: [attachment], contributions, dossier } = shown.state
    if (attachment === undefined) throw new Error('no attachment')
    expect(attachment.name).toMatch(/^EXERCISE /)
    expect(contributions.filter((one) => one.attachments?.includes(attachment.event)).map((one) => one.kind)).toEqual(['severity'])
    expect(await at.call('attachment.preview', { dossier, attachment: attachment.event })).toMatchObject({ mediaType: 'image/png', width: 432, height: 240 })
  })

  test('tells of each day when it was over: nothing was observed before it happened, decided before it was deliberated, or said before its day', () => {
    const { contributions, entries, opened } = shown.state
    const dayOf = (utcMs: number): string => new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels' }).format(utcMs)
    const opening = dayOf(opened.claimedAtUtcMs)
    for (const one of contributions) expect([one.observed, one.reported, dayOf(one.claimedAtUtcMs)], one.title).toEqual([one.observed, one.reported, dayOf(one.claimedAtUtcMs)].toSorted())
    for (const { content } of standing(entries, 'description')) {
      expect((Date.parse(content.until ?? '') - Date.parse(content.from ?? '')) / 86_400_000 + 1, content.dimensions.duration).toBe(16)
      expect((content.until ?? '') <= opening).toBe(true)
    }
    const [deliberation] = standing(entries, 'deliberation')
    for (const one of standing(entries, 'decision')) {
      expect((one.content.on ?? '') <= dayOf(one.claimedAtUtcMs), one.content.measure.name).toBe(true)
      expect((one.content.on ?? '') >= (deliberation?.content.on ?? '9')).toBe(true)
    }
  })

  test('sets nothing aside, and leaves nothing waiting: everything in it was allowed', () => {
    expect(shown.state.setAside).toEqual([])
    expect(shown.pending).toBe(0)
  })

  test('lets me take part as a delegate and as the chair', async () => {
    const [silence] = shown.state.silences
    if (silence === undefined) throw new Error('no silence')
    await at.call('silence.respond', { dossier: shown.state.dossier, procedure: silence.procedure, response: { kind: 'agreement', breaks: false, reservation: null, remark: '', place: null } })
    expect((await at.call('circle.list', {})).circles).toMatchObject([{ name: expect.stringMatching(/^EXERCISE/), myRoles: ['chair', 'delegate'] }])
  })

  test('is loaded once, and stands in the register in one line beside what I did', async () => {
    expect((await at.refused('exercise.load', {})).code).toBe('exercise-here')
    const { entries } = await at.call('register.list', { limit: 100, filter: { fromUtcMs: null, toUtcMs: null, group: null, result: 'done', dossier: null, words: '' } })
    expect(entries.filter((entry) => entry.action === 'exercise.load')).toHaveLength(1)
    expect(entries.some((entry) => entry.action === 'contribution.added')).toBe(false)
  })
})
