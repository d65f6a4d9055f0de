import { compareDelegations } from '../../../shared/base/delegations.ts'
import type { CircleId, EventId, Hash } from '../../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { sortFrontier, type FrontierEntry, type Manifest } from '../../../shared/bundle/manifest.ts'
import type { Attachment } from '../../../shared/dossier/state.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { hasher, hashingAside, sealerOf } from '../keys/index.ts'
import { freeBytes } from '../outgoing/freeSpace.ts'
import { chooseTarget, notedOrWithdrawn, withdrawFiles, type Target } from '../outgoing/target.ts'
import { bundleBytes, writeBundle, type BundleContent, type BundleWriting, type CarriedContent, type SealingKeys, type WrittenBundle } from '../outgoing/writeBundle.ts'
import { openContent, placeOf } from './attachmentContent.ts'
import { bundleFileName, nextCounter } from './bundleFileName.ts'
import { carriedMarking } from './bundleMarking.ts'
import { releaseDetails, releaseItems } from './bundleRelease.ts'
import { selectEvents, type Parcel, type Selection } from './bundleSelection.ts'
import { sealImports } from './bundleUndo.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'

/** Progress is told this often. */
const PROGRESS_BYTES = 1024 * 1024

interface Sealed {
  readonly parcel: Parcel
  readonly content: BundleContent
  readonly written: WrittenBundle
  readonly path: string
}

/** All files or none: what was written before one failed is taken back, and only complete writing is noted. */
export const bundleWrite: VaultHandler<'bundle.write'> = async ({ target, ...choice }, session, context) => {
  const planned = selectEvents(choice, session)
  if (!planned.ok) return planned
  if (planned.value.parcels.length === 0) return err(refusal('nothing-to-send'))
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  // A content that does not open any more is left out and named; the rest need not wait for it.
  const unreadable = new Map<EventId, string>()
  for (;;) {
    const selection = selectEvents({ ...choice, unreadable: new Set(unreadable.keys()) }, session)
    if (!selection.ok) return selection
    if (selection.value.parcels.length === 0) return err(refusal('attachment-altered'))
    const before = unreadable.size
    const sealed = await sealAll(selection.value, await chooseTarget(path, selection.value.parcels.length), { unreadable, session, context })
    if (sealed.ok) return note(selection.value, sealed.value, { unreadable, session, context })
    if (unreadable.size === before) return sealed
  }
}

interface Writing {
  readonly session: VaultSession
  readonly context: HandlerContext
  /** Attachments whose content could not be read, with their names. */
  readonly unreadable: Map<EventId, string>
}

async function note(selection: Selection, sealed: readonly Sealed[], { context, session, unreadable }: Writing): Promise<Result<Output<'bundle.write'>, Refusal>> {
  const details = releaseDetails(releaseItems(selection, session))
  const { marking } = carriedMarking(selection.parcels.flatMap((parcel) => parcel.events), session.held)
  await notedOrWithdrawn(sealed.map((one) => one.path), () => session.transaction(() => {
    session.record('bundle.released', selection.state.name, 'done', null, { marking, details })
    for (const one of sealed) noteExport(one, session, context)
  }))
  return ok({ files: sealed.map(fileOf), unreadable: [...unreadable.values()] })
}

interface Planned {
  readonly parcel: Parcel
  readonly content: BundleContent
  readonly sizeBytes: number
}

async function sealAll(selection: Selection, target: Target, writing: Writing): Promise<Result<Sealed[], Refusal>> {
  const { context, session } = writing
  const { state } = selection
  const planned = plannedFiles(selection, writing)
  const total = planned.reduce((sum, one) => sum + one.sizeBytes, 0)
  const free = await freeBytes(target.folder)
  if (free !== null && free < total) return err(refusal('disk-full', { needed: total, free }))
  // Before the first byte leaves: from here on somebody may know of what was imported.
  session.transaction(() => sealImports(state.circle, session))
  const done: Sealed[] = []
  let before = 0
  for (const { parcel, sizeBytes, ...file } of planned) {
    const last = done.findLast((one) => seriesOf(one.content) === seriesOf(file.content))
    const content = last === undefined ? file.content : following(last.written.bundle, file.content)
    const path = await target.place(bundleFileName(state, parcel, context.now()))
    const written = await writeBundle(path, content, sealingKeys(state.circle, session, context), watching(before, total, context))
    if (!written.ok) {
      await withdrawFiles(done.map((one) => one.path))
      return err(refusal(written.error))
    }
    before += sizeBytes
    done.push({ parcel, content, written: written.value, path })
  }
  return ok(done)
}

/** Two files of one writing may go to the same recipients. The second follows the first, whose hash is known only once it is sealed: another of that length stands for it. */
function plannedFiles({ parcels, state }: Selection, writing: Writing): Planned[] {
  const first = nextCounter(writing.session, state.circle)
  const begun = new Set<string>()
  return parcels.map((parcel, at) => {
    const alone = contentOf(parcel, state, first + at, writing)
    const content = begun.has(seriesOf(alone)) ? following(hasher(new Uint8Array()), alone) : alone
    begun.add(seriesOf(alone))
    return { parcel, content, sizeBytes: bundleBytes(content, hasher) }
  })
}

/** Files to exactly the same recipients: a gap shows where one of a series never arrives. */
function seriesOf({ recipients }: Pick<BundleContent, 'recipients'>): string {
  return recipients.map((recipient) => recipient.installation).toSorted().join(' ')
}

