import { describe, expect, test } from 'vitest'
import { DELEGATIONS, MEMBER_STATES } from '../../../shared/base/delegations.ts'
import { outcomeOf } from '../../../shared/silence/outcome.ts'
import { BREAKING_KINDS, PROFILE_IDS, RESPONSE_KINDS, isBreakingKind } from '../../../shared/silence/procedure.ts'
import { breakersOf, canBreak, type CountedResponse } from '../../../shared/silence/profile.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'

const answer = (changes: Partial<CountedResponse> = {}): CountedResponse =>
  ({ delegation: 'CZ', response: { kind: 'objection', breaks: true }, canBreak: true, late: false, withdrawn: false, ...changes })

describe('the words of an outcome', () => {
  test.each([
    ['working-party', 'agreed at working party level, to be forwarded to PSC'],
    ['council-12-2-d', 'deemed adopted at the end of the period'],
    ['osce', 'adopted; text issued at the next meeting'],
    ['nato', 'agreed'],
    ['unga-74-544', 'adopted, later noted'],
  ] as const)('unbroken under %s are exactly %j', (profile, words) => {
    expect(outcomeOf(PROFILES[profile], 'PSC', [], true)).toEqual({ broken: false, provisional: false, words })
  })

  test.each(PROFILE_IDS)('broken under %s name those who broke it', (profile) => {
    const outcome = outcomeOf(PROFILES[profile], 'PSC', ['CZ', 'NL'], true)
    expect(outcome.broken).toBe(true)
    expect(outcome.words).toContain('silence was broken by CZ, NL')
  })

  test('of a working party never say "adopted"', () => {
    for (const breakers of [[], ['CZ']] as const) expect(outcomeOf(PROFILES['working-party'], 'PSC', breakers, true).words).not.toContain('adopted')
  })

  test('are provisional until the intake is closed', () => {
    expect(outcomeOf(PROFILES.nato, 'PSC', [], false).provisional).toBe(true)
    expect(outcomeOf(PROFILES.nato, 'PSC', ['CZ'], false).provisional).toBe(true)
  })

  test('take the words of a person as they stand', () => {
    expect(outcomeOf(PROFILES['working-party'], '$& {delegations}', [], true).words).toBe('agreed at working party level, to be forwarded to $& {delegations}')
  })
})

describe('who breaks silence', () => {
  test.each(PROFILE_IDS)('under %s a Member State that the roster calls a member, and nobody else', (id) => {
    expect(DELEGATIONS.filter((delegation) => canBreak(PROFILES[id], delegation, true))).toEqual([...MEMBER_STATES])
    expect(DELEGATIONS.filter((delegation) => canBreak(PROFILES[id], delegation, false))).toEqual([])
  })

  describe.each(PROFILE_IDS)('under %s', (id) => {
    const profile = PROFILES[id]
    test.each(BREAKING_KINDS)('a %s breaks exactly where its author says so', (kind) => {
      expect(breakersOf(profile, [answer({ response: { kind, breaks: true } })])).toEqual(['CZ'])
      expect(breakersOf(profile, [answer({ response: { kind, breaks: false } })])).toEqual([])
    })
    test.each(RESPONSE_KINDS.filter((kind) => !isBreakingKind(kind)))('a %s never does', (kind) => expect(breakersOf(profile, [answer({ response: { kind, breaks: true } })])).toEqual([]))
    test('what is late, withdrawn, or not from a member does not', () => {
      expect(breakersOf(profile, [answer({ late: true }), answer({ withdrawn: true }), answer({ canBreak: false })])).toEqual([])
    })
    test('each delegation counts once, in protocol order', () => {
      expect(breakersOf(profile, [answer({ delegation: 'NL' }), answer({ delegation: 'BE' }), answer({ delegation: 'NL' })])).toEqual(['BE', 'NL'])
    })
    test('has a source, a rule and setters', () => {
      expect(profile.id).toBe(id)
      for (const words of [profile.source, profile.rule, profile.setter]) expect(words).not.toBe('')
      expect(profile.setterRoles).toEqual(['chair', 'secretariat'])
    })
  })
})
