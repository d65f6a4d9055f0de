import type { PlaceWords } from '../../../shared/text/place.ts'

export const places: PlaceWords = {
  title: 'titre', formula: 'formule introductive', paragraph: (label) => `paragraphe\u00A0${label}`,
  continuation: (paragraph, number) => `${paragraph || 'début'}, alinéa\u00A0${number}`, bullet: (paragraph, number) => `${paragraph || 'début'}, tiret\u00A0${number}`,
  heading: (number) => `intertitre\u00A0${number}`, recital: (number) => `considérant\u00A0${number}`, cell: (table, row, column) => `tableau\u00A0${table}, ligne\u00A0${row}, colonne\u00A0${column}`,
  plain: (number) => `paragraphe non numéroté\u00A0${number}`,
}
