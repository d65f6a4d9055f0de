import { describe, expect, test } from 'vitest'
import * as v from 'valibot'
import { AFTER_STEPS, BREAKING_KINDS, PROFILE_IDS } from '../../../shared/silence/procedure.ts'
import { profileFault, profileRulesSchema, type ProfileRules } from '../../../shared/silence/profile.ts'
import { PROFILES, isBuiltIn } from '../../../shared/silence/profiles.ts'

/** The table of DOMAIN section 6, row by row: setter, minimum time, what breaks, the exact words, whether it adopts, what follows. */
const ROWS = [
  ['working-party', 'the chair', null, 'agreed at working party level, to be forwarded to {forwardTo}', 'not agreed at working party level: silence was broken by {delegations}', false, ['forwarded'], 'seed'],
  ['council-12-2-d', 'the Presidency', null, 'deemed adopted at the end of the period', 'not adopted: silence was broken by {delegations}', true, ['notified'], 'public'],
  ['osce', 'the Chair', null, 'adopted; text issued at the next meeting', 'not adopted: silence was broken by {delegations}', true, ['issued'], 'public'],
  ['nato', 'the Secretary General or the chair', null, 'agreed', 'not agreed: silence was broken by {delegations}', false, ['forwarded'], 'public'],
  ['unga-74-544', 'the President', 72, 'adopted, later noted', 'not adopted: silence was broken by {delegations}', true, ['noted'], 'public'],
] as const

describe.each(ROWS)('the kind %s', (id, setter, minimumHours, unbrokenWords, brokenWords, adopts, after, grade) => {
  const profile = PROFILES[id]
  test('is as its source has it', () => {
    expect(profile).toMatchObject({ id, setter, minimumHours, unbrokenWords, brokenWords, adopts, after: [...after], grade, whoMayBreak: 'memberStates', breakingKinds: [...BREAKING_KINDS], setterRoles: ['chair', 'secretariat'] })
  })
  test('is well formed, and says "adopted" exactly where silence adopts', () => {
    const { id: _, ...rules } = profile
    expect(v.parse(profileRulesSchema, rules)).toEqual(rules)
    expect(/\badopt/.test(profile.unbrokenWords)).toBe(adopts)
    expect(profile.source.length).toBeGreaterThan(10)
  })
  test('has steps that exist', () => expect(profile.after.every((step) => AFTER_STEPS.includes(step))).toBe(true))
})

test('every kind that ships has its row, and nothing else is one', () => {
  expect(ROWS.map(([id]) => id)).toEqual([...PROFILE_IDS])
  expect(isBuiltIn('ab'.repeat(32) as never)).toBe(false)
})

describe('rules of a circle', () => {
  const { id: _, ...seed } = PROFILES['working-party']
  const own: ProfileRules = { ...seed, name: 'Ours', grade: 'circle' }
  test('that fit together are taken', () => expect(profileFault(own)).toBeNull())
  test.each([
    ['say "adopted" without the right to', { unbrokenWords: 'adopted by silence' }, 'adopted-not-allowed'],
    ['say "Adoption" without the right to', { unbrokenWords: 'Adoption follows' }, 'adopted-not-allowed'],
    ['adopt without saying so', { adopts: true }, 'adopted-not-said'],
    ['do not name who broke', { brokenWords: 'not agreed' }, 'breakers-not-named'],
    ['read the same either way', { unbrokenWords: 'x {delegations}', brokenWords: 'x {delegations}' }, 'outcomes-alike'],
    ['claim a published source of rank', { grade: 'public' as const }, 'grade'],
  ])('that %s are refused', (_, changes, fault) => expect(profileFault({ ...own, ...changes })).toBe(fault))
  test.each([
    ['nobody to set it', { setterRoles: [] }], ['nothing that breaks', { breakingKinds: [] }], ['the same kind twice', { breakingKinds: ['objection', 'objection'] }], ['no time at all', { minimumHours: 0 }], ['no source', { source: ' ' }],
    ['an agreement that breaks', { breakingKinds: ['agreement'] }], ['a field nobody knows', { extra: 1 }],
  ])('with %s are no rules', (_, changes) => expect(v.is(profileRulesSchema, { ...own, ...changes })).toBe(false))
})
