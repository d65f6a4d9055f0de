const numbers = new Intl.NumberFormat('fr-FR')

/** 1234 is said as 1 234, with a space that does not break. */
export function number(value: number): string {
  return numbers.format(value)
}

const decimals = new Intl.NumberFormat('fr-FR', { minimumFractionDigits: 1, maximumFractionDigits: 1 })

/** 5.04 is said as 5,0. */
export function decimal(value: number): string {
  return decimals.format(value)
}

/** In French, nought and one are singular. */
export function isOne(count: number): boolean {
  return Math.abs(count) < 2
}

/** "0 texte", "1 texte", "2 textes": the count and its noun, which stay on one line. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${number(count)}\u00A0${isOne(count) ? one : many}`
}

/** "A", "A et B", "A, B et C". */
export function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} et ${names.at(-1) ?? ''}`
}

/** "de Marc", "d’Anna", "du Danemark", "des Pays-Bas", "de la France". Before an h nothing is elided: only its bearer knows whether it is mute. */
export function of(name: string): string {
  if (name.startsWith('les ')) return `des ${name.slice(4)}`
  if (name.startsWith('le ')) return `du ${name.slice(3)}`
  return /^[aeiouœæ]/i.test(name.normalize('NFD')) ? `d’${name}` : `de ${name}`
}

/** "à Marc", "au Danemark", "aux Pays-Bas", "à la France". */
export function to(name: string): string {
  if (name.startsWith('les ')) return `aux ${name.slice(4)}`
  return name.startsWith('le ') ? `au ${name.slice(3)}` : `à ${name}`
}
