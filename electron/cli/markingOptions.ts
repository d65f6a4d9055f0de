/** The marking as options: three separate fields, never derived from one another. */
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { choice, delegations, optionalChoice } from './choices.ts'
import type { Arguments, Failure, OptionSpecs } from './command.ts'

type Marking = Input<'dossier.open'>['marking']

const CLASSIFICATIONS = ['NONE', 'R-UE/EU-R', 'C-UE/EU-C', 'S-UE/EU-S', 'TS-UE/EU-TS'] as const
const TLP_COLOURS = ['CLEAR', 'GREEN', 'AMBER', 'AMBER+STRICT', 'RED'] as const

export const MARKING_OPTIONS: OptionSpecs = {
  limite: { type: 'boolean', help: 'marked LIMITE (a distribution marking, not a classification)' },
  classification: { type: 'string', value: 'MARK', help: `${CLASSIFICATIONS.join(', ')}; NONE if left out` },
  tlp: { type: 'string', value: 'COLOUR', help: `${TLP_COLOURS.join(', ')}; none if left out` },
  'releasable-to': { type: 'string', value: 'WHOM', multiple: true, help: 'RELEASABLE TO, in the originator’s words' },
}

export const LIMITED_OPTION: OptionSpecs = {
  'limited-to': { type: 'string', value: 'CODES', help: 'only these of the distribution list may have it, for example CZ,DE,EEAS; all of the list if left out' },
}

/** The originator's own distribution list for one item; null for that of the dossier. */
export function readLimitedTo(args: Arguments): Result<Input<'dossier.contribute'>['limitedTo'], Failure> {
  const given = args.text('limited-to')
  return given === null ? ok(null) : delegations('limited-to', given)
}

export function readMarking(args: Arguments): Result<Marking, Failure> {
  const classification = choice('classification', args.text('classification') ?? 'NONE', CLASSIFICATIONS)
  if (!classification.ok) return classification
  const tlp = optionalChoice('tlp', args.text('tlp'), TLP_COLOURS)
  if (!tlp.ok) return tlp
  return ok({ limite: args.flag('limite'), classification: classification.value, tlp: tlp.value, releasableTo: [...args.all('releasable-to')] })
}

export function markingWords(marking: Marking): string {
  const words = [
    ...(marking.limite ? ['LIMITE'] : []),
    ...(marking.classification === 'NONE' ? [] : [marking.classification]),
    ...(marking.tlp === null ? [] : [`TLP:${marking.tlp}`]),
    ...marking.releasableTo.map((whom) => `RELEASABLE TO ${whom}`),
  ]
  return words.length === 0 ? 'no marking' : words.join(', ')
}
