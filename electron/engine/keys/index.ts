/** What the rest of the engine may use of the keys. Call `ready()` once before anything else. */
export { ready } from './sodium.ts'
export { randomBytes } from './random.ts'
export { hasher, newHashing } from './hash.ts'
export { hashingAside } from './hashAside.ts'
export { verifier } from './signature.ts'
export { verifyAhead } from './verifyAside.ts'
export { equalInConstantTime } from './compare.ts'
export { wipe } from './wipe.ts'
export { createIdentity, encodeIdentity, parseIdentity, sealingIdentityOf, signerOf, withNewSealingKey, withoutSealingSecret, type Identity, type SealingIdentity } from './identity.ts'
export { sealerOf } from './sealBundle.ts'
export { CHUNK_SIZES, sealedBytes, type ChunkOpening, type ChunkSealing } from './chunkStream.ts'
export { backupKeyOf, openBackup, sealBackup } from './backupKey.ts'
export { BLOB_SIZES, blobFileBytes, openBlob, sealBlob, type BlobOpening, type BlobSealing } from './blob.ts'
export { openerOf } from './openBundle.ts'
export { CEILING_COST, DEFAULT_COST, FLOOR_COST, calibratedCost, deriveKek, type KdfCost } from './passphrase.ts'
export {
  KEY_FILE_BYTES, changePassphrase, composeKeyFile, forgetPreviousPassphrase, openKeyFile, removeRecoveryCode, replaceRecoveryCode, viewKeyFile,
  type KeyFileFault, type KeyFileView, type OpenedKeyFile, type SlotUse, type Wrapping,
} from './keyFile.ts'
export { passphraseSecret, recoverySecret, type VaultSecret } from './secret.ts'
export { RECOVERY_COST, drawRecoveryCode, parseRecoveryCode } from './recoveryCode.ts'
export { openNote, sealNote } from './sealedNote.ts'
export { subkeyOf, type SubkeyUse } from './subkeys.ts'
