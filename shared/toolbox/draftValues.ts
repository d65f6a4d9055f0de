/** A half-filled form holds anything; each field reads its own part, and an unfit value reads as empty. */
import * as v from 'valibot'
import { delegationSchema, type Delegation } from '../base/delegations.ts'
import { INDICATOR_TYPES } from './indicator.ts'
import { measureRefSchema, type MeasureRef } from './measure.ts'

const weighedSchema = v.object({ considered: v.boolean(), text: v.string(), evidence: v.array(v.string()) })
const proportionSchema = v.object({ text: v.string(), evidence: v.optional(v.array(v.string()), []) })
const indicatorsSchema = v.array(v.object({ type: v.picklist(INDICATOR_TYPES), value: v.string(), firstSeen: v.nullable(v.string()), lastSeen: v.nullable(v.string()), note: v.string() }))

export type Weighed = v.InferOutput<typeof weighedSchema>
export type Proportion = v.InferOutput<typeof proportionSchema>
export type Indicators = v.InferOutput<typeof indicatorsSchema>

function read<T>(schema: v.GenericSchema<unknown, T>, value: unknown, otherwise: T): T {
  const parsed = v.safeParse(schema, value)
  return parsed.success ? parsed.output : otherwise
}

export const textOf = (value: unknown): string => read(v.string(), value, '')
export const tickOf = (value: unknown): boolean => value === true
export const linesOf = (value: unknown): string[] => read(v.array(v.string()), value, [])
export const delegationsOf = (value: unknown): Delegation[] => read(v.array(delegationSchema), value, [])
export const measuresOf = (value: unknown): MeasureRef[] => read(v.array(measureRefSchema), value, [])
export const measureOf = (value: unknown): MeasureRef | null => read(v.nullable(measureRefSchema), value, null)
export const indicatorsOf = (value: unknown): Indicators => read(indicatorsSchema, value, [])
export const wordsByKeyOf = (value: unknown): Record<string, string> => read(v.record(v.string(), v.string()), value, {})

/** A list such as `[{ principle, considered, text, evidence }]`, by the key that names each. */
export function namedOf(value: unknown, key: string): Map<string, Record<string, unknown>> {
  const items = read(v.array(v.record(v.string(), v.unknown())), value, [])
  return new Map(items.map((item) => [textOf(item[key]), item]))
}

export const weighedOf = (value: unknown): Weighed => read(weighedSchema, value, { considered: false, text: '', evidence: [] })
export const proportionOf = (value: unknown): Proportion => read(proportionSchema, value, { text: '', evidence: [] })
