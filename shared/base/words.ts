/** Words in what is signed. A line is read beside other words, and as everybody shall see it, whatever signs its author hid in it; the signed bytes keep them. */
import * as v from 'valibot'
import { onOneLine } from './plainLine.ts'

export const words = (most: number) => v.pipe(v.string(), v.minLength(1), v.maxLength(most))
export const freeText = (most: number) => v.pipe(v.string(), v.maxLength(most))
/** Nobody can choose a name that cannot be seen. */
export const line = (most: number) => v.pipe(words(most), v.transform((text) => (onOneLine(text).trim() === '' ? '\ufffd' : onOneLine(text))))
export const freeLine = (most: number) => v.pipe(freeText(most), v.transform(onOneLine))
/** What a person types or pastes as a name: it is refused where nothing is left of it to be seen. */
export const typedLine = (most: number) => v.pipe(v.string(), v.transform(onOneLine), v.trim(), v.minLength(1), v.maxLength(most))
