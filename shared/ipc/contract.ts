/**
 * Everything that a screen or the command line can ask of the engine: one entry per method, checked on both sides.
 * `needs` says what must be open; `codes` lists the refusals a caller must expect beyond the general ones.
 */
import type * as v from 'valibot'
import { vaultMethods } from './vaultMethods.ts'
import { backupMethods } from './backupMethods.ts'
import { registerMethods } from './registerMethods.ts'
import { circleMethods } from './circleMethods.ts'
import { dossierMethods } from './dossierMethods.ts'
import { attachmentMethods } from './attachmentMethods.ts'
import { textFileMethods } from './textFileMethods.ts'
import { textMethods } from './textMethods.ts'
import { negotiationMethods } from './negotiationMethods.ts'
import { silenceMethods } from './silenceMethods.ts'
import { certificateMethods } from './certificateMethods.ts'
import { reservationMethods } from './reservationMethods.ts'
import { reminderMethods } from './reminderMethods.ts'
import { exchangeMethods } from './exchangeMethods.ts'
import { opticalMethods } from './opticalMethods.ts'
import { toolboxMethods } from './toolboxMethods.ts'
import { formMethods } from './formMethods.ts'
import { searchMethods } from './searchMethods.ts'

export const contract = {
  ...vaultMethods, ...backupMethods, ...registerMethods, ...circleMethods, ...dossierMethods, ...toolboxMethods, ...attachmentMethods, ...textMethods, ...textFileMethods, ...negotiationMethods, ...silenceMethods, ...certificateMethods, ...reservationMethods, ...reminderMethods, ...exchangeMethods, ...opticalMethods, ...searchMethods, ...formMethods,
} as const

export type Method = keyof typeof contract
export type Input<M extends Method> = v.InferOutput<(typeof contract)[M]['input']>
export type Output<M extends Method> = v.InferOutput<(typeof contract)[M]['output']>

export function isMethod(name: string): name is Method {
  return Object.hasOwn(contract, name)
}
