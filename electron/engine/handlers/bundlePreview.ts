import { err, ok } from '../../../shared/base/result.ts'
import type { ImportPreview, PreviewHead } from '../../../shared/ipc/exchangeMethods.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { entryOf } from './arrivedSource.ts'
import { checkBundle, type CheckedBundle } from './bundleCheck.ts'
import { arrivalOf, effectOf, type Arrival } from './bundleEffect.ts'
import { carriedMarking, mixesExercise } from './bundleMarking.ts'
import type { HandlerContext, VaultHandler, VaultSession } from './context.ts'
import { shownName } from './shownName.ts'

export const bundlePreview: VaultHandler<'bundle.preview'> = async ({ source }, session, context) => {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const checked = await checkBundle(path, shownName(path), session, context)
  if (!checked.ok) return checked
  if (context.signal.aborted) await checked.value.staging.discard()
  context.signal.throwIfAborted()
  recordLook(checked.value, session)
  return ok(previewOf(checked.value, session, context))
}

export function recordLook({ fileName, hash, opened }: CheckedBundle, session: VaultSession): void {
  session.record('bundle.preview', fileName, 'done', null, { marking: opened.marking, details: [['bundle', hash], ['sender', opened.manifest.sender]] })
}

function previewOf(bundle: CheckedBundle, session: VaultSession, context: HandlerContext): ImportPreview {
  const arrival = arrivalOf([bundle], session)
  return { ...headOf(bundle, arrival, session), ...effectOf(arrival, session, context) }
}

/** From whom, when, and how it stands among the others. It is held for the import from here on. */
export function headOf(bundle: CheckedBundle, { bundles, source }: Arrival, session: VaultSession): PreviewHead {
  const { circle, events, fileName, hash, opened } = bundle
  const sender = entryOf(circle, opened.manifest.sender)
  return {
    preview: session.previews.keep(bundle), fileName,
    circle: circle.circle, circleName: circle.name, bundle: hash, sizeBytes: opened.sizeBytes,
    sender: { installation: sender.installation, name: sender.name, delegation: sender.delegation },
    sealedAtUtcMs: opened.manifest.sealedAtUtcMs, counter: opened.manifest.counter,
    marking: opened.marking, exercise: carriedMarking(events, source).exercise, exerciseMixed: mixesExercise(events, source),
    alreadyImported: session.store.bundles.has('in', hash), events: events.length,
    counterGap: counterGap(bundle, bundles, session),
  }
}

/** A bundle names the file before it; where that one never came and is not beside it either, something is missing or was withheld. */
function counterGap({ opened: { manifest } }: CheckedBundle, beside: readonly CheckedBundle[], session: VaultSession): PreviewHead['counterGap'] {
  const recipients = manifest.recipients.join(' ')
  const came = session.store.bundles.of(manifest.circle).filter((bundle) => bundle.direction === 'in')
  const before = [...came, ...beside.map(({ hash, opened }) => ({ ...opened.manifest, hash }))]
    .filter((bundle) => bundle.sender === manifest.sender && bundle.recipients.join(' ') === recipients)
  const last = Math.max(0, ...before.map((bundle) => bundle.counter).filter((counter) => counter < manifest.counter))
  const complete = manifest.previous === null ? last === 0 : before.some((bundle) => bundle.hash === manifest.previous)
  return complete ? null : { expected: last + 1, found: manifest.counter }
}
