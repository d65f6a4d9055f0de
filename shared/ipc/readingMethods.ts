/** What a vault that is open for reading only still answers. Whatever is not here is refused: what writes, and what leaves without a line in the register. */
import type { Method } from './contract.ts'

const READS = /\.(?:show|list|find|plan|history|status|keys|estimate|readDeadline|consolidation|previewNext)$/
/** Checks, opening, and the one way out: a backup of what is there is encrypted, and is what a new installation is made from. */
const ALSO: readonly Method[] = ['vault.unlock', 'vault.verify', 'backup.write', 'register.verify', 'text.verify', 'certificate.verify', 'attachment.preview']

export function isReading(method: Method): boolean {
  return READS.test(method) || ALSO.includes(method)
}
