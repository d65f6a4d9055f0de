/** Finds what a person names by a reference, a name or the first digits of an identifier. */
import type { DossierId, InstallationId } from '../../shared/base/identifiers.ts'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Output } from '../../shared/ipc/contract.ts'
import { refusal, type RefusalCode } from '../../shared/ipc/refusal.ts'
import { refused, wrongUsage, type CommandRun, type Failure } from './command.ts'

type CircleView = Output<'circle.list'>['circles'][number]
type CardView = Output<'card.list'>['cards'][number]
type DossierSummary = Output<'dossier.list'>['dossiers'][number]
type TextSummary = Output<'text.list'>['texts'][number]
type SilenceView = Output<'silence.list'>['silences'][number]
type SilenceDraftView = Output<'silence.list'>['drafts'][number]
type KindView = Output<'silence.profiles'>['profiles'][number]

const LEAST_DIGITS = 4

/** Without a name: the only one there is. */
export async function findCircle(run: CommandRun, given: string | null): Promise<Result<CircleView, Failure>> {
  const list = await run.call('circle.list', {})
  if (!list.ok) return list
  const { circles } = list.value
  if (given === null && circles.length > 1) return wrongUsage('there are several circles: name one with --circle')
  return only(circles, given, (circle) => circle.circle, (circle) => [circle.name], 'circle-unknown')
}

export async function findCard(run: CommandRun, given: string): Promise<Result<CardView, Failure>> {
  const list = await run.call('card.list', {})
  if (!list.ok) return list
  return only(list.value.cards, given, (card) => card.installation, (card) => [card.delegation, card.name], 'card-unknown')
}

export async function findDossier(run: CommandRun, given: string): Promise<Result<DossierSummary, Failure>> {
  const list = await run.call('dossier.list', {})
  if (!list.ok) return list
  return only(list.value.dossiers, given, (dossier) => dossier.dossier, (dossier) => [dossier.reference], 'dossier-unknown')
}

export async function findText(run: CommandRun, given: string): Promise<Result<TextSummary, Failure>> {
  const list = await run.call('text.list', {})
  if (!list.ok) return list
  return only(list.value.texts, given, (text) => text.text, (text) => [text.number], 'text-unknown')
}

export async function findSilence(run: CommandRun, given: string): Promise<Result<SilenceView, Failure>> {
  const list = await run.call('silence.list', {})
  if (!list.ok) return list
  return only(list.value.silences, given, (view) => view.silence.procedure, () => [], 'procedure-unknown')
}

export async function findDraft(run: CommandRun, given: string): Promise<Result<SilenceDraftView, Failure>> {
  const list = await run.call('silence.list', {})
  if (!list.ok) return list
  return only(list.value.drafts, given, (view) => view.draft.event, () => [], 'procedure-unknown')
}

/** A kind of silence procedure, by the name that ships with the product, by the circle's own name for it, or by first digits. */
export async function findKind(run: CommandRun, dossier: DossierId, given: string): Promise<Result<KindView['id'], Failure>> {
  const shown = await run.call('dossier.show', { dossier })
  if (!shown.ok) return shown
  const list = await run.call('silence.profiles', { circle: shown.value.state.circle })
  if (!list.ok) return list
  const found = only(list.value.profiles, given, (kind) => kind.id, (kind) => [kind.id, kind.name], 'profile-unknown')
  return found.ok ? ok(found.value.id) : found
}

/** Roster entries of a circle, by delegation code, person's name or first digits. */
export function findRecipients(circle: CircleView, given: readonly string[]): Result<InstallationId[], Failure> {
  const found: InstallationId[] = []
  for (const name of given) {
    const entries = entriesNamed(circle, name)
    if (entries.length === 0) return wrongUsage(`--to: nobody in the circle goes by "${name}"`)
    found.push(...entries)
  }
  return ok([...new Set(found)])
}

/** Those in the roster now that go by a delegation code, a person's name or first digits. */
export function entriesNamed(circle: CircleView, name: string): InstallationId[] {
  return circle.entries.filter((entry) => !entry.removed
    && (entry.delegation === name.toUpperCase() || entry.name === name || startsWith(entry.installation, name))).map((entry) => entry.installation)
}

function startsWith(identifier: string, given: string): boolean {
  return given.length >= LEAST_DIGITS && identifier.startsWith(given.toLowerCase())
}

function only<T>(
  candidates: readonly T[], given: string | null, idOf: (candidate: T) => string, namesOf: (candidate: T) => readonly string[], unknown: RefusalCode,
): Result<T, Failure> {
  const found = candidates.filter((candidate) => given === null || namesOf(candidate).includes(given) || startsWith(idOf(candidate), given))
  const [first] = found
  if (first === undefined) return refused(refusal(unknown))
  return found.length === 1 ? ok(first) : wrongUsage(`"${given}" fits ${found.length} of them: give more digits of the identifier`)
}
