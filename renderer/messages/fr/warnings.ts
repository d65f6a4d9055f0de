/** What is unusual about a deadline, in French. */
import { assertNever } from '../../../shared/base/assertNever.ts'
import type { deadlineWarningWords as English } from '../../../shared/ipc/warningWords.ts'
import { cityName } from '../zone.ts'
import { inCity } from './cities.ts'
import { holidayName, holidaySource } from './holidays.ts'
import { counted, isOne } from './plural.ts'

export const deadlineWarningWords: typeof English = (warning) => {
  switch (warning.kind) {
    case 'weekend': return `L’échéance tombe un ${warning.day === 'Saturday' ? 'samedi' : 'dimanche'}${warning.where === 'Europe/Brussels' ? '' : ` ${inCity(cityName(warning.where))}`}.`
    case 'holiday': return `L’échéance tombe un jour férié : ${holidayName(warning.name)}. ${holidaySource(warning.source)}.`
    case 'tooShort': return warning.hours === 0 ? 'Il reste moins d’une heure pour répondre.' : `Il ne reste ${isOne(warning.hours) ? 'qu’une heure' : `que ${counted(warning.hours, 'heure')}`} pour répondre.`
    case 'noWorkingTime': return 'Aucune heure d’un jour ouvrable à Bruxelles ne se situe entre maintenant et l’échéance.'
    default: return assertNever(warning)
  }
}
