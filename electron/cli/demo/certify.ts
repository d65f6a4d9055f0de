/** The certificate: signed, written, verified by somebody without a vault, and refused when altered. */
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { EventId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { machineWithoutVault, refusalWordsOf } from './machine.ts'
import type { Deliberation } from './play.ts'

export interface PlayedCertificate {
  readonly file: string
  readonly outcome: string
  readonly textHash: string
  readonly notProven: readonly string[]
}

export async function certify(deliberation: Deliberation, procedure: EventId, textHash: string): Promise<PlayedCertificate> {
  const { narrator, secretariat, dossier, folder } = deliberation
  await secretariat.call('silence.certify', { dossier, procedure })
  const { fileName } = await secretariat.call('certificate.write', { dossier, procedure, target: secretariat.target(folder.papers) })
  const file = join(folder.papers, fileName)
  const verified = await verifyAlone(deliberation, file)
  narrator.expect(!verified.broken && verified.textHash === textHash, 'the certificate names the text that passed')
  narrator.expect(verified.delegation === secretariat.delegation && verified.setter === secretariat.name, 'the certificate names its setter')
  narrator.tell(`The certificate is signed, and verified without a vault: ${verified.outcomeWords}`)
  return { file: fileName, outcome: verified.outcomeWords, textHash: verified.textHash, notProven: verified.notProven }
}

async function verifyAlone(deliberation: Deliberation, file: string): Promise<Output<'certificate.verify'>> {
  const { narrator, folder, clock, secretariatCard, tally } = deliberation
  const anybody = await machineWithoutVault({ delegation: 'COM', name: 'anybody' }, join(folder.vaults, 'none'), clock)
  try {
    const altered = alteredCopy(file, folder.root)
    const refusal = await anybody.refusalOf('certificate.verify', { certificate: anybody.source(altered), card: anybody.source(secretariatCard) })
    const expected = ['certificate-altered', 'certificate-signature', 'not-a-certificate']
    narrator.expect(expected.includes(refusal.code), `an altered certificate is refused (it was ${refusalWordsOf(refusal)})`)
    rmSync(altered)
    tally.refused.push({ code: refusal.code, stage: refusal.stage })
    return await anybody.call('certificate.verify', { certificate: anybody.source(file), card: anybody.source(secretariatCard) })
  } finally {
    await anybody.close()
  }
}

function alteredCopy(file: string, folder: string): string {
  const altered = join(folder, 'altered-certificate.chcert')
  const bytes = readFileSync(file)
  bytes[bytes.length >> 1] = (bytes[bytes.length >> 1] ?? 0) ^ 0x01
  writeFileSync(altered, bytes)
  return altered
}
