/** The usual public holidays of the institutions, by the names that `shared/silence/holidays.ts` gives them; a day that a person added keeps its own. */
import { HOLIDAYS_SOURCE } from '../../../shared/silence/holidays.ts'

const NAMES: ReadonlyMap<string, string> = new Map([
  ['New Year’s Day', 'jour de l’An'], ['the day after New Year’s Day', 'lendemain du jour de l’An'], ['Maundy Thursday', 'jeudi saint'], ['Good Friday', 'vendredi saint'], ['Easter Monday', 'lundi de Pâques'],
  ['Labour Day', 'fête du Travail'], ['Europe Day', 'journée de l’Europe'], ['Ascension Day', 'Ascension'], ['the day after Ascension Day', 'lendemain de l’Ascension'], ['Whit Monday', 'lundi de Pentecôte'],
  ['Belgian National Day', 'fête nationale belge'], ['Assumption', 'Assomption'], ['All Saints’ Day', 'Toussaint'], ['All Souls’ Day', 'jour des Morts'], ['Christmas Day', 'Noël'], ['the end-of-year days', 'jours de fin d’année'],
])

const SOURCES: ReadonlyMap<string, string> = new Map([
  [HOLIDAYS_SOURCE, 'Jours fériés usuels des institutions de l’UE, d’après la décision de la Commission du 21 décembre 2012 (JO C 39 du 12.2.2013, p. 26) ; la décision prise pour chaque année fait foi'],
  ['Added on this machine', 'Ajouté sur cette machine'],
])

export function holidayName(name: string): string {
  return NAMES.get(name) ?? name
}

export function holidaySource(source: string): string {
  return SOURCES.get(source) ?? source
}
