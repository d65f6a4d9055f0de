/**
 * A note printed into a text: headings, numbered paragraphs, and every field that holds something, in one order. A pure function of the
 * entries, so that printing again shows what differs from the text by now. 10289/23, section 5, step 3 and points 13 to 16.
 */
import type { Block, BlockKind, Inline, TextDocument } from '../text/document.ts'
import type { EntryOf } from '../toolbox/entry.ts'
import type { RouteBody } from '../toolbox/measure.ts'
import { WORKING_LIST_LABEL } from '../toolbox/workingList.ts'
import { DIMENSIONS, PRINCIPLES } from '../toolbox/yardsticks.ts'
import { chosenMeasure, type IssuedCatalogue } from './catalogue.ts'
import { standing, type TypedEntry } from './entries.ts'
import type { Entry } from './state.ts'

type Option = EntryOf<'option'>
type Piece = Pick<Block, 'kind' | 'content'>

const SEQUENCING_WORDS: Readonly<Record<Option['sequencing'], string>> = {
  single: 'The measure is meant to stand by itself.',
  inSequence: 'The measures are meant to be used one after the other, in this order.',
  inParallel: 'The measures are meant to be used in parallel.',
}

export function printNote(note: TypedEntry<'note'>, entries: readonly Entry[], catalogues: readonly IssuedCatalogue[]): TextDocument {
  const { content } = note
  const options = standing(entries, 'option').filter((option) => option.content.note === note.event)
  return numbered([
    piece('title', content.title),
    ...section('Background', paragraphs(content.background)),
    ...section('The activity', activity(entries)),
    ...section(content.noteKind === 'strategic' ? 'Objectives towards the actor' : 'Objectives', content.objectives.map((objective) => piece('bullet', objective))),
    ...section('The perspective of the actor', paragraphs(content.actorPerspective)),
    ...options.flatMap((option, at) => optionPieces(option.content, at, options.length, catalogues)),
    ...section('Risks and escalation', paragraphs(content.risks)),
    ...section('Communication', paragraphs(content.communication)),
    ...section('Partners', paragraphs(content.partners)),
  ])
}

/** Identifiers are the places: the first issue of a text has them so. */
function numbered(pieces: readonly Piece[]): TextDocument {
  return { blocks: pieces.map(({ kind, content }, at) => ({ id: String(at + 1), kind, level: 1, content })) }
}

function piece(kind: BlockKind, text: string, footnote?: string): Piece {
  const run: Inline = { text: oneLine(text), marks: [] }
  return { kind, content: footnote === undefined ? [run] : [run, { footnote: [{ text: footnote, marks: [] }] }] }
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

function optionPieces(option: Option, at: number, count: number, catalogues: readonly IssuedCatalogue[]): Piece[] {
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
    ...principlePieces(option),
    ...proportionPieces(option),
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

function principlePieces(option: Option): Piece[] {
  const said = PRINCIPLES.flatMap(({ id, name }) => {
    const found = option.principles.find((one) => one.principle === id)
    return found === undefined || !found.considered ? [] : [piece('bullet', found.text.trim() === '' ? `${name}: considered.` : `${name}: ${found.text}`)]
  })
  return said.length === 0 ? [] : [piece('numbered', 'The principles of the toolbox have been considered as follows:'), ...said]
}

function proportionPieces(option: Option): Piece[] {
  const said = DIMENSIONS.flatMap(({ id, name }) => {
    const found = option.proportionality.find((one) => one.dimension === id)
    return found === undefined || found.text.trim() === '' ? [] : [piece('bullet', `${name}: ${found.text}`)]
  })
  return said.length === 0 ? [] : [piece('numbered', 'Proportion to the activity:'), ...said]
}
