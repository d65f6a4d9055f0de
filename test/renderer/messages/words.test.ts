import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { circleEventSchemas } from '../../../shared/circle/events.ts'
import { DOCX_REASONS, type DocxReason } from '../../../shared/docx/fault.ts'
import { REFUSAL_CODES, type Refusal } from '../../../shared/ipc/refusal.ts'
import { refusalWords } from '../../../shared/ipc/refusalWords.ts'
import { clockOrMoment, deadlineWords, span } from '../../../renderer/messages/time.ts'
import { fr } from '../../../renderer/messages/fr.ts'
import { LANGUAGES } from '../../../renderer/messages/language.ts'
import { speak, timelineWords, words } from '../../../renderer/messages/words.ts'

/** Of these a Word file is not called unreadable: it is too large or too long, empty, or has changes. */
const HAS_ITS_OWN_REFUSAL: ReadonlySet<DocxReason> = new Set(['too-large', 'empty', 'too-long', 'tracked-changes'])

describe('refusals', () => {
  test('each has a meaning and a remedy, in whole sentences and in the words of a desk officer', () => {
    for (const code of REFUSAL_CODES) {
      const { meaning, remedy } = refusalWords({ code, facts: {} })
      for (const sentence of [meaning, remedy]) {
        expect(sentence, code).toMatch(/^[A-Z“].*[.!?)]$/su)
        expect(sentence, code).not.toMatch(/\b(?:invalid|user|sync|error occurred|are you sure|undefined)\b|!/iu)
      }
    }
  })

  test('what the engine says beside a code stands in the sentence', () => {
    const meaning = (code: Refusal['code'], facts: Refusal['facts']): string => refusalWords({ code, facts }).meaning
    expect([1, 3].map((count) => meaning('suggestion-open', { count }))).toEqual(['One suggestion is still open.', '3 suggestions are still open.'])
    expect(meaning('suggestions-collide', { first: 'B', second: 'C' })).toContain('Suggestions B and C')
    expect(meaning('file-too-large', { limitBytes: 2 ** 31 })).toContain('(at most 2 GiB)')
    for (const reason of DOCX_REASONS.filter((one) => !HAS_ITS_OWN_REFUSAL.has(one))) expect(meaning('docx-malformed', { reason }), reason).toMatch(/cannot be read: [a-z][\w ,]+\.$/iu)
    expect(meaning('docx-malformed', { reason: 'later' })).toBe('This Word file cannot be read.')
  })

  test('each has a meaning and a remedy of its own in French', () => {
    for (const code of REFUSAL_CODES) {
      const [english, { meaning, remedy }] = [refusalWords({ code, facts: {} }), fr.said.refusal({ code, facts: {} })]
      for (const sentence of [meaning, remedy]) expect(sentence, code).toMatch(/^[A-ZÀ-ÖØ-Þ«].*[.!?)»]$/su)
      expect(meaning, code).not.toBe(english.meaning)
      expect(`${meaning}${remedy}`, code).not.toContain('undefined')
    }
  })

  test('a deadline that does not exist offers both readings', () => {
    const { remedy } = refusalWords({ code: 'deadline-nonexistent', facts: { readings: '01:30 or 03:30' } })
    expect(remedy).toContain('01:30 or 03:30')
  })
})

describe.each(LANGUAGES)('events, in %s', (language) => {
  beforeEach(() => speak(language))
  afterEach(() => speak('en'))

  test('each type has words for the timeline of its dossier', () => {
    for (const type of Object.keys(dossierEventSchemas)) expect(timelineWords(type, 'REV 1')).not.toBe(words.dossier.newer(type))
  })

  test('each type has a name in a bundle, for one and for several', () => {
    for (const type of [...Object.keys(dossierEventSchemas), ...Object.keys(circleEventSchemas)]) {
      expect(words.exchange.items(type, 1)).not.toContain(type)
      expect(words.exchange.items(type, 2)).not.toContain(type)
      // One that has no plural of its own, as REV has none in French, stands in both.
      if (language === 'en') expect(words.exchange.items(type, 2)).not.toBe(words.exchange.items(type, 1).replace('1', '2'))
    }
  })

  test('a type that this version does not know says so', () => {
    expect(timelineWords('future.thing', '')).toBe(words.dossier.newer('future.thing'))
    expect(words.dossier.newer('future.thing')).toContain('future.thing')
  })
})

describe('times', () => {
  const DEADLINE = Date.UTC(2031, 5, 12, 15, 0)

  test('time left is said in the two largest units that matter', () => {
    const MINUTE = 60_000
    expect([12, 60, 162, 24 * 60, 27 * 60, 4 * 24 * 60 + 300].map((minutes) => span(minutes * MINUTE))).toEqual(['12 min', '1 h', '2 h 42 min', '1 day', '1 day 3 h', '4 days'])
    expect(span(-5)).toBe('0 min')
  })

  test('a time of today is said by the clock, any other with its day', () => {
    expect(clockOrMoment(DEADLINE, DEADLINE + 3_600_000)).toBe('17:00')
    expect(clockOrMoment(DEADLINE, DEADLINE + 86_400_000)).toBe('12 Jun, 17:00')
  })

  test('a deadline is said in Brussels time, and in local time where that differs', () => {
    const now = DEADLINE - 3 * 3_600_000
    expect(deadlineWords(DEADLINE, now, 'Europe/Riga')).toBe('today, 17:00 Brussels time (18:00 in Riga)')
    expect(deadlineWords(DEADLINE, now, 'Europe/Paris')).toBe('today, 17:00 Brussels time')
    expect(deadlineWords(DEADLINE, now - 4 * 86_400_000, 'Pacific/Auckland')).toBe('Thursday 12 June, 17:00 Brussels time (13 Jun, 03:00 in Auckland)')
  })
})

describe('a name inside a sentence', () => {
  test.each(LANGUAGES)('keeps its capitals but for the first, in %s', (language) => {
    speak(language)
    expect(timelineWords('entry.added', 'Grey Heron', 'attribution')).toMatch(/position (?:of a State|d’un État)/)
    expect(words.caseFile.needs(words.entry.kindFields.briefing?.['informedOn'] ?? words.entry.fields['informedOn'] ?? '')).toContain('HWPCI')
    expect(words.common.inSentence(words.caseFile.options.prefer)).toMatch(/^(?:preferred .* a State|à privilégier .* un État)/)
    speak('en')
  })
})
