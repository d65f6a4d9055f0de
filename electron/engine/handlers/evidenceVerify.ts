import { err, ok } from '../../../shared/base/result.ts'
import { safetyWords } from '../../../shared/circle/identity.ts'
import { EVIDENCE_LIMIT_BYTES, parseEvidence } from '../../../shared/evidence/evidence.ts'
import { verifyEvidence } from '../../../shared/evidence/verify.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { readFile } from '../intake/readFile.ts'
import { bundleSignedMessage } from '../keys/index.ts'
import type { OpenHandler } from './context.ts'

/** Works without a vault: the file is all that is needed. */
export const evidenceVerify: OpenHandler<'evidence.verify'> = async ({ source }, context) => {
  const path = context.files.redeem(source)
  if (path === null) return err(refusal('file-missing'))
  const bytes = await readFile(path, EVIDENCE_LIMIT_BYTES)
  if (!bytes.ok) return err(refusal(bytes.error))
  const parsed = parseEvidence(bytes.value)
  if (!parsed.ok) return err(refusal(parsed.error, {}, 'container'))
  const proved = verifyEvidence(parsed.value, { hash: context.hash, verify: context.verify, signedMessage: bundleSignedMessage })
  if (!proved.ok) return err(refusal(proved.error, {}, 'signature'))
  const { about, claimedAtUtcMs, fromSeq, kind, saidBy, signatories, toSeq } = proved.value
  return ok({
    kind, about, saidBy, fromSeq, toSeq, claimedAtUtcMs,
    signatories: signatories.map(({ card, fingerprint, installation }) => ({
      installation, name: card.name, delegation: card.delegation, safetyWords: safetyWords(fingerprint), rotated: fingerprint !== installation,
    })),
  })
}
