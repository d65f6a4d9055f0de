/** A paragraph as a person names it on the command line. */
import type { DossierId, TextId } from '../../shared/base/identifiers.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { wrongUsage, type CommandRun, type Failure } from './command.ts'

type Place = Input<'reservation.enter'>['place']

export const PARAGRAPH = { type: 'string', value: 'BLOCK', help: 'identifier of the block that it concerns; the whole text if left out' } as const

/** Null where no --paragraph is given. */
export async function paragraphPlace(run: CommandRun, dossier: DossierId, text: TextId, rev: number): Promise<Result<Place, Failure>> {
  const block = run.args.text('paragraph')
  if (block === null) return ok(null)
  const shown = await run.call('text.show', { dossier, text, rev, comparedWith: null })
  if (!shown.ok) return shown
  return shown.value.revision.document.blocks.some((one) => one.id === block) ? ok({ block, from: 0, to: 0, quote: '' }) : wrongUsage(`--paragraph: this REV has no block "${block}"`)
}
