/** Where a refusal is worth a line in the register: somebody was kept from something, or something bad was kept out. */
import type { Method } from '../../shared/ipc/contract.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'

/** What changes the vault, lets something in or out, or asks to be let in. */
const REGISTERED = /^(?:vault\.(?:changePassphrase|(?:set|remove)RecoveryCode)$|(?:backup|bundle|card|circle|keys|silence|reservation|certificate|text|dossier|exercise|register|attachment|release|evidence|settings|holiday|entry|note|indicators|catalogue|optical)\.)/
/** Looking something up keeps nobody from anything; a bundle that is shown as codes goes out. */
const LOOKED_UP = /^(?!optical\.show$).*\.(?:show|list|plan|history|hashes|missing|comments|provenance|carry|compare|consequences|profiles|readDeadline|consolidation|previewNext|forget|discard)$/
/** Refusals of everyday use, which would only bury the others. */
const EVERYDAY: readonly string[] = ['deadline-nonexistent', 'deadline-ambiguous', 'deadline-past', 'zone-unknown', 'nothing-to-send', 'no-recipients', 'preview-gone', 'target-exists', 'cancelled']

export function mayRegisterRefusal(method: Method): boolean {
  return REGISTERED.test(method) && !LOOKED_UP.test(method)
}

export function registersRefusal(method: Method, { code }: Refusal): boolean {
  return mayRegisterRefusal(method) && !EVERYDAY.includes(code)
}
