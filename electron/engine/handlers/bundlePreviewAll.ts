/** Several files or a whole folder, in any order, looked at together: one report, and nothing changed. */
import { join } from 'node:path'
import type { CircleId } from '../../../shared/base/identifiers.ts'
import { err, ok } from '../../../shared/base/result.ts'
import type { ImportEffect } from '../../../shared/ipc/exchangeMethods.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { refusal, type Refusal, type RefusalCode } from '../../../shared/ipc/refusal.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { bundlesInFolder } from '../intake/bundlesInFolder.ts'
import { checkBundle, type CheckedBundle } from './bundleCheck.ts'
import { arrivalOf, effectOf, type Arrival } from './bundleEffect.ts'
import { headOf, recordLook } from './bundlePreview.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { shownName } from './shownName.ts'

/** What another file of the same batch may bring: the roster, a founding, an admission. */
const WAITS: readonly RefusalCode[] = ['bundle-sender-unknown', 'bundle-roster-behind', 'bundle-foreign-circle']
const MOST_FILES = 64

export const bundlePreviewAll: VaultHandler<'bundle.previewAll'> = async ({ sources }, session, context) => {
  const paths = await pathsOf(sources.flatMap((source) => context.files.redeem(source) ?? []))
  if (paths.length === 0) return err(refusal('file-missing'))
  const { checked, refused } = await checkAll(paths.slice(0, MOST_FILES), session, context)
  const arrivals = [...Map.groupBy(distinct(checked), (bundle) => bundle.circle.circle).values()].map((bundles) => arrivalOf(bundles, session))
  const files = paths.slice(0, MOST_FILES).map((path) => fileOf(path, { checked, refused, arrivals, session }))
  for (const bundle of distinct(checked)) recordLook(bundle, session)
  for (const [path, { code, stage }] of refused) session.record('bundle.preview', shownName(path), 'refused', code, { stage })
  return ok({ files, notLookedAt: Math.max(0, paths.length - MOST_FILES), together: together(arrivals, session, context), marking: markingOf(distinct(checked)), exercise: files.some((file) => file.preview?.exercise === true) })
}

async function pathsOf(given: readonly string[]): Promise<string[]> {
  const paths: string[] = []
  for (const path of given) {
    const inFolder = await bundlesInFolder(path)
    paths.push(...inFolder === null ? [path] : inFolder.map((name) => join(path, name)))
  }
  return [...new Set(paths)]
}

interface Checked {
  readonly checked: ReadonlyMap<string, CheckedBundle>
  readonly refused: ReadonlyMap<string, Refusal>
}

/** Until no file opens another one's way any more. What a file brings counts for the others as if it were here. */
async function checkAll(paths: readonly string[], session: VaultSession, context: HandlerContext): Promise<Checked> {
  const checked = new Map<string, CheckedBundle>()
  try {
    return await checkEach(paths, checked, session, context)
  } catch (error) {
    for (const bundle of checked.values()) await bundle.staging.discard()
    throw error
  }
}

async function checkEach(paths: readonly string[], checked: Map<string, CheckedBundle>, session: VaultSession, context: HandlerContext): Promise<Checked> {
  const refused = new Map<string, Refusal>()
  const brought = new Map<CircleId, VerifiedEvent[]>()
  let pending = paths
  for (let before = -1; pending.length !== before;) {
    before = pending.length
    const left: string[] = []
    for (const path of pending) {
      context.signal.throwIfAborted()
      context.progress({ phase: 'check', done: checked.size + left.length, total: paths.length })
      const found = await checkBundle(path, shownName(path), session, context, (circle) => brought.get(circle) ?? [])
      if (found.ok) {
        checked.set(path, found.value)
        refused.delete(path)
        const { circle, events } = found.value
        brought.set(circle.circle, [...brought.get(circle.circle) ?? [], ...events.filter((event) => event.header.dossier === null && event.header.type !== 'receipt.given')])
        continue
      }
      refused.set(path, found.error)
      if (WAITS.includes(found.error.code)) left.push(path)
    }
    pending = left
  }
  return { checked, refused }
}

/** A copy of a file is the same file. */
function distinct(checked: ReadonlyMap<string, CheckedBundle>): CheckedBundle[] {
  return [...new Map([...checked.values()].map((bundle) => [bundle.hash, bundle])).values()]
}

interface Report extends Checked {
  readonly arrivals: readonly Arrival[]
  readonly session: VaultSession
}

function fileOf(path: string, { arrivals, checked, refused, session }: Report): Output<'bundle.previewAll'>['files'][number] {
  const bundle = checked.get(path)
  const arrival = arrivals.find((one) => one.circle.circle === bundle?.circle.circle)
  if (bundle === undefined || arrival === undefined) return { fileName: shownName(path), preview: null, refused: refused.get(path) ?? refusal('file-unreadable') }
  return { fileName: shownName(path), preview: headOf(bundle, arrival, session), refused: null }
}

function together(arrivals: readonly Arrival[], session: VaultSession, context: HandlerContext): ImportEffect {
  const effects = arrivals.map((arrival) => effectOf(arrival, session, context))
  const all = <V>(list: (effect: ImportEffect) => readonly V[]): V[] => effects.flatMap(list)
  const sum = (field: 'addedEvents' | 'alreadyHere' | 'completed'): number => effects.reduce((total, effect) => total + effect[field], 0)
  return {
    objections: all((effect) => effect.objections), revisions: all((effect) => effect.revisions), suggestions: all((effect) => effect.suggestions),
    setAside: all((effect) => effect.setAside), wouldAdd: all((effect) => effect.wouldAdd), waiting: all((effect) => effect.waiting), gaps: all((effect) => effect.gaps),
    forks: all((effect) => effect.forks), splitViews: all((effect) => effect.splitViews), contents: all((effect) => effect.contents), clocks: all((effect) => effect.clocks),
    addedEvents: sum('addedEvents'), alreadyHere: sum('alreadyHere'), completed: sum('completed'),
  }
}

function markingOf(bundles: readonly CheckedBundle[]): Output<'bundle.previewAll'>['marking'] {
  const markings = bundles.flatMap((bundle) => bundle.opened.marking ?? [])
  return markings.length === 0 ? null : highestOf(markings)
}
