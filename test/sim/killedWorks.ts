/** Everything that is killed at random moments. To join: one entry here, and its kills in the table of killNine.test.ts. */
import { attachments } from './killed/attachments.ts'
import { backingUp } from './killed/backingUp.ts'
import { bundleImporting } from './killed/bundleImporting.ts'
import { bundleWriting } from './killed/bundleWriting.ts'
import { migrating } from './killed/migrating.ts'
import { passphraseChanging } from './killed/passphraseChanging.ts'
import { restoring } from './killed/restoring.ts'
import { vaultMaking } from './killed/vaultMaking.ts'
import { vaultMakingWithPassphrase } from './killed/vaultMakingWithPassphrase.ts'
import { writing } from './killed/writing.ts'
import type { KilledWork } from './killedWork.ts'

export const killedWorks: readonly KilledWork[] = [writing, bundleImporting, bundleWriting, vaultMaking, vaultMakingWithPassphrase, migrating, attachments, passphraseChanging, backingUp, restoring]
