/** Whatever comes from outside (a call, an event, a manifest) is bounded in every part: no text, list, number or bytes of any length. */
import { describe, expect, test } from 'vitest'
import { manifestSchema } from '../../../shared/bundle/manifest.ts'
import { cardSchema, signedCardSchema } from '../../../shared/circle/card.ts'
import { circleFoundedSchema, rosterChangeSchema } from '../../../shared/circle/events.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { contract } from '../../../shared/ipc/contract.ts'

/** What valibot says of a schema, as far as it is looked at here. */
interface Part {
  readonly kind?: string
  readonly type?: string
  readonly pipe?: readonly Part[]
  readonly entries?: Readonly<Record<string, Part>>
  readonly options?: readonly unknown[]
  readonly items?: readonly Part[]
  readonly item?: Part
  readonly wrapped?: Part
  readonly value?: unknown
}

const BOUNDS: Readonly<Record<string, readonly string[]>> = {
  string: ['max_length', 'length', 'regex', 'iso_date'], array: ['max_length', 'length'], instance: ['max_length', 'length', 'max_size'], number: ['max_value', 'integer', 'safe_integer'],
}

const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null

/** The checks of a schema, and of those that it begins with. */
function checksOf({ pipe = [] }: Part, self: Part): string[] {
  return pipe.flatMap((step) => (step.kind === 'validation' ? [step.type ?? ''] : step.kind === 'schema' && step !== self && step.pipe !== undefined ? checksOf(step, step) : []))
}

/** Paths of what has no bound. */
function unbounded(part: Part, path: string): string[] {
  const own = BOUNDS[part.type ?? '']
  const loose = own !== undefined && !checksOf(part, part).some((check) => own.includes(check)) ? [`${path}: ${part.type}`] : []
  const inside = [
    ...Object.entries(part.entries ?? {}).map(([name, one]) => [one, `${path}.${name}`] as const),
    ...(part.options ?? []).filter(isPart).map((one, at) => [one, `${path}|${at}`] as const), ...(part.items ?? []).map((one, at) => [one, `${path}.${at}`] as const),
    ...[part.item, part.wrapped, ...(part.type === 'record' ? [part.value] : [])].filter(isPart).map((one) => [one, `${path}[]`] as const),
  ]
  const unknown = ['any', 'unknown', 'record', 'loose_object'].includes(part.type ?? '') ? [`${path}: ${part.type}`] : []
  return [...loose, ...unknown, ...inside.flatMap(([one, at]) => unbounded(one, at))]
}

describe('bounded in every part is', () => {
  test.each(Object.entries(contract))('the input of %s', (method, { input }) => {
    expect(unbounded(input as Part, method)).toEqual([])
  })

  test.each([...Object.entries(dossierEventSchemas), ['the founding of a circle', circleFoundedSchema], ['a change of the roster', rosterChangeSchema], ['a card', cardSchema], ['a signed card', signedCardSchema], ['a manifest', manifestSchema]])('%s', (name, schema) => {
    expect(unbounded(schema as Part, name)).toEqual([])
  })
})
