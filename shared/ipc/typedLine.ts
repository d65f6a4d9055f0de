import * as v from 'valibot'
import { onOneLine } from '../base/plainLine.ts'

/** What a person types or pastes as a name: signs that nobody sees go, because nobody else would take them. */
export function typedLine(most: number): v.GenericSchema<string, string> {
  return v.pipe(v.string(), v.transform(onOneLine), v.trim(), v.minLength(1), v.maxLength(most))
}
