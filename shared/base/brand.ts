declare const brand: unique symbol

/** A value whose meaning is fixed by where it was made, so that one kind of identifier cannot stand in for another. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
