/** Cities and islands after which zones are named and which have another name in French. */
const FRENCH: ReadonlyMap<string, string> = new Map([
  ['Addis Ababa', 'Addis-Abeba'], ['Algiers', 'Alger'], ['Athens', 'Athènes'], ['Azores', 'Les Açores'], ['Baghdad', 'Bagdad'], ['Bahrain', 'Bahreïn'], ['Baku', 'Bakou'], ['Beirut', 'Beyrouth'],
  ['Bishkek', 'Bichkek'], ['Brussels', 'Bruxelles'], ['Bucharest', 'Bucarest'], ['Busingen', 'Büsingen'], ['Cairo', 'Le Caire'], ['Canary', 'Les Canaries'], ['Chisinau', 'Chişinău'],
  ['Copenhagen', 'Copenhague'], ['Damascus', 'Damas'], ['Dhaka', 'Dacca'], ['Dubai', 'Dubaï'], ['Dushanbe', 'Douchanbé'], ['Faeroe', 'Les Féroé'], ['Havana', 'La Havane'], ['Jerusalem', 'Jérusalem'],
  ['Kabul', 'Kaboul'], ['Katmandu', 'Katmandou'], ['Kuwait', 'Koweït'], ['Lisbon', 'Lisbonne'], ['London', 'Londres'], ['Madeira', 'Madère'], ['Malta', 'Malte'], ['Manila', 'Manille'],
  ['Mexico City', 'Mexico'], ['Mogadishu', 'Mogadiscio'], ['Moscow', 'Moscou'], ['Muscat', 'Mascate'], ['Nicosia', 'Nicosie'], ['Reunion', 'La Réunion'], ['Reykjavik', 'Reykjavík'], ['Riyadh', 'Riyad'],
  ['San Marino', 'Saint-Marin'], ['Sao Paulo', 'São Paulo'], ['Seoul', 'Séoul'], ['Singapore', 'Singapour'], ['Tashkent', 'Tachkent'], ['Tbilisi', 'Tbilissi'], ['Tehran', 'Téhéran'], ['Tirane', 'Tirana'],
  ['Ulaanbaatar', 'Oulan-Bator'], ['Vienna', 'Vienne'], ['Warsaw', 'Varsovie'], ['Yekaterinburg', 'Iekaterinbourg'], ['Yerevan', 'Erevan'],
])

/** As French says it: Vienne for Vienna. */
export function city(name: string): string {
  return FRENCH.get(name) ?? name
}

/** à Vienne, au Caire, aux Açores. */
export function inCity(name: string): string {
  const said = city(name)
  if (said.startsWith('Le ')) return `au ${said.slice(3)}`
  return said.startsWith('Les ') ? `aux ${said.slice(4)}` : `à ${said}`
}
