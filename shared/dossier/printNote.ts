/**
 * A note printed into a text: headings, numbered paragraphs, and every field that holds something, in one order. A pure function of the
 * entries, so that printing again shows what differs from the text by now. 10289/23, section 5, step 3 and points 13 to 16.
 */
import { isWithin } from '../marking/highestOf.ts'
import type { Marking } from '../marking/marking.ts'
import type { Block, BlockKind, Inline, TextDocument } from '../text/document.ts'
import type { EntryOf } from '../toolbox/entry.ts'
import type { RouteBody } from '../toolbox/measure.ts'
import { WORKING_LIST_LABEL } from '../toolbox/workingList.ts'
import { DIMENSIONS, PRINCIPLES } from '../toolbox/yardsticks.ts'
import { chosenMeasure, type IssuedCatalogue } from './catalogue.ts'
import { pointedIn } from './describeEntry.ts'
import { standing, type TypedEntry } from './entries.ts'
import type { DossierState, Entry } from './state.ts'

type Option = EntryOf<'option'>
type Piece = Pick<Block, 'kind' | 'content'>

const SEQUENCING_WORDS: Readonly<Record<Option['sequencing'], string>> = {
  single: 'The measure is meant to stand by itself.',
  inSequence: 'The measures are meant to be used one after the other, in this order.',
  inParallel: 'The measures are meant to be used in parallel.',
}

export type PrintedFrom = Pick<DossierState, 'attachments' | 'contributions' | 'entries' | 'marking'>

export function printNote(note: TypedEntry<'note'>, from: PrintedFrom, catalogues: readonly IssuedCatalogue[]): TextDocument {
  const { content } = note
  const { entries } = from
  const evidence = namedToAll(from)
  const options = standing(entries, 'option').filter((option) => option.content.note === note.event)
  return numbered([
    piece('title', content.title),
    ...section('Background', paragraphs(content.background)),
    ...section('The activity', activity(entries)),
    ...section(content.noteKind === 'strategic' ? 'Objectives towards the actor' : 'Objectives', content.objectives.map((objective) => piece('bullet', objective))),
    ...section('The perspective of the actor', paragraphs(content.actorPerspective)),
    ...options.flatMap((option, at) => optionPieces(option.content, at, options.length, catalogues, evidence)),
    ...section('Risks and escalation', paragraphs(content.risks)),
    ...section('Communication', paragraphs(content.communication)),
    ...section('Partners', paragraphs(content.partners)),
  ])
}

/** Identifiers are the places: the first issue of a text has them so. */
function numbered(pieces: readonly Piece[]): TextDocument {
  return { blocks: pieces.map(({ kind, content }, at) => ({ id: String(at + 1), kind, level: 1, content })) }
}

function piece(kind: BlockKind, text: string, footnote?: string | undefined): Piece {
  const run: Inline = { text: oneLine(text), marks: [] }
  return { kind, content: footnote === undefined ? [run] : [run, { footnote: [{ text: oneLine(footnote), marks: [] }] }] }
}

function oneLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s*\n\s*/g, ' ').trim()
}

/** Nothing under a heading: no heading. */
function section(title: string, pieces: readonly Piece[]): Piece[] {
  return pieces.length === 0 ? [] : [piece('heading', title), ...pieces]
}

function paragraphs(text: string): Piece[] {
  return text.split(/\n\s*\n/).filter((part) => part.trim() !== '').map((part) => piece('numbered', part))
}

function labelled(label: string, text: string): Piece[] {
  return text.trim() === '' ? [] : [piece('numbered', `${label}: ${text}`)]
}

function activity(entries: readonly Entry[]): Piece[] {
  const description = standing(entries, 'description').at(-1)?.content
  if (description === undefined) return []
  return DIMENSIONS.flatMap(({ id, name }) => labelled(name, description.dimensions[id]))
}