function following(previous: Hash, content: BundleContent): BundleContent {
  return { ...content, facts: { ...content.facts, previous } }
}

function sealingKeys(circle: CircleId, session: VaultSession, { random }: HandlerContext): SealingKeys {
  return { sealer: sealerOf(random), sign: session.signerIn(circle), hash: hasher, hashingAside }
}

/** `before`: bytes of the files that are done. Each is written, then read back. */
function watching(before: number, total: number, { progress, signal }: HandlerContext): BundleWriting {
  const say = (phase: string): ((bytes: number) => void) => {
    let last = 0
    return (bytes) => {
      if (bytes - last < PROGRESS_BYTES && before + bytes < total) return
      last = bytes
      progress({ phase, done: before + bytes, total })
    }
  }
  return { signal, wrote: say('seal'), readBack: say('verify') }
}

function contentOf(parcel: Parcel, state: Selection['state'], counter: number, writing: Writing): BundleContent {
  const { context, session } = writing
  const { addressees, contents, events } = parcel
  const recipients = addressees.map(({ entry }) => ({ installation: entry.installation, sealingKey: entry.sealingKey }))
  const frontier = frontierFor(parcel, state, session)
  return {
    facts: {
      circle: state.circle, sender: session.installationIn(state.circle), counter, sealedAtUtcMs: context.now(),
      previous: previousTo(seriesOf({ recipients }), state, session),
      roster: { epoch: state.epoch, head: state.head }, frontier, marking: carriedMarking(events, session.held).marking, ...lackingIn(frontier, session),
    },
    recipients,
    events: events.map((event) => event.signed),
    contents: contents.map((attachment) => carried(attachment, writing)),
  }
}

function carried(attachment: Attachment, { session, unreadable }: Writing): CarriedContent {
  const { event, hash, name, sizeBytes } = attachment
  const cannot = <T>(result: Result<T, unknown>): Result<T, 'attachment-altered'> => {
    if (result.ok) return result
    unreadable.set(event, name)
    return err('attachment-altered')
  }
  return {
    event, sizeBytes, hash,
    async open() {
      const content = cannot(await openContent(session, attachment))
      return content.ok ? ok({ close: content.value.close, fill: async (into) => cannot(await content.value.fill(into)) }) : content
    },
  }
}

/** Below this frontier: what is here without its body, and attachments without their content. */
function lackingIn(frontier: readonly FrontierEntry[], session: VaultSession): Pick<Manifest, 'withoutBody' | 'withoutContent'> {
  const dossiers = [...new Set(frontier.flatMap((entry) => entry.dossier ?? []))]
  const bodiless = dossiers.flatMap((dossier) => session.held.inDossier(dossier)).filter(({ event }) => event.signed.body === null)
  const attachments = dossiers.flatMap((dossier) => session.dossier(dossier)?.state.attachments ?? [])
  return {
    withoutBody: bodiless.map(({ event }) => event.id).toSorted(),
    withoutContent: attachments.filter((attachment) => placeOf(session, attachment) !== 'here').map((attachment) => attachment.event).toSorted(),
  }
}

function previousTo(series: string, { circle }: Selection['state'], session: VaultSession): Hash | null {
  return session.store.bundles.of(circle).findLast((bundle) => bundle.direction === 'out' && bundle.sender === session.me.installation && bundle.recipients.join(' ') === series)?.hash ?? null
}

/** How far I have each log of what these recipients may know of, of the kind that this file carries; all of one parcel may know of the same. */
function frontierFor({ dossiers }: Parcel, { circle }: Selection['state'], session: VaultSession): FrontierEntry[] {
  return sortFrontier([null, ...dossiers].flatMap((dossier) => [...session.held.tips(circle, dossier)].map(([log, { event }]) => (
    { dossier, log, seq: event.header.seq, event: event.id }
  ))))
}

function noteExport({ parcel, content: { facts, recipients }, written }: Sealed, session: VaultSession, { now }: HandlerContext): void {
  const delegations = parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations)
  session.store.bundles.add({
    direction: 'out', hash: written.bundle, circle: facts.circle, sender: facts.sender, counter: facts.counter, previous: facts.previous,
    recipients: recipients.map((recipient) => recipient.installation).toSorted(), events: parcel.events.map((event) => event.id),
    frontier: facts.frontier, fileName: written.fileName, atUtcMs: now(),
    withheld: parcel.events.filter((event) => event.signed.body === null).map((event) => event.id), contents: parcel.contents.map((content) => content.event),
    withoutBody: facts.withoutBody ?? [], withoutContent: facts.withoutContent ?? [],
  }, null)
  session.record('bundle.written', `${written.fileName}: ${parcel.events.length} events${parcel.contents.length === 0 ? '' : `, ${parcel.contents.length} attachments`} for ${delegations.join(', ')}`, 'done', null, {
    marking: carriedMarking(parcel.events, session.held).marking, details: [['bundle', written.bundle], ...parcel.addressees.map(({ entry }): [string, string] => ['recipient', `${entry.name} (${entry.delegation})`])],
  })
}

function fileOf({ parcel, content, written }: Sealed): Output<'bundle.write'>['files'][number] {
  return {
    fileName: written.fileName, sizeBytes: written.sizeBytes, events: parcel.events.length, attachments: parcel.contents.length, counter: content.facts.counter,
    delegations: parcel.addressees.map(({ entry }) => entry.delegation).toSorted(compareDelegations),
  }
}
