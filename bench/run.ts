/** `npm run bench`, or `npm run bench -- text lock` for some: every measured comparison, as a ratio against a named peer in the same run. No verdict, only figures. */
import { benchArrival } from './arrival.ts'
import { benchAttachments } from './attachments.ts'
import { benchBackup } from './backup.ts'
import { benchCaseFile } from './caseFile.ts'
import { benchImport } from './import.ts'
import { benchLock } from './lock.ts'
import { lineOf, type Measured } from './measure.ts'
import { benchNegotiation } from './negotiation.ts'
import { benchRegister } from './register.ts'
import { benchSealing } from './sealing.ts'
import { benchSearch } from './search.ts'
import { benchText } from './text.ts'
import { benchTyping } from './typing.ts'
import { benchUnlock } from './unlock.ts'

const BENCHES: ReadonlyMap<string, () => Promise<Measured[]>> = new Map(Object.entries({
  text: benchText,
  typing: benchTyping,
  negotiation: benchNegotiation,
  sealing: benchSealing,
  arrival: benchArrival,
  import: benchImport,
  caseFile: benchCaseFile,
  attachments: benchAttachments,
  backup: benchBackup,
  lock: benchLock,
  register: benchRegister,
  search: benchSearch,
  unlock: benchUnlock,
}))

const asked = process.argv.slice(2)
for (const name of asked.length > 0 ? asked : BENCHES.keys()) {
  const bench = BENCHES.get(name)
  if (!bench) throw new Error(`no bench is called ${name}; there are ${[...BENCHES.keys()].join(', ')}`)
  for (const measured of await bench()) console.log(lineOf(measured))
}
