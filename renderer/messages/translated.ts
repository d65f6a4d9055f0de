/**
 * What another language must have: every sentence of the English one, under the same key and with the same arguments, and nothing else. Literal
 * words become words, everything that is no words (a pattern, a number) stays what it is.
 */
export type Translated<T> =
  T extends string ? string
  : T extends (...facts: infer Facts) => infer Said ? (...facts: Facts) => Translated<Said>
  : T extends RegExp | number | boolean | null | undefined ? T
  : { readonly [Key in keyof T]: Translated<T[Key]> }
