/** What a handler may use. The composition root (entry.ts) makes it; tests make it from the same parts. */
import type { Delegation } from '../../../shared/base/delegations.ts'
import type { CborValue } from '../../../shared/base/cbor.ts'
import type { CircleId, DossierId, EventId, Hash, InstallationId } from '../../../shared/base/identifiers.ts'
import type { Clock, Hasher, Random, Signer, Verifier, VerifyAhead } from '../../../shared/base/ports.ts'
import type { Result } from '../../../shared/base/result.ts'
import type { CircleState } from '../../../shared/circle/roster.ts'
import type { DossierState } from '../../../shared/dossier/state.ts'
import type { Input, Method, Output } from '../../../shared/ipc/contract.ts'
import type { FileGrant, GrantKind } from '../../../shared/ipc/files.ts'
import type { PrintedPage } from '../../../shared/ipc/printedPage.ts'
import type { Progress } from '../../../shared/ipc/method.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { HealthFault } from '../../../shared/ipc/vaultHealth.ts'
import type { Me } from '../../../shared/ipc/vaultMethods.ts'
import type { VerifiedEvent } from '../../../shared/log/event.ts'
import type { KnownEvents, Placement } from '../../../shared/log/place.ts'
import type { KeyFileView, SealingIdentity, VaultSecret } from '../keys/index.ts'
import type { OwnKeys } from '../ownKeys.ts'
import type { RegisterStatement } from '../vault/registerEntry.ts'
import type { RegisterVerifier } from '../vault/registerTable.ts'
import type { Store } from '../vault/store.ts'
import type { Previews } from './bundlePreviews.ts'
import type { OpticalIntake } from './opticalIntake.ts'

/** One-use grants for files that the person chose in the host's dialog (or named on the command line). */
export interface FileGrants {
  /** Absolute path, once; null for a grant that is unknown or used up. */
  redeem(grant: FileGrant): string | null
  /** For a file that the engine wrote itself, so that the person need not choose it again. */
  issue(kind: GrantKind, absolutePath: string): FileGrant
}

export interface StoredEvent {
  readonly event: VerifiedEvent
  /** When this machine admitted or wrote it, by its own clock. */
  readonly admittedAtUtcMs: number
}

export interface FoldedDossier {
  readonly state: DossierState
  readonly circle: CircleState
  readonly events: readonly StoredEvent[]
  /** Hash over the canonical encoding of `state`: equal wherever the same events are held. */
  readonly stateHash: Hash
  /** Events that wait for ancestors. */
  readonly pending: number
}

/** What a line of the register says beyond what was done: the dossier, its marking, the stage of a refusal, and named facts. */
export type RegisterMore = Partial<Pick<RegisterStatement, 'dossier' | 'marking' | 'stage' | 'details'>>

/** The open vault, as handlers see it. Reads are folded and cached; writes are one transaction each. */
export interface Session {
  readonly me: Me
  circles(): readonly CircleState[]
  circle(id: CircleId): CircleState | null
  circleEvents(id: CircleId): readonly StoredEvent[]
  dossiers(): readonly FoldedDossier[]
  dossier(id: DossierId): FoldedDossier | null
  /** Composes, signs and stores one event of mine, and its register entry, in one transaction. */
  author(place: { circle: CircleId; dossier: DossierId | null }, type: string, body: CborValue): EventId
  /** One line in the register. `subject` names things as the person knows them; it is stored encrypted. */
  record(action: string, subject: string, result: 'done' | 'refused', code: string | null, more?: RegisterMore): void
  /** The same for the first time since the vault was opened, and nothing for any later time: `once` says what counts as the same. */
  recordOnce(once: string, action: string, subject: string, more: RegisterMore): void
  /** The exact signed bytes of my newest card. */
  readonly myCard: { readonly card: Uint8Array; readonly signature: Uint8Array }
  /** Signs under a domain label with the keys that the circle's roster names for me. */
  signerIn(circle: CircleId): Signer
  /** Under which name the circle knows me. */
  installationIn(circle: CircleId): InstallationId
  /** Also of an installation under which I am known by keys of before. */
  isMe(installation: InstallationId): boolean
}

export interface FormerSelf extends SealingIdentity {
  readonly installation: InstallationId
  readonly retiredAtUtcMs: number
}

