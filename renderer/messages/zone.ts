/** The city that names a zone, in English as the zone's name is: Riga for `Europe/Riga`. */
export function cityName(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ')
}
