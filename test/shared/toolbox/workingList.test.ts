import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ATTRIBUTION_NEEDS, COMPETENCES, HORIZONS, MEASURE_EFFECTS, MEASURE_KINDS, catalogueSchema, filterMeasures, measureSchema, routeOf } from '../../../shared/toolbox/measure.ts'
import { WORKING_LIST, WORKING_LIST_LABEL } from '../../../shared/toolbox/workingList.ts'
import { CONSIDERATIONS, DIMENSIONS, FACTORS, PRINCIPLES } from '../../../shared/toolbox/yardsticks.ts'
import { SCALES, confidenceWord } from '../../../shared/toolbox/confidence.ts'
import { ENTRY_KINDS, KIND_FACTS } from '../../../shared/toolbox/entry.ts'

const named = (...ids: readonly string[]) => WORKING_LIST.filter((measure) => ids.includes(measure.id))

describe('the working list of measures', () => {
  test.each(WORKING_LIST.map((measure) => [measure.id, measure] as const))('%s is complete and names a point of a source document', (_id, measure) => {
    expect(v.safeParse(measureSchema, measure).success).toBe(true)
    expect(measure.source).toMatch(/^(?:5797\/5\/16 REV 5|10289\/23), /)
  })

  test('says of itself that it is not official', () => {
    expect(WORKING_LIST_LABEL).toMatch(/not an official list/)
  })

  test('has short names that are distinct, and so is any catalogue', () => {
    const [first] = WORKING_LIST
    expect(v.safeParse(catalogueSchema, { version: 1, note: '', measures: [...WORKING_LIST] }).success).toBe(true)
    expect(v.safeParse(catalogueSchema, { version: 1, note: '', measures: [first, first] }).success).toBe(false)
  })

  test('uses every kind and effect of 10289/23, point 14, and every degree, horizon and competence of 5797/5/16', () => {
    expect(MEASURE_KINDS.every((kind) => WORKING_LIST.some((measure) => measure.kinds.includes(kind)))).toBe(true)
    expect(MEASURE_EFFECTS.every((effect) => WORKING_LIST.some((measure) => measure.effects.includes(effect)))).toBe(true)
    expect(HORIZONS.every((horizon) => WORKING_LIST.some((measure) => measure.horizons.includes(horizon)))).toBe(true)
    expect(ATTRIBUTION_NEEDS.every((need) => WORKING_LIST.some((measure) => measure.attribution === need))).toBe(true)
    expect(COMPETENCES.every((competence) => WORKING_LIST.some((measure) => measure.competences.includes(competence)))).toBe(true)
  })

  test('holds what 10289/23, point 14, adds', () => {
    const added = ['response-partnerships', 'advisories', 'foreign-intelligence', 'suspension-of-engagements', 'sectoral-sanctions', 'sanctions-regime-review', 'capacity-building', 'training-and-exercises', 'rapid-response', 'mutual-assistance']
    expect(named(...added)).toHaveLength(added.length)
  })

  test('prefers awareness raising, dialogue, démarches and confidence building towards a State whose territory is used: point 16', () => {
    const preferred = filterMeasures(WORKING_LIST, { firstTowardsTransit: true }).map((measure) => measure.id)
    expect(preferred).toEqual(expect.arrayContaining(['advisories', 'cyber-dialogue', 'demarche', 'confidence-building']))
  })
})

describe('a filter', () => {
  test('without attribution leaves what needs none or can be tailored, and nothing that requires it', () => {
    const left = filterMeasures(WORKING_LIST, { withoutAttribution: true })
    expect(left.length).toBeGreaterThan(0)
    expect(left.some((measure) => measure.attribution === 'required')).toBe(false)
    expect(filterMeasures(WORKING_LIST, {})).toEqual(WORKING_LIST)
  })

  test('holds all its conditions at once', () => {
    const found = filterMeasures(WORKING_LIST, { effect: 'restrictive', horizon: 'long', body: 'RELEX', words: 'listing' })
    expect(found.map((measure) => measure.id)).toEqual(['cyber-sanctions'])
  })
})

describe('the route of a decision', () => {
  test('of restrictive measures passes RELEX and the geographical parties: 10289/23, section 5, step 5', () => {
    expect(routeOf(named('cyber-sanctions'))).toEqual(expect.arrayContaining(['HWPCI', 'RELEX', 'geographical', 'PSC', 'COREPER', 'Council']))
  })

  test('of several measures names each body once, in the order of the procedure', () => {
    expect(routeOf(named('demarche', 'cyber-sanctions'))).toEqual(['HWPCI', 'RELEX', 'geographical', 'PSC', 'COREPER', 'Council', 'EEAS', 'memberStates'])
  })
})

describe('the yardsticks', () => {
  test.each([
    ['six principles: 10289/23, point 13', PRINCIPLES, 6], ['seven dimensions: 10289/23, point 13', DIMENSIONS, 7],
    ['seven factors of a significant effect: Decision 2019/797, Article 3', FACTORS, 7], ['ten considerations: 10289/23, point 29', CONSIDERATIONS, 10],
  ] as const)('are %s, each with its source', (_what, list, count) => {
    expect(list).toHaveLength(count)
    expect(list.every((one) => one.name !== '' && /10289\/23|2019\/797/.test(one.source))).toBe(true)
  })

  test('every scale of confidence says what its words mean and where it comes from', () => {
    expect(SCALES.every((scale) => scale.source !== '' && scale.words.every((word) => word.meaning !== ''))).toBe(true)
    expect(confidenceWord('confidence', 'likely')).toBeNull()
    expect(confidenceWord('likelihood', 'likely')?.name).toBe('Likely')
  })

  test('every kind of entry belongs to a step and names its source', () => {
    expect(ENTRY_KINDS.every((kind) => KIND_FACTS[kind].step >= 1 && KIND_FACTS[kind].step <= 9 && /10289\/23/.test(KIND_FACTS[kind].source))).toBe(true)
    expect(new Set(ENTRY_KINDS.map((kind) => KIND_FACTS[kind].step))).toEqual(new Set([1, 2, 3, 4, 5, 6, 7, 8]))
  })
})
