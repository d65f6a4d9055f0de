import type { Result } from '../../../shared/base/result.ts'
import { CERTIFICATE_MAX_BYTES } from '../../../shared/silence/certificate.ts'
import { readFile } from './readFile.ts'
import type { SourceFault } from './sourceFile.ts'

/** The bytes of a certificate file, bounded; what they say is for shared/silence/certificate.ts to judge. */
export function readCertificate(path: string): Promise<Result<Uint8Array, SourceFault>> {
  return readFile(path, CERTIFICATE_MAX_BYTES)
}
