/** DOMAIN section 5, bodies and sources, and the row of 2016 of section 4. */
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { entry as french } from '../../../renderer/messages/fr/toolbox.ts'
import { DELEGATIONS, INSTITUTIONS, MEMBER_STATES } from '../../../shared/base/delegations.ts'
import { CONTRIBUTION_KINDS, CREDIBILITIES, RELIABILITIES, dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { TLP_COLOURS } from '../../../shared/marking/marking.ts'
import { ROUTE_BODIES } from '../../../shared/toolbox/measure.ts'
import { ENGLISH } from '../../../shared/toolbox/entryWords.ts'
import { WORKING_LIST } from '../../../shared/toolbox/workingList.ts'

describe('who takes part: section 5', () => {
  test('are 27 Member States and four institutions, each once', () => {
    expect(new Set(MEMBER_STATES).size).toBe(27)
    expect(INSTITUTIONS).toEqual(['EEAS', 'COM', 'GSC', 'PRES'])
    expect(new Set(DELEGATIONS).size).toBe(31)
  })

  test('a decision goes from HWPCI by PSC and COREPER to the Council; RELEX, the geographical parties and HWP-ERCHT have a hand in it', () => {
    expect(ROUTE_BODIES.filter((body) => ['HWPCI', 'PSC', 'COREPER', 'Council'].includes(body))).toEqual(['HWPCI', 'PSC', 'COREPER', 'Council'])
    expect(ROUTE_BODIES).toEqual(expect.arrayContaining(['RELEX', 'geographical', 'ERCHT', 'EEAS', 'HR', 'Commission']))
  })
})

describe('what a contribution carries: section 5', () => {
  const contribution = {
    kind: 'technical', title: 'Traces', source: 'CERT-EU', text: '', marking: { limite: true, classification: 'NONE', tlp: 'AMBER+STRICT', releasableTo: [] }, reliability: null, credibility: null,
  }
  const fits = (part: object): boolean => v.safeParse(dossierEventSchemas['contribution.added'], { ...contribution, ...part }).success

  test('a colour of TLP 2.0', () => {
    expect(TLP_COLOURS).toEqual(['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'])
    expect(fits({})).toBe(true)
    expect(fits({ marking: { ...contribution.marking, tlp: 'WHITE' } })).toBe(false)
  })

  test('an Admiralty grading on two axes that do not depend on one another: any with any, and either alone', () => {
    for (const reliability of [...RELIABILITIES, null]) for (const credibility of [...CREDIBILITIES, null]) expect(fits({ reliability, credibility }), `${reliability}${credibility}`).toBe(true)
    expect([RELIABILITIES.join(''), CREDIBILITIES.join('')]).toEqual(['ABCDEF', '123456'])
    expect([fits({ reliability: 'G' }), fits({ credibility: '0' })]).toEqual([false, false])
  })

  test('a kind: technical, intelligence assessment, severity, forensic, briefing', () => {
    expect(CONTRIBUTION_KINDS).toEqual(['technical', 'intelligenceAssessment', 'severity', 'forensic', 'briefing'])
  })
})

test('the working list holds what 5797/5/16 REV 5 names: section 4', () => {
  const names = WORKING_LIST.filter((measure) => measure.source.startsWith('5797/5/16')).map((measure) => measure.name).join('\n')
  for (const named of [/Council/, /High Representative/, /request for assistance/i, /Démarche/, /[Rr]ecall/, /[Ee]xpulsion|Active measures/, /dialogue/, /multilateral fora/, /strategic communication/i, /[Rr]estrictive|sanction/i, /[Ll]aw enforcement|prosecution/, /[Rr]egulatory|economic power/]) {
    expect(names).toMatch(named)
  }
})

test('days of an entry are written as people write them, in both languages', () => {
  expect([ENGLISH.day('2031-11-01'), ENGLISH.day('soon'), french.day('2031-08-01'), french.day('2031-12-26')]).toEqual(['1 November 2031', 'soon', '1er août 2031', '26 décembre 2031'])
})
