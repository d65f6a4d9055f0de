/** Whatever an event can say today stands in a bundle that was frozen, so that no later version can unlearn to read it. */
import { join } from 'node:path'
import type * as v from 'valibot'
import { expect, it } from 'vitest'
import { rosterChangeSchema, rosterChangedSchema, circleEventSchemas } from '../../../shared/circle/events.ts'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import { CATALOGUE_ISSUED, foldCatalogues } from '../../../shared/dossier/catalogue.ts'
import { standing } from '../../../shared/dossier/entries.ts'
import { dossierEventSchemas } from '../../../shared/dossier/events.ts'
import { foldDossier } from '../../../shared/dossier/fold.ts'
import { PROFILE_ADDED, profilesOf } from '../../../shared/dossier/profilesOf.ts'
import { decodeCbor } from '../../../shared/base/cbor.ts'
import { parseBody } from '../../../shared/log/body.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { profileRulesSchema } from '../../../shared/silence/profile.ts'
import { verifyCertificate } from '../../../shared/silence/certificate.ts'
import { canonicalText } from '../../../shared/text/canonical.ts'
import { ENTRY_KINDS, entryContentSchema } from '../../../shared/toolbox/entry.ts'
import { catalogueSchema } from '../../../shared/toolbox/measure.ts'
import type { VerifiedBundle } from '../../../electron/engine/intake/verifyBundleEvents.ts'
import { hasher, verifier } from '../../../electron/engine/keys/index.ts'
import { VECTORS, index, receiveVector } from '../../vectors/vectorReader.ts'

const REMEDY = 'is in no frozen bundle: add a new one to test/vectors that holds it, and never change an old one'
const schemas: Readonly<Record<string, v.GenericSchema>> = { ...circleEventSchemas, ...dossierEventSchemas, [CATALOGUE_ISSUED]: catalogueSchema, [PROFILE_ADDED]: profileRulesSchema }

async function open(file: string): Promise<VerifiedBundle> {
  const received = await receiveVector(join(VECTORS, file))
  if (!received.ok) throw new Error(`${file}: ${received.error.code}`)
  return received.value
}

/** Made long to fill two chunks: its body was beyond its schema from the beginning. */
const BEYOND = 'bundles/good-two-chunks.chbundle'
const bundles = await Promise.all(index.bundles.filter((one) => one.expect === null && one.file !== BEYOND).map((one) => open(one.file)))
const events = bundles.flatMap((bundle) => bundle.events)
const whole = await open('bundles/good-every-type.chbundle')
const missing = (what: string, wanted: Iterable<string>, found: ReadonlySet<string>): string[] => [...wanted].filter((one) => !found.has(one)).map((one) => `${what} ${one} ${REMEDY}`)

function bodiesOf<T>(type: string, schema: v.GenericSchema<unknown, T>): T[] {
  return events.filter(({ header }) => header.type === type).map((event) => {
    const body = parseBody(event, schema)
    if (!body.ok) throw new Error(`${type}: ${body.error}`)
    return body.value
  })
}

/** The kind with its fields: a roster change can have two shapes of one kind. */
function shapeOf(change: { readonly kind: string }): string {
  return [change.kind, ...Object.keys(change).filter((key) => key !== 'kind').toSorted()].join(' ')
}

it('every body in a good bundle is still what its schema takes', () => {
  const faults = events.flatMap((event) => {
    const schema = schemas[event.header.type]
    if (schema === undefined) return [`${event.header.type} is no longer known`]
    const body = parseBody(event, schema)
    return body.ok ? [] : [`${event.header.type}: ${body.error}`]
  })
  expect(faults).toEqual([])
})

it('every type of event is in a frozen bundle', () => {
  expect(missing('event type', Object.keys(schemas), new Set(events.map(({ header }) => header.type)))).toEqual([])
})

it('every kind of roster change is in a frozen bundle, the first version of a removal too', () => {
  const shapes = rosterChangeSchema.options.map(({ entries }) => shapeOf({ ...entries, kind: entries.kind.literal }))
  expect(missing('roster change', shapes, new Set(bodiesOf('roster.changed', rosterChangedSchema).map(({ change }) => shapeOf(change))))).toEqual([])
})

it('every kind of entry is in a frozen bundle, with every field', () => {
  const shapes = entryContentSchema.options.map(({ entries }) => shapeOf({ ...entries, kind: entries.kind.literal }))
  expect(shapes).toHaveLength(ENTRY_KINDS.length)
  expect(missing('entry', shapes, new Set(bodiesOf('entry.added', dossierEventSchemas['entry.added']).map(({ content }) => shapeOf(content))))).toEqual([])
})

it('a field of an event type that came later is in a frozen bundle as well', () => {
  const absent = Object.entries(schemas).flatMap(([type, schema]) => {
    const fields = 'entries' in schema && typeof schema.entries === 'object' && schema.entries !== null ? Object.keys(schema.entries) : []
    const said = new Set(events.filter(({ header }) => header.type === type).flatMap(fieldsOf))
    return missing(`field of ${type}:`, fields, said)
  })
  expect(absent).toEqual([])
})

function fieldsOf({ signed: { body } }: VerifiedEvent): string[] {
  const decoded = decodeCbor(body ?? new Uint8Array())
  return decoded.ok && typeof decoded.value === 'object' && decoded.value !== null ? Object.keys(decoded.value) : []
}

function fold({ circle, events: said }: VerifiedBundle): DossierState {
  const dossier = said.find(({ header }) => header.type === 'dossier.opened')?.header.dossier
  const state = foldDossier(dossier ?? ('' as DossierId), said, circle, said.filter(({ header }) => header.dossier === null), hasher)
  if (state === null) throw new Error('no dossier')
  return state
}

it('the whole case counts: nothing in it is set aside', () => {
  const state = fold(whole)
  expect(state.setAside).toEqual([])
  expect(whole.circle.history.filter(({ effective }) => !effective)).toEqual([])
  expect(state.silences.map(({ certified, outcome, phase }) => [phase, certified !== null, outcome.words])).toEqual([['certified', true, 'agreed, to be forwarded to PSC']])
  expect(foldCatalogues(whole.circle, whole.events)).toHaveLength(1)
  expect([...profilesOf(whole.events, whole.circle).values()].map(({ name }) => name)).toContain('Port authorities')
})

it('what the proportion of an option rests on counts where it is said, and is nothing in what was signed before it could be said', async () => {
  const later = fold(await open('bundles/good-later-evidence.chbundle'))
  const [finding] = standing(later.entries, 'finding')
  expect(later.setAside).toEqual([])
  const proportionOf = ({ entries }: DossierState) => standing(entries, 'option').map(({ content }) => content.proportionality)
  expect(proportionOf(later)).toEqual([[{ dimension: 'scale', text: 'Four ports', evidence: [finding?.event] }, { dimension: 'impact', text: 'Two days' }]])
  expect(proportionOf(fold(whole))).toEqual([[{ dimension: 'scale', text: 'Four ports' }]])
})

it('the text and the certificate in it are still read as they were written', () => {
  const [body] = bodiesOf('silence.certified', dossierEventSchemas['silence.certified'])
  const chair = whole.circle.entries.find(({ delegation }) => delegation === 'PRES')
  if (body === undefined || chair === undefined) throw new Error('no certificate')
  expect(verifyCertificate(body.certificate, chair, verifier)).toMatchObject({ ok: true, value: { certificate: { v: 2 } } })
  for (const { document, textHash } of bodiesOf('text.revIssued', dossierEventSchemas['text.revIssued'])) expect(hasher(canonicalText(document))).toBe(textHash)
})
