/** Times as they are said: the locale that names days and months, and the words around the clock. */
export const time = {
  locale: 'en-GB', today: 'today',
  /** What a day as the locale writes it still needs. */
  day: (written: string) => written,
  at: (day: string, clock: string) => `${day}, ${clock}`,
  brusselsTime: (there: string) => `${there} Brussels time`,
  /** A city that a zone is named after. */
  city: (name: string) => name,
  /** `zone` is a city, as said here, or UTC. */
  withHere: (there: string, here: string, zone: string) => `${there} (${here} ${zone === 'UTC' ? zone : `in ${zone}`})`,
  minutes: (count: number) => `${count} min`,
  hours: (count: number, minutes: number) => (minutes === 0 ? `${count} h` : `${count} h ${minutes} min`),
  days: (count: number, hours: number) => `${count} ${count === 1 ? 'day' : 'days'}${hours === 0 ? '' : ` ${hours} h`}`,
} as const
