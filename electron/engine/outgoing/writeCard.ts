import type { Result } from '../../../shared/base/result.ts'
import type { SignedCard } from '../../../shared/circle/card.ts'
import { encodeCardFile } from '../../../shared/circle/cardFile.ts'
import type { WrittenFile } from '../../../shared/ipc/files.ts'
import { writeFile, type WriteFault } from './writeFile.ts'

export function writeCard(path: string, card: SignedCard): Promise<Result<WrittenFile, WriteFault>> {
  return writeFile(path, encodeCardFile(card))
}
