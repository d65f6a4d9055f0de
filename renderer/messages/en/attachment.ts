import type { ContentPlace } from '../../../shared/ipc/attachmentMethods.ts'
import { counted, listed } from './plural.ts'

const KIB = 1024
const UNITS = ['bytes', 'KiB', 'MiB', 'GiB'] as const

/** `812 bytes`, `5.0 MiB`. */
function size(bytes: number): string {
  const step = bytes < KIB ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10))
  return step === 0 ? counted(bytes, 'byte') : `${(bytes / KIB ** step).toFixed(1)} ${UNITS[step] ?? ''}`
}

export const attachment = {
  none: 'Nothing is attached to this dossier yet.', drop: 'Drop files here, or choose one.', dropHelp: 'Any file up to 2 GiB. It is encrypted in your vault; the others see its name, size and fingerprint. The content goes with your next bundle to those who may have it.',
  choose: 'Choose a file', notAFile: 'What was dropped is not a file of this machine.', dropZone: 'Place for files',
  name: 'Name', size: 'Size', fingerprint: 'Fingerprint', by: 'Added by', marking: 'Marking', actions: 'Actions', sized: size, shortHash: (hash: string) => hash.slice(0, 12),
  view: 'View', export: 'Export', destroy: 'Destroy', viewNamed: (name: string) => `View ${name}`, exportNamed: (name: string) => `Export ${name}`, destroyNamed: (name: string) => `Destroy ${name}`,
  addTitle: (count: number) => (count === 1 ? 'Attach this file?' : `Attach these ${count} files?`), addVerb: 'Attach', adding: 'Attaching…', addBody: 'Name, size, fingerprint and marking are signed and go with your next bundle. A signed name cannot be taken back.',
  progress: (name: string, done: number, total: number | null) => `${name}: ${size(done)}${total === null ? '' : ` of ${size(total)}`}`, preparing: (name: string) => `${name}: opening`,
  exportTitle: (name: string) => `Export ${name} in the clear?`, exportVerb: 'Choose a folder and export', exporting: 'Exporting…', exportKnown: 'I know that the file is then no longer protected by the vault',
  exportBody: 'The file is written as it was added, without encryption. Whoever finds the folder or the stick can read it. The register notes it.', exportTick: 'Confirm that you know this.',
  exported: (fileName: string, folder: string) => `${fileName} was written to ${folder}, read back and verified.`, exportedHash: (hash: string) => `Its fingerprint is ${hash}.`, exportedCare: 'It is in the clear there.',
  destroyTitle: (name: string) => `Destroy ${name}?`, destroyVerb: 'Destroy the content', reason: 'Reason', destroyBody: 'Its key is forgotten and its file removed from this vault. Nobody can bring it back. That you did this is signed and goes with your next bundle; name and fingerprint stay in the dossier. A backup made before still holds it.',
  previewOf: (name: string) => `Picture: ${name}`, previewFacts: (width: number, height: number) => `${width} by ${height} points`,
  notHere: (held: readonly string[], gone: readonly string[]) => (held.length > 0 ? `Not here: held by ${listed(held)}` : `Not here: destroyed by ${listed(gone)}`),
  apartTitle: 'Contents that do not count', apartMeans: 'They are shown, exported and sent to nobody; they lie in this vault until you destroy them. Why:',
  places: { missing: 'Damaged: its file is gone or cut', destroyed: 'Destroyed here' } satisfies Partial<Record<ContentPlace, string>>,
}
