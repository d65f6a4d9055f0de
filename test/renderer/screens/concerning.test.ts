import { afterEach, expect, test } from 'vitest'
import { speak } from '../../../renderer/messages/words.ts'
import { concerning } from '../../../renderer/screens/register/concerning.ts'

afterEach(() => speak('en'))

test('what was changed in the settings is named in the language of the window, and what else was written down stands as it was', () => {
  const changed = { action: 'settings.changed', subject: 'Language, Appearance', details: [['language', 'en → fr'], ['appearance', 'light → dark']] as [string, string][] }
  const holidays = { action: 'settings.changed', subject: 'Public holidays', details: [['holidaysAdded', '2031-05-09'], ['holidaysStruck', '']] as [string, string][] }
  expect([concerning(changed), concerning(holidays)]).toEqual(['Language, Appearance', 'Public holidays added'])
  speak('fr')
  expect([concerning(changed), concerning(holidays)]).toEqual(['Langue, Apparence', 'Jours fériés ajoutés'])
  expect(concerning({ action: 'card.read', subject: 'Ilze Kalniņa (LV)', details: [] })).toBe('Ilze Kalniņa (LV)')
  expect(concerning({ action: 'settings.changed', subject: 'Minutes', details: [] })).toBe('Minutes')
})