/** What the handlers of cards, circles, bundles, register and settings have beyond a session. */
export interface VaultSession extends Session {
  /** The secret keys of this installation, old ones included. */
  readonly ownKeys: OwnKeys
  /** Who this vault was before it was restored, the first one first: bundles sealed to them still open. */
  readonly formers: readonly FormerSelf[]
  /** Why nothing is written any more; null while the vault is sound. */
  readonly readOnly: HealthFault | null
  /** The tables, for reading; writing goes through `transaction`. */
  readonly store: Store
  readonly previews: Previews
  /** What is being read from another screen. */
  readonly optical: OpticalIntake
  /** Whose signatures the register may bear. */
  readonly verifyRegistered: RegisterVerifier
  /** All or nothing, also in what this session remembers. Transactions nest. */
  transaction<T>(work: () => T): T
  /** Events of every log that this machine holds. */
  readonly held: HeldEvents
  /** Keeps what was placed: the admitted in their order, bodies that had been withheld, the waiting, and the forks. Inside a transaction. */
  admit(circle: CircleId, placed: Placement): void
  /** Takes away again what an import brought. Inside a transaction. */
  withdraw(withdrawn: Withdrawn): void
}

export interface Withdrawn {
  readonly events: ReadonlySet<EventId>
  /** Events that stay, without the body that had come. */
  readonly bodies: readonly EventId[]
}

/** What this machine holds, and in which place. */
export interface HeldEvents extends KnownEvents {
  get(id: EventId): StoredEvent | null
  /** Events that govern the circle, in the order of admission. */
  inCircle(circle: CircleId): readonly StoredEvent[]
  /** In the order of admission. */
  inDossier(dossier: DossierId): readonly StoredEvent[]
  dossiersOf(circle: CircleId): readonly DossierId[]
  /** The last event of each log in a circle (dossier null) or dossier. */
  tips(circle: CircleId, dossier: DossierId | null): ReadonlyMap<InstallationId, StoredEvent>
}

/** The vault as the handlers see it that work while it is closed. */
export interface VaultHolder {
  state(): 'absent' | 'locked' | 'open'
  session(): VaultSession | null
  create(owner: { readonly name: string; readonly delegation: Delegation }, opening: Opening): Promise<Result<Me, Refusal>>
  unlock(secret: VaultSecret): Promise<Result<Me, Refusal>>
  keys(): Result<KeyFileView, Refusal>
  /** Remembered until the next one is drawn: no other code is ever taken. */
  drawRecoveryCode(): string
  setRecoveryCode(current: VaultSecret, code: string): Result<null, Refusal>
  removeRecoveryCode(current: VaultSecret): Result<null, Refusal>
  changePassphrase(current: VaultSecret, next: VaultSecret): Result<null, Refusal>
  /** What a backup of the open vault is sealed with, and the key file that it carries; null while the vault is closed. */
  backupMaterial(): BackupMaterial | null
  /** Makes a vault from a backup and opens it. */
  restore(path: string, opening: RestoreOpening, how: Restoring): Promise<Result<Restored, Refusal>>
  /** Sets the new passphrase and opens the vault. */
  recover(code: string, next: VaultSecret): Promise<Result<Me, Refusal>>
}

export interface BackupMaterial {
  readonly key: Uint8Array
  /** `vault.key` as it is now. */
  readonly keyFile: Uint8Array
}

/** What opens a backup: the passphrase it was written with, or the recovery code, which sets a new one. */
export type RestoreOpening = { readonly secret: VaultSecret } | { readonly code: string; readonly next: VaultSecret }

export interface Restoring {
  /** Whether a vault that is there may be moved aside. */
  readonly replace: boolean
  readonly signal: AbortSignal
  readonly progress: HandlerContext['progress']
}

export type Restored = Output<'backup.restore'>

/** What will open a new vault. */
export interface Opening {
  readonly secret: VaultSecret
  /** As drawn; null where the person wants none. */
  readonly recoveryCode: string | null
}

/** What the host can do with a page of ours. */
export interface Printer {
  /** Null where it could not be made. */
  toPdf(page: PrintedPage): Promise<Uint8Array | null>
  /** Asks the person for the printer, in the machine's own dialog. */
  toPaper(page: PrintedPage): Promise<'done' | 'cancelled' | 'failed'>
}

export interface HandlerContext {
  readonly now: Clock
  readonly random: Random
  readonly hash: Hasher
  readonly verify: Verifier
  readonly verifyAhead: VerifyAhead
  readonly files: FileGrants
  /** Null on a host that has no way to print. */
  readonly print: Printer | null
  readonly progress: (progress: Progress) => void
  readonly signal: AbortSignal
}

/** A handler of a method that needs an open vault. */
export type Handler<M extends Method> = (input: Input<M>, session: Session, context: HandlerContext) => Promise<Result<Output<M>, Refusal>>
/** A handler that works without one. */
export type OpenHandler<M extends Method> = (input: Input<M>, context: HandlerContext) => Promise<Result<Output<M>, Refusal>>
/** A handler of cards, circles, bundles, register or settings. */
export type VaultHandler<M extends Method> = (input: Input<M>, session: VaultSession, context: HandlerContext) => Promise<Result<Output<M>, Refusal>>
/** A handler that opens or makes the vault. */
export type HolderHandler<M extends Method> = (input: Input<M>, context: HandlerContext, vault: VaultHolder) => Promise<Result<Output<M>, Refusal>>
