import { ok } from '../../../shared/base/result.ts'
import { passphraseStrength } from '../passphraseStrength.ts'
import type { OpenHandler } from './context.ts'

export const passphraseEstimate: OpenHandler<'passphrase.estimate'> = async ({ passphrase, about }) => ok(await passphraseStrength(passphrase, about))
