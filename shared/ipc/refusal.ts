/** An expected refusal: a closed code, the stage of the door where there is one, and facts for the sentence. No secrets, no paths. */
import * as v from 'valibot'

/** Stages of the door, in order. A bundle, card, certificate or Word file is refused at the first that fails. */
export const STAGES = ['limit', 'container', 'recipient', 'header', 'payload', 'signature', 'schema', 'chain', 'policy'] as const
export type Stage = (typeof STAGES)[number]

export const REFUSAL_CODES = [
  // vault
  'vault-absent', 'vault-exists', 'vault-locked', 'vault-newer', 'vault-damaged', 'vault-busy', 'vault-read-only', 'passphrase-wrong', 'passphrase-weak', 'not-acknowledged',
  'attempt-too-soon', 'key-file-needed', 'key-file-empty', 'recovery-code-absent', 'recovery-code-mistyped', 'recovery-code-stale', 'recovery-code-wrong',
  // files
  'file-missing', 'file-unreadable', 'name-repeated', 'file-too-large', 'target-exists', 'write-failed', 'verify-failed', 'print-unavailable', 'copy-number-missing', 'print-cancelled', 'print-failed',
  // backups
  'not-a-backup', 'backup-newer', 'backup-cut', 'backup-altered', 'backup-malformed',
  // bundles
  'not-a-bundle', 'bundle-newer', 'bundle-not-for-you', 'bundle-altered', 'bundle-cut', 'bundle-sender-unknown', 'bundle-sender-suspended', 'bundle-signature', 'bundle-malformed',
  'bundle-already-imported', 'bundle-roster-behind', 'bundle-foreign-circle', 'bundle-chain', 'roster-conflict', 'preview-gone', 'nothing-to-send', 'no-recipients', 'not-originator', 'import-unknown', 'import-built-upon',
  'not-evidence', 'evidence-does-not-hold', 'evidence-unknown',
  // cards and circles
  'not-a-card', 'card-altered', 'card-known', 'card-unknown', 'safety-words-not-compared', 'circle-unknown', 'role-not-allowed', 'change-without-meaning',
  // dossiers and texts
  'dossier-unknown', 'text-unknown', 'revision-unknown', 'not-latest-revision', 'event-unknown', 'text-too-large', 'text-empty', 'docx-malformed', 'docx-has-changes', 'format-unknown',
  'amendment-misplaced', 'suggestion-open', 'suggestions-collide', 'suggestion-unknown', 'nothing-changed', 'thread-unknown', 'nothing-said',
  // case files
  'entry-withdrawn', 'evidence-withdrawn', 'refers-to-nothing', 'exercise-mixed', 'reason-needed', 'exercise-here', 'not-indicators', 'too-many-indicators', 'nothing-for-stix',
  // attachments
  'attachment-unknown', 'attachment-not-here', 'attachment-altered', 'clear-not-acknowledged', 'not-an-image', 'image-too-large',
  // pictures of codes
  'no-code-in-picture', 'optical-altered',
  // silence
  'deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'zone-unknown', 'deadline-too-short', 'procedure-unknown', 'procedure-ended', 'answers-uncounted', 'intake-before-deadline',
  'intake-open', 'not-setter', 'not-a-certificate', 'certificate-altered', 'certificate-signature', 'certificate-inconsistent', 'profile-unknown', 'profile-inconsistent',
  'procedure-suspended', 'procedure-not-suspended', 'procedure-running', 'answer-unknown', 'answer-of-another', 'answer-withdrawn', 'step-not-provided',
  'reservation-unknown', 'reservation-of-another', 'reservation-lifted', 'place-unknown',
  // the contract itself
  'input-malformed', 'method-unknown', 'cancelled', 'disk-full', 'internal',
] as const
export type RefusalCode = (typeof REFUSAL_CODES)[number]

export const refusalSchema = v.object({
  code: v.picklist(REFUSAL_CODES),
  stage: v.nullable(v.picklist(STAGES)),
  /** Facts that the sentence names, for example `delegation` or `readings`. */
  facts: v.record(v.string(), v.union([v.string(), v.number()])),
})
export type Refusal = v.InferOutput<typeof refusalSchema>

export function refusal(code: RefusalCode, facts: Refusal['facts'] = {}, stage: Stage | null = null): Refusal {
  return { code, stage, facts }
}
