import type { Check } from './checks.ts'

/** The source as it would be without the check. Throws where the line is not there, or there more than once. */
export function sourceWithout({ file, line, instead = '' }: Check, source: string): string {
  const lines = source.split('\n')
  const places = lines.flatMap((text, at) => (text.trim() === line ? [at] : []))
  const [place] = places
  if (place === undefined || places.length > 1) throw new Error(`${file}: this check stands there ${places.length} times: ${line}`)
  return lines.with(place, instead).join('\n')
}
