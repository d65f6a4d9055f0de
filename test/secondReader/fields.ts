/** Values of one kind out of a CBOR map, or a refusal that names the field. */
import { Refused, type Cbor } from './cbor.ts'

export type Fields = ReadonlyMap<string, Cbor>

/** Exactly these fields. */
export function mapWith(value: Cbor | undefined, names: readonly string[], what: string): Fields {
  if (!(value instanceof Map)) throw new Refused(`${what}: not a map`)
  if (value.size !== names.length || names.some((name) => !value.has(name))) throw new Refused(`${what}: other fields than the format has`)
  return value
}

export function integer(value: Cbor | undefined, least: number, what: string, most: number = Number.MAX_SAFE_INTEGER): number {
  if (typeof value !== 'number' || value < least || value > most) throw new Refused(`${what}: not a number from ${least}`)
  return value
}

export function text(value: Cbor | undefined, most: number, what: string, least = 1): string {
  if (typeof value !== 'string' || value.length < least || value.length > most) throw new Refused(`${what}: not a text of ${least} to ${most}`)
  return value
}

export function identifier(value: Cbor | undefined, what: string): string {
  if (typeof value !== 'string' || !/^[0-9a-f]{64}$/.test(value)) throw new Refused(`${what}: not an identifier`)
  return value
}

export function orNull<T>(value: Cbor | undefined, read: (value: Cbor | undefined) => T): T | null {
  return value === null ? null : read(value)
}

export function flag(value: Cbor | undefined, what: string): boolean {
  if (typeof value !== 'boolean') throw new Refused(`${what}: not true or false`)
  return value
}

export function bytesOf(value: Cbor | undefined, most: number, what: string): Uint8Array {
  if (!(value instanceof Uint8Array) || value.length > most) throw new Refused(`${what}: not at most ${most} bytes`)
  return value
}

export function list(value: Cbor | undefined, most: number, what: string): readonly Cbor[] {
  if (!Array.isArray(value) || value.length > most) throw new Refused(`${what}: not a list of at most ${most}`)
  return value
}

export function oneOf(value: Cbor | undefined, known: readonly string[], what: string): string {
  if (typeof value !== 'string' || !known.includes(value)) throw new Refused(`${what}: unknown`)
  return value
}

export function ascending(names: readonly string[], what: string): readonly string[] {
  if (names.some((name, at) => at > 0 && (names[at - 1] ?? '') >= name)) throw new Refused(`${what}: not strictly ascending`)
  return names
}
