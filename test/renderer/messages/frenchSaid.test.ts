import { describe, expect, test } from 'vitest'
import { evidenceWords } from '../../../renderer/messages/fr/evidence.ts'
import { holidayName, holidaySource } from '../../../renderer/messages/fr/holidays.ts'
import { refusalWords } from '../../../renderer/messages/fr/refusals.ts'
import { registerFaultWords } from '../../../renderer/messages/fr/registerFaults.ts'
import { time } from '../../../renderer/messages/fr/time.ts'
import { deadlineWarningWords } from '../../../renderer/messages/fr/warnings.ts'
import { DOCX_REASONS } from '../../../shared/docx/fault.ts'
import { REFUSAL_CODES, type Refusal } from '../../../shared/ipc/refusal.ts'
import { REGISTER_FAULTS } from '../../../shared/ipc/registerMethods.ts'
import { HOLIDAY_RULES, HOLIDAYS_SOURCE } from '../../../shared/silence/holidays.ts'
import { deadlineWarnings } from '../../../shared/silence/warnings.ts'

/** Two points stand after a space that does not break, the others after a narrow one; an apostrophe is curved. */
const MISSET = /[^\u00A0]:(?!\d)|[^\u202F][;?!]|«[^\u00A0]|[^\u00A0]»|'/u

function said(code: Refusal['code'], facts: Refusal['facts'] = {}): string {
  const { meaning, remedy } = refusalWords({ code, facts })
  return `${meaning} ${remedy}`
}

describe('refusals in French', () => {
  test('each has a meaning and a remedy, in whole sentences that are set as French is', () => {
    for (const code of REFUSAL_CODES) {
      for (const sentence of Object.values(refusalWords({ code, facts: {} }))) {
        expect(sentence, code).toMatch(/^\p{Lu}.*[.?]$/su)
        expect(sentence, code).not.toMatch(MISSET)
        expect(sentence, code).not.toMatch(/undefined|!|\binvalide\b/u)
      }
    }
  })

  test('nothing that the engine words in English comes through', () => {
    const readings = { readings: '2027-03-28, 01:30 (UTC+01:00, that is 28 March 2027, 00:30:00 UTC) or …', wallTime: '2027-03-28T02:30', zone: 'Europe/Brussels', earlierUtcMs: Date.UTC(2027, 2, 28, 0, 30), laterUtcMs: Date.UTC(2027, 2, 28, 1, 30) }
    expect(said('deadline-nonexistent', readings)).toContain('28 mars 2027 à 01:30 (UTC+01:00, soit 28 mars 2027 à 00:30:00 UTC) ou 28 mars 2027 à 03:30 (UTC+02:00, soit 28 mars 2027 à 01:30:00 UTC).')
    expect(said('role-not-allowed', { role: 'chair or the secretariat' })).toContain('Cela revient à la présidence ou au secrétariat.')
    expect(said('passphrase-wrong', { of: 'backup' })).toContain('cette sauvegarde')
    expect(said('file-too-large', { limitBytes: 2 ** 31 })).toContain('(2\u00A0Gio au plus)')
  })

  test('who holds the vault, and since when, whatever the lock file says', () => {
    expect(said('vault-busy', { user: 'verbeke', host: 'WS-0007', sinceUtcMs: Date.UTC(2031, 5, 1, 15), where: 'elsewhere' })).toMatch(/depuis le 1er juin 2031 à 15:00:00 UTC\u00A0: verbeke sur WS-0007\. .*«\u00A0lock\u00A0»/u)
    expect(said('vault-busy', { user: '', host: 'WS-0007', sinceUtcMs: 9e18, where: 'here' })).toContain('quelqu’un sur WS-0007')
  })

  test('a Word file that cannot be read says why, and a reason that is not known leaves the sentence whole', () => {
    const otherCodes = ['too-large', 'empty', 'too-long', 'tracked-changes']
    for (const reason of DOCX_REASONS.filter((one) => !otherCodes.includes(one))) expect(said('docx-malformed', { reason }), reason).toMatch(/ne peut pas être lu\u00A0: \p{L}/u)
    expect(said('docx-malformed', { reason: 'later' })).toMatch(/^Ce fichier Word ne peut pas être lu\. /)
  })

  test('counts are said in the singular and in the plural', () => {
    expect([1, 2].map((count) => refusalWords({ code: 'suggestion-open', facts: { count } }).meaning)).toEqual(['1\u00A0suggestion attend encore une suite.', '2\u00A0suggestions attendent encore une suite.'])
    expect(said('attempt-too-soon', { waitSeconds: 1 })).toContain('dans 1\u00A0seconde.')
  })
})

