import { beforeEach, describe, expect, test } from 'vitest'
import { createForms, fits, type Forms } from '../../../renderer/app/forms.ts'
import { createKeeper } from '../../../renderer/app/keeper.ts'
import { ok } from '../../../shared/base/result.ts'

const NOON = Date.UTC(2031, 5, 12, 12)
let vault: Map<string, unknown>
let forms: Forms

beforeEach(() => {
  vault = new Map()
  const keeper = createKeeper<string, unknown>({
    keyOf: (place) => place,
    async keep(place, content) { return ok(vault.set(place, content)) },
    async forget(place) { return ok(vault.delete(place)) },
  })
  forms = createForms(keeper, () => NOON)
})

describe('a form that is half typed', () => {
  test('is in the vault as soon as a lock asks for it, and offered again', async () => {
    forms.change('respond/1', { remark: 'We cannot' })
    forms.change('respond/1', { remark: 'We cannot agree' })
    expect(await forms.keepNow()).toBe(true)
    expect([...vault]).toEqual([['respond/1', { remark: 'We cannot agree' }]])
    expect(forms.kept('respond/1')).toEqual({ content: { remark: 'We cannot agree' }, keptAtUtcMs: NOON })
    expect(forms.kept('respond/2')).toBeNull()
  })

  test('is nowhere any more once it was signed or closed, also where it had not been kept yet', async () => {
    forms.change('step/1', { note: 'begun' })
    forms.forget('step/1')
    expect(await forms.keepNow()).toBe(true)
    expect([vault.size, forms.kept('step/1')]).toEqual([0, null])
  })

  test('of an earlier opening comes back with its moment, but not over what was typed since', () => {
    forms.change('a', { text: 'newer' })
    forms.remember([{ place: 'a', content: '{"text":"older"}', keptAtUtcMs: 1 }, { place: 'b', content: '{"text":"kept"}', keptAtUtcMs: 2 }, { place: 'c', content: 'no JSON', keptAtUtcMs: 3 }])
    expect(forms.kept('a')?.content).toEqual({ text: 'newer' })
    expect(forms.kept('b')).toEqual({ content: { text: 'kept' }, keptAtUtcMs: 2 })
    expect(forms.kept('c')).toEqual({ content: null, keptAtUtcMs: 3 })
  })
})

describe('what was kept fills a form', () => {
  const blank = { title: '', marking: { limite: true, tlp: null }, tags: [], body: undefined }
  test.each([
    [{ title: 'a', marking: { limite: false, tlp: 'AMBER' }, tags: ['x'] }, true],
    [{ title: 'a', marking: { limite: false, tlp: 'AMBER' }, tags: ['x'], body: 'more' }, true],
    [{ marking: { limite: false, tlp: null }, tags: [] }, false],
    [{ title: 'a', marking: null, tags: [] }, false],
    [{ title: 'a', marking: { limite: 'yes', tlp: null }, tags: [] }, false],
    [{ title: 'a', marking: { limite: true, tlp: null }, tags: {} }, false],
    [['title'], false], [null, false], ['title', false],
  ])('only where it has the same names and kinds: %j', (kept, so) => {
    expect(fits(blank, kept)).toBe(so)
  })
})
