/** One call of the contract: input checked, vault asked for, handler run, output checked. A throw is our bug and shows as `internal`. */
import * as v from 'valibot'
import { dossierIdSchema } from '../../shared/base/identifiers.ts'
import { err, ok, type Result } from '../../shared/base/result.ts'
import { contract, isMethod, type Method, type Output } from '../../shared/ipc/contract.ts'
import { sourceSchema, type FileGrant } from '../../shared/ipc/files.ts'
import { isReading } from '../../shared/ipc/readingMethods.ts'
import { refusal, type Refusal } from '../../shared/ipc/refusal.ts'
import type { CallOptions } from './entry.ts'
import type { FileGrants, HandlerContext, VaultHolder, VaultSession } from './handlers/context.ts'
import { dossierOpening, dossierTitle } from './handlers/eventSubject.ts'
import { holderHandlers, isHolderMethod } from './handlers/holderHandlers.ts'
import { vaultHandlers } from './handlers/index.ts'
import { shownName } from './handlers/shownName.ts'
import { registersRefusal } from './registeredRefusals.ts'
import { isDamage, isFileFault, isFrozen, isFullDisk } from './vault/connection.ts'
import { DamagedRow } from './vault/eventRow.ts'

export type Machine = Omit<HandlerContext, 'progress' | 'signal'>
export type Dispatch = <M extends Method>(method: M, input: unknown, options: CallOptions) => Promise<Result<Output<M>, Refusal>>

/** An output with more parts than this is built of documents that were checked at the door, and is not checked a second time. */
const MOST_CHECKED_PARTS = 20_000

/** Methods that read the vault, wait for a file and then write: one after another, so that no two give one number twice. */
const IN_TURN: readonly Method[] = ['bundle.write', 'bundle.import', 'bundle.importAll', 'bundle.undo', 'card.write']

export function createDispatch(vault: VaultHolder, machine: Machine): Dispatch {
  const inTurn = createTurns()
  const backupTurn = createTurns()
  return async (method, input, options) => {
    if (!isMethod(method)) return err(refusal('method-unknown'))
    const spec = contract[method]
    const parsed = v.safeParse(spec.input, input)
    if (!parsed.success) return err(malformed(parsed.issues))
    if (spec.needs === 'vault' && vault.session() === null) return err(refusal('vault-locked'))
    if (vault.session()?.readOnly && !isReading(method)) return err(refusal('vault-read-only'))
    const files = namedFiles(machine.files)
    const context: HandlerContext = {
      ...machine,
      files,
      progress: options.onProgress ?? (() => undefined),
      signal: options.signal ?? new AbortController().signal,
    }
    const work = (): Promise<Result<Output<typeof method>, Refusal>> => attempt(() => run(method, parsed.output, context, vault), context.signal)
    const answer = await (IN_TURN.includes(method) ? inTurn(work) : method === 'backup.write' ? backupTurn(work) : work())
    if (answer.ok) return checkedOutput(method, answer.value)
    // A register that cannot be written to must not hide why the call was refused.
    await attempt(async () => ok(registerRefusal(method, parsed.output, { refused: answer.error, fileName: files.sourceName() }, vault.session())), new AbortController().signal)
    return answer
  }
}

/** The only place where the type of a method meets the type of its handler: `input` has passed that method's own schema. */
function run<M extends Method>(method: M, input: unknown, context: HandlerContext, vault: VaultHolder): Promise<Result<Output<M>, Refusal>> {
  type Run = (...given: unknown[]) => Promise<Result<Output<M>, Refusal>>
  if (isHolderMethod(method)) return (holderHandlers[method] as Run)(input, context, vault)
  return (vaultHandlers[method as keyof typeof vaultHandlers] as Run)(input, vault.session(), context)
}

/** Runs what it is given after all that it was given before. `work` never rejects. */
function createTurns(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const mine = last.then(work)
    last = mine
    return mine
  }
}

async function attempt<T>(work: () => Promise<Result<T, Refusal>>, signal: AbortSignal): Promise<Result<T, Refusal>> {
  if (signal.aborted) return err(refusal('cancelled'))
  try {
    return await work()
  } catch (error) {
    if (signal.aborted) return err(refusal('cancelled'))
    if (isFrozen(error)) return err(refusal('vault-read-only'))
    if (isFullDisk(error)) return err(refusal('disk-full'))
    if (isDamage(error) || error instanceof DamagedRow) return err(refusal('vault-damaged', { file: 'vault.db' }))
    if (isFileFault(error)) return err(refusal('write-failed', { fault: error.code }))
    return err(refusal('internal', whereItBroke(error)))
  }
}

/** The kind of error and the line of our own code: neither its message nor a path of the machine, either of which may hold content. */
function whereItBroke(error: unknown): Refusal['facts'] {
  if (!(error instanceof Error)) return {}
  const place = /\b(?:electron|shared|out)\/[\w/.-]+:\d+/.exec(error.stack ?? '')
  return place ? { fault: error.name, at: place[0] } : { fault: error.name }
}

function malformed(issues: readonly v.BaseIssue<unknown>[]): Refusal {
  const first = issues[0]
  return refusal('input-malformed', { field: first ? (v.getDotPath(first) ?? '') : '' })
}

interface RefusedCall {
  readonly refused: Refusal
  /** Bare name of the file that was to be read; null where there was none. */
  readonly fileName: string | null
}

/** What was refused, at which stage of the door, and on which file or dossier. Never a path. */
function registerRefusal(method: Method, input: unknown, { refused, fileName }: RefusedCall, session: VaultSession | null): void {
  if (session === null || !registersRefusal(method, refused)) return
  const named = v.safeParse(inDossier, input)
  const dossier = named.success ? named.output.dossier : null
  const opening = dossier === null ? null : dossierOpening(session.held, dossier)
  const opened = v.safeParse(ofPreview, input)
  const bundle = opened.success ? session.previews.get(opened.output.preview) : null
  session.record(method, fileName ?? bundle?.fileName ?? dossierTitle(dossier, session.held), 'refused', refused.code, { stage: refused.stage, dossier, marking: opening?.marking ?? null })
}

const inDossier = v.object({ dossier: dossierIdSchema })
const ofPreview = v.object({ preview: v.string() })

interface NamedFiles extends FileGrants {
  /** Bare name of the first file that was read. */
  sourceName(): string | null
}

function namedFiles(files: FileGrants): NamedFiles {
  let name: string | null = null
  const isSource = (grant: FileGrant): boolean => v.is(sourceSchema, grant)
  return {
    redeem(grant) {
      const path = files.redeem(grant)
      if (path !== null && isSource(grant)) name ??= shownName(path)
      return path
    },
    issue: (kind, absolutePath) => files.issue(kind, absolutePath),
    sourceName: () => name,
  }
}

function checkedOutput<M extends Method>(method: M, value: Output<M>): Result<Output<M>, Refusal> {
  if (partsUpTo(value, MOST_CHECKED_PARTS) >= MOST_CHECKED_PARTS) return ok(value)
  const checked = v.safeParse(contract[method].output, value)
  if (!checked.success) return err(refusal('internal', { fault: 'output', at: method }))
  return ok(checked.output as Output<M>)
}

/** Counts values inside `value`, and stops counting at `most`. */
function partsUpTo(value: unknown, most: number): number {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return 1
  let parts = 1
  for (const item of Object.values(value)) {
    parts += partsUpTo(item, most - parts)
    if (parts >= most) return most
  }
  return parts
}
