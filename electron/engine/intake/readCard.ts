/** A card file: log/FORMAT.md section 3. */
import { err, ok, type Result } from '../../../shared/base/result.ts'
import type { SignedCard } from '../../../shared/circle/card.ts'
import { CARD_FILE_LIMIT_BYTES, parseCardFile } from '../../../shared/circle/cardFile.ts'
import { parseSignedCard, type CardFault, type CardPorts, type ParsedCard } from '../../../shared/circle/identity.ts'
import { readFile } from './readFile.ts'
import type { SourceFault } from './sourceFile.ts'

export interface ReadCard extends ParsedCard {
  readonly signed: SignedCard
}

export async function readCard(path: string, ports: CardPorts): Promise<Result<ReadCard, SourceFault | CardFault>> {
  const bytes = await readFile(path, CARD_FILE_LIMIT_BYTES)
  return bytes.ok ? parseCard(bytes.value, ports) : err(bytes.error)
}

/** The bytes of such a file, however they came. */
export function parseCard(bytes: Uint8Array, ports: CardPorts): Result<ReadCard, CardFault> {
  const signed = parseCardFile(bytes)
  if (!signed.ok) return signed
  const parsed = parseSignedCard(signed.value, ports)
  return parsed.ok ? ok({ ...parsed.value, signed: signed.value }) : parsed
}
