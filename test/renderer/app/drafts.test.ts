import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { createDrafts, type DraftPlace, type Drafts } from '../../../renderer/app/drafts.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { DraftContent } from '../../../shared/ipc/textMethods.ts'

const PLACE = { dossier: 'd'.repeat(64) as DossierId, text: 'a'.repeat(64) as TextId, rev: 2, kind: 'suggestions' } as const satisfies DraftPlace

function typed(reason: string): Extract<DraftContent, { kind: 'suggestions' }> {
  return { kind: 'suggestions', suggestions: [{ amendments: [{ op: 'deleteBlock', block: '1' }], reason }] }
}
const reasonIn = (content: DraftContent): string => (content.kind === 'suggestions' ? (content.suggestions[0]?.reason ?? '') : '')

/** A vault that keeps at once, later, or not at all. */
let vault: Map<string, string>
let sent: string[]
let answers: () => Promise<Result<unknown, Refusal>>
let drafts: Drafts

beforeEach(() => {
  vi.useFakeTimers()
  vault = new Map()
  sent = []
  answers = () => Promise.resolve(ok({}))
  drafts = createDrafts({
    async keep({ rev, content }) {
      sent.push(reasonIn(content))
      const answer = await answers()
      if (answer.ok) vault.set(`${rev}/${content.kind}`, reasonIn(content))
      return answer
    },
    async forget({ rev, kind }) {
      sent.push('forget')
      return ok(vault.delete(`${rev}/${kind}`))
    },
  })
})
afterEach(() => vi.useRealTimers())

describe('what is being typed', () => {
  test('goes into the vault once, a moment after the last keystroke', async () => {
    for (const words of ['a', 'as', 'as in']) {
      drafts.change(PLACE, typed(words))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(sent).toEqual([])
    await vi.advanceTimersByTimeAsync(400)
    expect(sent).toEqual(['as in'])
    expect(vault.get('2/suggestions')).toBe('as in')
    expect(drafts.unkept(PLACE)).toBeNull()
  })

  test('does not wait for a pause that never comes', async () => {
    for (let at = 0; at < 30; at++) {
      drafts.change(PLACE, typed(`word ${at}`))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(sent.length).toBeGreaterThan(0)
    expect(sent.length).toBeLessThan(5)
  })

  test('is kept at once when asked for, for every place, and the answer waits for the vault', async () => {
    drafts.change(PLACE, typed('here'))
    drafts.change({ ...PLACE, rev: 1 }, typed('there'))
    expect(await drafts.keepNow()).toBe(true)
    expect([...vault]).toEqual([['2/suggestions', 'here'], ['1/suggestions', 'there']])
    expect(await drafts.keepNow()).toBe(true)
    expect(sent).toHaveLength(2)
  })

  test('stays in the window, with the reason, where the vault refuses it, and is offered again', async () => {
    answers = () => Promise.resolve(err(refusal('disk-full')))
    const heard = vi.fn()
    drafts.onRefusal(heard)
    drafts.change(PLACE, typed('not lost'))
    expect(await drafts.keepNow()).toBe(false)
    expect(drafts.refused(PLACE)).toMatchObject({ code: 'disk-full' })
    expect(drafts.unkept(PLACE)).toEqual(typed('not lost'))
    expect(heard).toHaveBeenCalledOnce()
    answers = () => Promise.resolve(ok({}))
    expect(await drafts.keepNow()).toBe(true)
    expect(drafts.refused(PLACE)).toBeNull()
    expect(vault.get('2/suggestions')).toBe('not lost')
  })

  test('counts as refused where the engine breaks off', async () => {
    answers = () => Promise.reject(new Error('gone'))
    drafts.change(PLACE, typed('not lost'))
    expect(await drafts.keepNow()).toBe(false)
    expect(drafts.unkept(PLACE)).toEqual(typed('not lost'))
  })

  test('is not taken for kept where more was typed while the vault was at work', async () => {
    let finish: () => void = () => undefined
    answers = () => new Promise((resolve) => { finish = () => resolve(ok({})) })
    drafts.change(PLACE, typed('first'))
    const asked = drafts.keepNow()
    drafts.change(PLACE, typed('first and second'))
    finish()
    expect(await asked).toBe(false)
    expect(drafts.unkept(PLACE)).toEqual(typed('first and second'))
    answers = () => Promise.resolve(ok({}))
    await vi.advanceTimersByTimeAsync(400)
    expect(vault.get('2/suggestions')).toBe('first and second')
  })
})

test('what was handed in is forgotten, and does not come back with a pause that was still running', async () => {
  drafts.change(PLACE, typed('handed in'))
  await drafts.keepNow()
  drafts.change(PLACE, typed('handed in.'))
  drafts.forget(PLACE)
  await vi.advanceTimersByTimeAsync(5_000)
  expect(sent).toEqual(['handed in', 'forget'])
  expect(vault.size).toBe(0)
  expect(drafts.unkept(PLACE)).toBeNull()
})

test('what is prepared on one REV is not offered on another, nor for another kind', () => {
  drafts.change(PLACE, typed('on REV 2'))
  expect(drafts.unkept({ ...PLACE, rev: 3 })).toBeNull()
  expect(drafts.unkept({ ...PLACE, kind: 'verdicts' })).toBeNull()
})
