import { compareDelegations } from '../../../shared/base/delegations.ts'
import { ok } from '../../../shared/base/result.ts'
import { bundleFileName } from './bundleFileName.ts'
import { carriedMarking } from './bundleMarking.ts'
import { releaseItems } from './bundleRelease.ts'
import { selectEvents } from './bundleSelection.ts'
import { roughBytes } from './bundleSize.ts'
import type { VaultHandler } from './context.ts'

export const bundlePlan: VaultHandler<'bundle.plan'> = async (choice, session, { now }) => {
  const selection = selectEvents(choice, session)
  if (!selection.ok) return selection
  const { state, addressees, parcels } = selection.value
  const sent = parcels.flatMap((parcel) => parcel.events)
  return ok({
    circle: state.circle,
    circleName: state.name,
    recipients: addressees.map(({ entry, gets }) => ({ installation: entry.installation, name: entry.name, delegation: entry.delegation, lacks: gets.length })),
    items: releaseItems(selection.value, session),
    ...carriedMarking(sent, session.held),
    files: parcels.map((parcel) => ({
      fileName: bundleFileName(state, parcel, now()),
      delegations: parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations),
      events: parcel.events.length, attachments: parcel.contents.length, sizeBytes: roughBytes(parcel),
    })),
  })
}
