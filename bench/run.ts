/** `npm run bench`: every measured comparison, as a ratio against a named peer in the same run. No verdict, only figures. */
import { benchArrival } from './arrival.ts'
import { benchAttachments } from './attachments.ts'
import { benchCaseFile } from './caseFile.ts'
import { benchImport } from './import.ts'
import { benchLock } from './lock.ts'
import { lineOf } from './measure.ts'
import { benchNegotiation } from './negotiation.ts'
import { benchRegister } from './register.ts'
import { benchSearch } from './search.ts'
import { benchSealing } from './sealing.ts'
import { benchText } from './text.ts'
import { benchUnlock } from './unlock.ts'

for (const bench of [benchText, benchNegotiation, benchSealing, benchArrival, benchImport, benchCaseFile, benchAttachments, benchLock, benchRegister, benchSearch, benchUnlock]) {
  for (const measured of await bench()) console.log(lineOf(measured))
}
