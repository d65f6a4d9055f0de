import { basename } from 'node:path'
import { attachmentName } from '../../../shared/dossier/attachment.ts'

/** A foreign file by the name that it is shown and registered under: whoever named it does not turn around what stands beside it. */
export function shownName(path: string): string {
  return attachmentName(basename(path))
}
