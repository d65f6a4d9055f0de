/** Reads the values of options that must be one of a closed list, a list of delegations, or a number. */
import * as v from 'valibot'
import { delegationSchema, type Delegation } from '../../shared/base/delegations.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import { wrongUsage, type Failure } from './command.ts'

export function choice<const T extends string>(option: string, value: string, allowed: readonly T[]): Result<T, Failure> {
  const found = allowed.find((candidate) => candidate === value)
  return found === undefined ? wrongUsage(`--${option} is one of ${allowed.join(', ')}; "${value}" is not`) : ok(found)
}

export function optionalChoice<const T extends string>(option: string, value: string | null, allowed: readonly T[]): Result<T | null, Failure> {
  return value === null ? ok(null) : choice(option, value, allowed)
}

export function delegation(option: string, code: string): Result<Delegation, Failure> {
  const parsed = v.safeParse(delegationSchema, code.trim().toUpperCase())
  return parsed.success ? ok(parsed.output) : wrongUsage(`--${option}: "${code}" is not the code of a delegation, such as CZ, EEAS or COM`)
}

/** `CZ,DE,NL`. */
export function delegations(option: string, list: string): Result<Delegation[], Failure> {
  const found: Delegation[] = []
  for (const code of list.split(',')) {
    const read = delegation(option, code)
    if (!read.ok) return read
    if (!found.includes(read.value)) found.push(read.value)
  }
  return ok(found)
}

export function wholeNumber(option: string, value: string, least: number, most: number): Result<number, Failure> {
  const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most ? ok(number) : wrongUsage(`${option} is a whole number from ${least} to ${most}; "${value}" is not`)
}

export function optionalWholeNumber(option: string, value: string | null, least: number, most: number): Result<number | null, Failure> {
  return value === null ? ok(null) : wholeNumber(option, value, least, most)
}