function optionPieces(option: Option, at: number, count: number, catalogues: readonly IssuedCatalogue[], evidence: Named): Piece[] {
  const title = count === 1 ? option.title : `Option ${at + 1}: ${option.title}`
  return [
    piece('heading', title),
    ...paragraphs(option.text),
    piece('numbered', option.measures.length === 1 ? 'The measure proposed is:' : 'The measures proposed are:'),
    ...option.measures.map((chosen) => piece('bullet', measureLine(chosen, catalogues), chosen.catalogue === 0 ? `${WORKING_LIST_LABEL}.` : `Catalogue of the circle, version ${chosen.catalogue}.`)),
    piece('numbered', SEQUENCING_WORDS[option.sequencing]),
    ...labelled('Gradual use', option.gradual),
    ...labelled('Effect in the short term', option.shortTerm),
    ...labelled('Effect in the longer term', option.longTerm),
    ...labelled('Escalation', option.escalation),
    ...principlePieces(option, evidence),
    ...proportionPieces(option, evidence),
  ]
}

/** Each measure is agreed by itself; what it needs is said beside it. */
function measureLine(chosen: Option['measures'][number], catalogues: readonly IssuedCatalogue[]): string {
  const measure = chosenMeasure(catalogues, chosen)
  if (measure === null) return chosen.name
  const basis = measure.legalBasis === '' ? [] : [`legal basis: ${measure.legalBasis}`]
  const attribution = { none: 'needs no attribution', tailored: 'to be tailored to the degree of attribution', required: 'needs attribution' }[measure.attribution]
  return `${chosen.name} (${[attribution, ...basis, `by way of ${measure.route.map((body) => BODY_WORDS[body]).join(', ')}`].join('; ')})`
}

const BODY_WORDS: Readonly<Record<RouteBody, string>> = {
  geographical: 'geographical working parties', ERCHT: 'HWP-ERCHT', HR: 'the High Representative', EEAS: 'the EEAS', Commission: 'the Commission',
  Council: 'the Council', memberStates: 'Member States', HWPCI: 'HWPCI', RELEX: 'RELEX', PSC: 'PSC', COREPER: 'COREPER',
}

/** The names of what a text may name: it goes to the whole list of the dossier under the marking of the dossier. */
type Named = ReadonlyMap<string, string>

function namedToAll({ attachments, contributions, entries, marking }: PrintedFrom): Named {
  const toAll = (one: { readonly limitedTo: readonly string[] | null; readonly marking: Marking }): boolean => one.limitedTo === null && isWithin(one.marking, marking)
  const open = { attachments: attachments.filter(toAll), contributions: contributions.filter(toAll), entries: entries.filter((one) => one.marking === null || isWithin(one.marking, marking)) }
  return new Map(pointedIn(open).map(({ event, name }) => [event, name]))
}

/** What may not be named is counted; so is what is not here, so that every machine prints the same. */
function resting(ids: readonly string[], evidence: Named): string | undefined {
  const names = ids.flatMap((id) => evidence.get(id) ?? [])
  const others = ids.length - names.length
  const more = others === 0 ? [] : [`${others} ${names.length === 0 ? '' : 'more '}${others === 1 ? 'source that is' : 'sources that are'} not named here, because of ${others === 1 ? 'its marking' : 'their markings'} or of who may have ${others === 1 ? 'it' : 'them'}`]
  return ids.length === 0 ? undefined : `Rests on ${[...names, ...more].join('; ')}.`
}

function principlePieces(option: Option, evidence: Named): Piece[] {
  const said = PRINCIPLES.flatMap(({ id, name }) => {
    const found = option.principles.find((one) => one.principle === id)
    return found === undefined || !found.considered ? [] : [piece('bullet', found.text.trim() === '' ? `${name}: considered.` : `${name}: ${found.text}`, resting(found.evidence, evidence))]
  })
  return said.length === 0 ? [] : [piece('numbered', 'The principles of the toolbox have been considered as follows:'), ...said]
}

function proportionPieces(option: Option, evidence: Named): Piece[] {
  const said = DIMENSIONS.flatMap(({ id, name }) => {
    const found = option.proportionality.find((one) => one.dimension === id)
    const rests = resting(found?.evidence ?? [], evidence)
    return found === undefined || (found.text.trim() === '' && rests === undefined) ? [] : [piece('bullet', found.text.trim() === '' ? name : `${name}: ${found.text}`, rests)]
  })
  return said.length === 0 ? [] : [piece('numbered', 'Proportion to the activity:'), ...said]
}