describe('what the engine finds, in French', () => {
  test('each fault of the register is one sentence, for one entry and for several', () => {
    for (const kind of REGISTER_FAULTS) {
      expect(registerFaultWords({ kind, seq: 4, toSeq: 4 }), kind).toMatch(/^Inscription 4\u00A0: [^:]+\.$/u)
      expect(registerFaultWords({ kind, seq: 4, toSeq: 9 }), kind).toMatch(/^Inscriptions 4 à 9\u00A0: [^:]+\.$/u)
    }
  })

  test('evidence names delegations with their articles, contracted where French contracts them', () => {
    const { cannot, proves } = evidenceWords('splitView', { about: 'les Pays-Bas', saidBy: 'le Danemark', fromSeq: 3, toSeq: 3 })
    expect(proves).toBe('Une déclaration signée par le Danemark fait état d’un autre événement 3 des Pays-Bas que celui, signé par les Pays-Bas, qui se trouve ici.')
    expect(cannot[0]).toContain('signés par les Pays-Bas')
  })

  test('a deadline on a holiday, on a weekend and too near is pointed out', () => {
    const [deadline, now] = [Date.UTC(2031, 3, 13, 15), Date.UTC(2031, 3, 13, 12)]
    const warnings = deadlineWarnings({ utcMs: deadline, wallTime: '2031-04-13T19:30', zone: 'Asia/Tehran' }, now, { added: [{ day: '2031-04-13', name: 'Pâques' }], struck: [] })
    expect(warnings.map(deadlineWarningWords)).toEqual([
      'L’échéance tombe un dimanche à Téhéran.', 'L’échéance tombe un jour férié\u00A0: Pâques. Ajouté sur cette machine.', 'Il ne reste que 3\u00A0heures pour répondre.',
      'Aucune heure d’un jour ouvrable à Bruxelles ne se situe entre maintenant et l’échéance.',
    ])
  })

  test('every usual holiday, and the source of the list, has a French name', () => {
    for (const { name } of HOLIDAY_RULES) expect(holidayName(name)).not.toBe(name)
    expect(holidaySource(HOLIDAYS_SOURCE)).toMatch(/^Jours fériés usuels/)
  })
})

describe('times in French', () => {
  test('the first of a month is an ordinal, and no other day is', () => {
    expect(['dimanche 1 juin', '1 juin 2031', '11 juin', '21 juin'].map(time.day)).toEqual(['dimanche 1er juin', '1er juin 2031', '11 juin', '21 juin'])
  })

  test('a zone is named by its city as French calls it', () => {
    expect(['Riga', 'Vienna', 'Cairo', 'Azores', 'UTC'].map((zone) => time.withHere('aujourd’hui, 17:00', '18:00', zone))).toEqual([
      'aujourd’hui, 17:00 (18:00 à Riga)', 'aujourd’hui, 17:00 (18:00 à Vienne)', 'aujourd’hui, 17:00 (18:00 au Caire)', 'aujourd’hui, 17:00 (18:00 aux Açores)', 'aujourd’hui, 17:00 (18:00 UTC)',
    ])
  })
})
