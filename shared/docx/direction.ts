/** Direction of writing, found as UAX #9 finds it (rules P2 and P3): the first letter with a direction decides. Never stored. */

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

export function runsRightToLeft(text: string): boolean {
  for (const character of text) {
    if (RIGHT_TO_LEFT.test(character)) return true
    if (/\p{L}/u.test(character)) return false
  }
  return false
}
