import type { time as English } from '../en/time.ts'
import type { Translated } from '../translated.ts'
import { city, inCity } from './cities.ts'
import { counted } from './plural.ts'

export const time: Translated<typeof English> = {
  locale: 'fr-FR', today: 'aujourd’hui',
  // The first of a month is an ordinal: dimanche 1er juin.
  day: (written) => written.replace(/(?<!\d)1 (?=\p{L})/u, '1er '),
  at: (day, clock) => `${day}, ${clock}`,
  brusselsTime: (there) => `${there}, heure de Bruxelles`,
  city,
  withHere: (there, here, zone) => `${there} (${here} ${zone === 'UTC' ? zone : inCity(zone)})`,
  minutes: (count) => `${count}\u00A0min`,
  hours: (count, minutes) => (minutes === 0 ? `${count}\u00A0h` : `${count}\u00A0h\u00A0${minutes}\u00A0min`),
  days: (count, hours) => `${counted(count, 'jour')}${hours === 0 ? '' : ` ${hours}\u00A0h`}`,
}
