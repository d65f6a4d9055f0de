import { compareDelegations } from '../../../shared/base/delegations.ts'
import type { Hash } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { sortFrontier, type FrontierEntry } from '../../../shared/bundle/manifest.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { hasher, newHashing, sealerOf } from '../keys/index.ts'
import { chooseTarget, notedOrWithdrawn, withdrawFiles, type Target } from '../outgoing/target.ts'
import { writeBundle, type BundleContent, type WrittenBundle } from '../outgoing/writeBundle.ts'
import { bundleFileName, nextCounter } from './bundleFileName.ts'
import { carriedMarking } from './bundleMarking.ts'
import { releaseDetails, releaseItems } from './bundleRelease.ts'
import { selectEvents, type Parcel, type Selection } from './bundleSelection.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'

interface Sealed {
  readonly parcel: Parcel
  readonly content: BundleContent
  readonly written: WrittenBundle
  readonly path: string
}

/** All files or none: what was written before one failed is taken back, and only complete writing is noted. */
export const bundleWrite: VaultHandler<'bundle.write'> = async ({ target, ...choice }, session, context) => {
  const selection = selectEvents(choice, session)
  if (!selection.ok) return selection
  if (selection.value.parcels.length === 0) return err(refusal('nothing-to-send'))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const sealed = await sealAll(selection.value, await chooseTarget(path, selection.value.parcels.length), session, context)
  if (!sealed.ok) return sealed
  const decisions = releaseDetails(releaseItems(selection.value, session))
  const note = (): void => {
    const { marking } = carriedMarking(selection.value.parcels.flatMap((parcel) => parcel.events), session.held)
    session.record('bundle.released', selection.value.state.name, 'done', null, { marking, details: decisions })
    sealed.value.forEach((one) => noteExport(one, session, context))
  }
  await notedOrWithdrawn(sealed.value.map((one) => one.path), () => session.transaction(note))
  return ok({ files: sealed.value.map(fileOf) })
}

async function sealAll(
  { state, parcels }: Selection, target: Target, session: VaultSession, context: HandlerContext,
): Promise<Result<Sealed[], Refusal>> {
  const first = nextCounter(session, state.circle)
  const done: Sealed[] = []
  for (const [at, parcel] of parcels.entries()) {
    context.progress({ phase: 'seal', done: at, total: parcels.length })
    const content = contentOf(parcel, state, first + at, session, context)
    const path = await target.place(bundleFileName(state, session.me.delegation, first + at, context.now()))
    const keys = { sealer: sealerOf(context.random), sign: session.signerIn(state.circle), hash: hasher, newHashing }
    const written = context.signal.aborted ? err('cancelled' as const) : await writeBundle(path, content, keys)
    if (!written.ok) {
      await withdrawFiles(done.map((one) => one.path))
      return err(refusal(written.error))
    }
    done.push({ parcel, content, written: written.value, path })
  }
  return ok(done)
}

function contentOf(
  { addressees, events }: Parcel, state: Selection['state'], counter: number, session: VaultSession, context: HandlerContext,
): BundleContent {
  const recipients = addressees.map(({ entry }) => ({ installation: entry.installation, sealingKey: entry.sealingKey }))
  return {
    facts: {
      circle: state.circle, sender: session.installationIn(state.circle), counter, sealedAtUtcMs: context.now(),
      previous: previousTo(recipients.map((recipient) => recipient.installation), state, session),
      roster: { epoch: state.epoch, head: state.head },
      frontier: frontierFor(addressees, state, session),
      marking: carriedMarking(events, session.held).marking,
    },
    recipients,
    events: events.map((event) => event.signed),
  }
}

/** The last file to exactly the same recipients: a gap shows where one of a series never arrives. */
function previousTo(recipients: readonly string[], { circle }: Selection['state'], session: VaultSession): Hash | null {
  const same = recipients.toSorted().join(' ')
  return session.store.bundles.of(circle).findLast((bundle) => bundle.direction === 'out' && bundle.recipients.join(' ') === same)?.hash ?? null
}

/** How far I have each log of what these recipients may know of; all of one parcel may know of the same. */
function frontierFor([first]: Parcel['addressees'], { circle }: Selection['state'], session: VaultSession): FrontierEntry[] {
  const places = [null, ...(first?.dossiers ?? [])]
  return sortFrontier(places.flatMap((dossier) => [...session.held.tips(circle, dossier)].map(([log, { event }]) => (
    { dossier, log, seq: event.header.seq, event: event.id }
  ))))
}

function noteExport({ parcel, content: { facts, recipients }, written }: Sealed, session: VaultSession, { now }: HandlerContext): void {
  const delegations = parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations)
  session.store.bundles.add({
    direction: 'out', hash: written.bundle, circle: facts.circle, sender: facts.sender, counter: facts.counter, previous: facts.previous,
    recipients: recipients.map((recipient) => recipient.installation).toSorted(), events: parcel.events.map((event) => event.id),
    frontier: facts.frontier, fileName: written.fileName, atUtcMs: now(),
  })
  session.record('bundle.written', `${written.fileName}: ${parcel.events.length} events for ${delegations.join(', ')}`, 'done', null, {
    marking: carriedMarking(parcel.events, session.held).marking, details: [['bundle', written.bundle], ...parcel.addressees.map(({ entry }): [string, string] => ['recipient', `${entry.name} (${entry.delegation})`])],
  })
}

function fileOf({ parcel, content, written }: Sealed): Output<'bundle.write'>['files'][number] {
  return {
    fileName: written.fileName, sizeBytes: written.sizeBytes, events: parcel.events.length, counter: content.facts.counter,
    delegations: parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations),
  }
}
