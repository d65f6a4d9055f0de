/** A dossier to exchange, with words that a search for plaintext can look for. */
import type { CircleId, DossierId } from '../../shared/base/identifiers.ts'
import type { Delegation } from '../../shared/base/delegations.ts'
import type { TestDelegation } from './testDelegation.ts'

export const TITLE = 'Intrusion into the lockkeepers registry'
export const SUMMARY = 'Unattributed activity against the Quagga sluice control'

const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }

export async function openDossier(by: TestDelegation, circle: CircleId, distribution: readonly Delegation[]): Promise<DossierId> {
  const { dossier } = await by.call('dossier.open', {
    circle, reference: 'CYBER 48', title: TITLE, kind: 'singleActivity', summary: SUMMARY, marking: MARKING, distribution,
  })
  return dossier
}

export async function takePosition(by: TestDelegation, dossier: DossierId, remark: string): Promise<void> {
  await by.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'support', remark })
}

export async function stateHash(of: TestDelegation, dossier: DossierId): Promise<string> {
  return (await of.call('dossier.show', { dossier })).stateHash
}
