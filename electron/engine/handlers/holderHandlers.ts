/** The table of the contract for what works without an open vault, or on what opens it: each method and the handler that answers it. */
import type { Method } from '../../../shared/ipc/contract.ts'
import type { HolderHandler } from './context.ts'
import { vaultStatus } from './vaultStatus.ts'
import { vaultCreate } from './vaultCreate.ts'
import { vaultUnlock } from './vaultUnlock.ts'
import { vaultKeys } from './vaultKeys.ts'
import { vaultDrawRecoveryCode } from './vaultDrawRecoveryCode.ts'
import { vaultRemoveRecoveryCode } from './vaultRemoveRecoveryCode.ts'
import { vaultSetRecoveryCode } from './vaultSetRecoveryCode.ts'
import { vaultChangePassphrase } from './vaultChangePassphrase.ts'
import { vaultRecover } from './vaultRecover.ts'
import { passphraseEstimate } from './passphraseEstimate.ts'
import { keyFileMake } from './keyFileMake.ts'
import { backupRestore } from './backupRestore.ts'
import { backupWrite } from './backupWrite.ts'
import { textFileRead } from './textFileRead.ts'
import { textFileCompare } from './textFileCompare.ts'
import { textFileResolve } from './textFileResolve.ts'
import { textFileVerify } from './textFileVerify.ts'
import { textFileConsolidate } from './textFileConsolidate.ts'
import { silenceReadDeadline } from './silenceReadDeadline.ts'
import { certificateVerify } from './certificateVerify.ts'
import { evidenceVerify } from './evidenceVerify.ts'

const HOLDER_METHODS = [
  'vault.status', 'vault.create', 'vault.unlock', 'vault.keys', 'vault.drawRecoveryCode', 'vault.setRecoveryCode', 'vault.removeRecoveryCode', 'vault.changePassphrase', 'vault.recover',
  'backup.write', 'backup.restore',
  'passphrase.estimate', 'keyFile.make', 'silence.readDeadline', 'certificate.verify', 'evidence.verify',
  'textFile.read', 'textFile.compare', 'textFile.resolve', 'textFile.verify', 'textFile.consolidate',
] as const
/** Methods that work without an open vault (`needs: 'nothing'` in the contract), or on what opens it. */
export type HolderMethod = (typeof HOLDER_METHODS)[number]

export function isHolderMethod(method: Method): method is HolderMethod {
  return HOLDER_METHODS.some((name) => name === method)
}

export const holderHandlers: { readonly [M in HolderMethod]: HolderHandler<M> } = {
  'vault.status': vaultStatus,
  'vault.create': vaultCreate,
  'vault.unlock': vaultUnlock,
  'vault.keys': vaultKeys,
  'vault.drawRecoveryCode': vaultDrawRecoveryCode,
  'vault.setRecoveryCode': vaultSetRecoveryCode,
  'vault.removeRecoveryCode': vaultRemoveRecoveryCode,
  'vault.changePassphrase': vaultChangePassphrase,
  'vault.recover': vaultRecover,
  'backup.write': backupWrite,
  'backup.restore': backupRestore,
  'passphrase.estimate': passphraseEstimate,
  'keyFile.make': keyFileMake,
  'silence.readDeadline': silenceReadDeadline,
  'certificate.verify': certificateVerify,
  'evidence.verify': evidenceVerify,
  'textFile.read': textFileRead,
  'textFile.compare': textFileCompare,
  'textFile.resolve': textFileResolve,
  'textFile.verify': textFileVerify,
  'textFile.consolidate': textFileConsolidate,
}
