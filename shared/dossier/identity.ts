/**
 * The identifier of a dossier names its circle and its opener, so that nobody else can sign an opening for it and no other circle can
 * take it over. log/FORMAT.md section 5a.
 */
import { concat, fromHex, utf8 } from '../base/bytes.ts'
import type { CircleId, DossierId, InstallationId } from '../base/identifiers.ts'
import type { Hasher } from '../base/ports.ts'

export const DOSSIER_LABEL = 'chancery/dossier/v1/id\0'
export const DOSSIER_NONCE_BYTES = 16

export interface Opener {
  readonly circle: CircleId
  readonly log: InstallationId
  /** Random; tells the dossiers of one opener apart. */
  readonly nonce: Uint8Array
}

export function dossierIdOf({ circle, log, nonce }: Opener, hash: Hasher): DossierId {
  const digits: string = hash(concat(utf8(DOSSIER_LABEL), fromHex(circle), fromHex(log), nonce))
  return digits as DossierId
}
