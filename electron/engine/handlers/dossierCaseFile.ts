import { utf8 } from '../../../shared/base/bytes.ts'
import { err, ok, type Result } from '../../../shared/base/result.ts'
import { encodeCaseFile, type CaseFileStamp } from '../../../shared/dossier/caseFileHtml.ts'
import type { DossierTitles } from '../../../shared/dossier/describeEntry.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import { bearsCopyNumber } from '../../../shared/marking/copies.ts'
import { highestOf, isWithin } from '../../../shared/marking/highestOf.ts'
import { pageMarkingLine } from '../../../shared/marking/words.ts'
import { placesInPdf } from '../outgoing/pdfPlaces.ts'
import { chooseTarget, notedOrWithdrawn } from '../outgoing/target.ts'
import { writeFile } from '../outgoing/writeFile.ts'
import type { FoldedDossier, HandlerContext, Printer, Session, VaultHandler } from './context.ts'
import { shownState } from './dossierApart.ts'
import { namedBy } from './dossierNamedBy.ts'

/** In the clear, marked on every sheet, with the place of this machine's register and the state of the dossier, so that a reader can tell what it was printed from. */
export const dossierCaseFile: VaultHandler<'dossier.caseFile'> = async ({ dossier, format, copy, target, acknowledged }, session, context) => {
  const folded = session.dossier(dossier)
  if (!folded) return err(refusal('dossier-unknown'))
  if (!acknowledged) return err(refusal('clear-not-acknowledged'))
  const { register } = session.store
  const stamp = { madeAtUtcMs: context.now(), who: `${session.me.name} (${session.me.delegation})`, register: { seq: register.count(), hash: register.head() ?? 'none' }, stateHash: folded.stateHash }
  const [shown, named] = [shownState(session, folded), namedBy(session, folded)]
  const state = { ...shown, dossierTitles: titlesForAll(session, folded), namedBy: named, marking: highestOf([shown.marking, ...named.map((one) => one.marking)]) }
  if (format === 'pdf' && copy === null && bearsCopyNumber(state.marking)) return err(refusal('copy-number-missing'))
  const bytes = await encode(state, stamp, { format, copy }, context)
  if (!bytes.ok) return bytes
  const path = context.files.redeem(target)
  if (path === null) return err(refusal('write-failed'))
  const place = await (await chooseTarget(path, 1)).place(`${state.exercise ? 'exercise-' : ''}case-file-${new Date(context.now()).toISOString().slice(0, 10)}.${format}`)
  const written = await writeFile(place, bytes.value)
  if (!written.ok) return err(refusal(written.error))
  const details: [string, string][] = [['file', written.value.fileName], ['hash', context.hash(bytes.value)]]
  await notedOrWithdrawn([place], () => session.record('dossier.caseFile', `${state.reference} ${state.title}`, 'done', null, { dossier, marking: state.marking, details }))
  return ok(written.value)
}

/** The paper goes to whoever may have this dossier: it calls another one by its title only where all of them may have that one too, under no higher marking. */
function titlesForAll(session: Session, { circle, state: { distribution, marking } }: FoldedDossier): DossierTitles {
  const may = ({ circle: other, state }: FoldedDossier): boolean => other.circle === circle.circle && isWithin(state.marking, marking) && distribution.every((one) => state.distribution.includes(one))
  return new Map(session.dossiers().filter(may).map(({ state }) => [state.dossier, state.title]))
}

async function encode(state: Parameters<typeof encodeCaseFile>[0], stamp: CaseFileStamp, { format, copy }: Pick<Input<'dossier.caseFile'>, 'format' | 'copy'>, { print }: HandlerContext): Promise<Result<Uint8Array, Refusal>> {
  if (format === 'html') return ok(utf8(encodeCaseFile(state, stamp, { copy })))
  const pdf = print === null ? null : await printTwice(print, (pages) => ({ html: encodeCaseFile(state, stamp, { lines: 'printer', pages, copy }), marking: pageMarkingLine(state.marking, state.exercise), headLeft: state.reference, headRight: copy === null ? '' : `Copy ${copy.number} of ${copy.of}` }))
  return pdf === null ? err(refusal('print-unavailable')) : ok(pdf)
}

/** The first time tells on which sheet each chapter begins, and the second time the contents say so. Where that moved anything, they rather say nothing. */
async function printTwice(print: Printer, page: (pages: ReadonlyMap<string, number>) => PrintedPage): Promise<Uint8Array | null> {
  const bare = await print.toPdf(page(new Map()))
  const places = bare === null ? null : placesInPdf(bare)
  if (places === null || places.size === 0) return bare
  const numbered = await print.toPdf(page(places))
  const after = numbered === null ? null : placesInPdf(numbered)
  return after !== null && [...places].every(([name, sheet]) => after.get(name) === sheet) ? numbered : bare
}
