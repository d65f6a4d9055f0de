/** Letters as they are searched: without their marks, so that `Lodz` finds Łódź and `Strasse` finds Straße, in every script. */

/** Letters that Unicode does not take apart, though a keyboard without them writes them so. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = {
  ł: 'l', Ł: 'L', ø: 'o', Ø: 'O', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D', ħ: 'h', Ħ: 'H', ŧ: 't', Ŧ: 'T', ı: 'i', ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', þ: 'th', Þ: 'TH',
}
const MARKED_LETTER = /^(\p{L})\p{M}+$/u

/** Every letter stays a letter and everything else stays as it is: the words of a text are still the same words in the same places. */
export function plainLetters(text: string): string {
  return text.normalize('NFC').replace(/[^ -~]/gu, plainLetter)
}

function plainLetter(letter: string): string {
  const base = MARKED_LETTER.exec(letter.normalize('NFD'))?.[1] ?? letter
  return PLAIN_LETTERS[base] ?? base
}
