/** Why a bundle is refused: the stage of the door, and a closed code. FORMAT.md section 6. */

export type BundleStage = 'limit' | 'container' | 'recipient' | 'header' | 'payload' | 'signature' | 'schema'
export type BundleCode =
  | 'file-too-large' | 'not-a-bundle' | 'bundle-newer' | 'bundle-not-for-you' | 'bundle-altered' | 'bundle-cut'
  | 'bundle-sender-unknown' | 'bundle-signature' | 'bundle-malformed'

export interface BundleFault {
  readonly stage: BundleStage
  readonly code: BundleCode
}

export function fault(stage: BundleStage, code: BundleCode): { readonly ok: false; readonly error: BundleFault } {
  return { ok: false, error: { stage, code } }
}
