/** Words as they stand in Markdown. */

/** Signs that Markdown would read as marks are escaped; a line break is a tag, and a control character a number. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\*_`[\]<~|]|&(?=#)/g, '\\$&').replace(/\n/g, '<br>').replace(/[\p{Cc}\u2028\u2029]/gu, (sign) => `&#x${sign.codePointAt(0)?.toString(16)};`)
}
