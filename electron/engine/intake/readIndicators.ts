/** A file of indicators, STIX 2.1 or MISP: bounded before it is parsed, read as plain data, and refused whole where it is neither. */
import { fromUtf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { MOST_INDICATORS, type ReadIndicators } from '../../../shared/toolbox/foreignIndicators.ts'
import { readMisp } from '../../../shared/toolbox/misp.ts'
import { readStix } from '../../../shared/toolbox/stix.ts'
import { readFile } from './readFile.ts'
import type { SourceFault } from './sourceFile.ts'

const MOST_BYTES = 8 * 1024 * 1024
/** Real files nest a dozen deep; deeper ones are made to exhaust a reader. */
const MOST_DEPTH = 64

export type IndicatorsFault = SourceFault | 'not-indicators' | 'too-many-indicators'

export async function readIndicators(path: string): Promise<Result<ReadIndicators, IndicatorsFault>> {
  const bytes = await readFile(path, MOST_BYTES)
  return bytes.ok ? parseIndicators(bytes.value) : bytes
}

export function parseIndicators(bytes: Uint8Array): Result<ReadIndicators, 'not-indicators' | 'too-many-indicators'> {
  const json = parseJson(bytes)
  if (!json.ok) return json
  const stix = readStix(json.value)
  const read = stix.ok ? stix : readMisp(json.value)
  if (!read.ok) return err('not-indicators')
  return read.value.indicators.length > MOST_INDICATORS ? err('too-many-indicators') : ok(read.value)
}

function parseJson(bytes: Uint8Array): Result<unknown, 'not-indicators'> {
  try {
    const text = fromUtf8(bytes)
    return nestedTooDeep(text) ? err('not-indicators') : ok(JSON.parse(text))
  } catch {
    return err('not-indicators')
  }
}

/** Counted before parsing; brackets inside strings do not count. */
function nestedTooDeep(text: string): boolean {
  let depth = 0
  for (const [token] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/g)) {
    if (token === '[' || token === '{') depth++
    else if (token === ']' || token === '}') depth--
    if (depth > MOST_DEPTH) return true
  }
  return false
}
