/** What two machines compare to know that they see the same dossier: the hash of these bytes. */
import { encodeCbor } from '../base/cbor.ts'
import type { DossierState } from './state.ts'

/** Deterministic CBOR of the whole state. */
export function encodeState(state: DossierState): Uint8Array {
  return encodeCbor(state)
}
