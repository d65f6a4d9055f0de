/** Why a Word file cannot be read, by the reasons of `shared/docx/fault.ts`. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['not-a-zip', 'it has not the shape of a Word file'], ['zip-cut', 'its end is missing'], ['zip-unsupported', 'it is protected, or compressed in a way that is not accepted'], ['zip-damaged', 'it is damaged'],
  ['too-many-parts', 'it has too many parts'], ['unsafe-name', 'the name of one of its parts is not accepted'], ['part-missing', 'one of its parts is missing'], ['part-too-large', 'one of its parts is too large'],
  ['ratio', 'one of its parts grows out of proportion when it is unpacked'], ['not-xml', 'what it holds is not XML'], ['doctype', 'it holds a document type, which is not accepted'], ['encoding', 'its letters cannot be read'],
  ['too-deep', 'it is nested too deeply'], ['too-many-nodes', 'it has too many elements'], ['time', 'reading it took too long'], ['memory', 'reading it would take too much memory'],
])

/** Nothing for a reason that has a refusal of its own. */
export function docxReasonWords(reason: string): string {
  const said = REASONS.get(reason)
  return said === undefined ? '' : `: ${said}`
}
