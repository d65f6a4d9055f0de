/**
 * The certificate file, extension `.chcert`:
 *
 *   MAGIC(8) || SIGNATURE(64) || CONTENT
 *   MAGIC     = "chcert" 0x00 0x01
 *   CONTENT   = deterministic CBOR of certificateSchema, to the end of the file
 *   SIGNATURE = Ed25519 over CERTIFICATE_LABEL || MAGIC || CONTENT, by the installation named in `certified.by`
 */
import * as v from 'valibot'
import { concat, equalBytes, utf8 } from '../base/bytes.ts'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import type { Delegation } from '../base/delegations.ts'
import type { InstallationId } from '../base/identifiers.ts'
import type { Signer, SigningPublicKey, Verifier } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { certificateSchema, deadlineInForce, type Certificate } from './certificateContent.ts'
import { deadlineAgrees } from './deadline.ts'
import { outcomeOf } from './outcome.ts'
import { PROFILES, breakersOf, canBreak } from './profiles.ts'

export const CERTIFICATE_LABEL = 'chancery/certificate/v1/sig\0'
export const CERTIFICATE_MAX_BYTES = 4 * 1024 * 1024
const MAGIC = concat(utf8('chcert'), Uint8Array.of(0, 1))
const SIGNATURE_BYTES = 64
const CONTENT_AT = MAGIC.length + SIGNATURE_BYTES

/** The public half of the setter's identity: what its card says. */
export interface CertifierCard {
  readonly name: string
  readonly delegation: Delegation
  readonly installation: InstallationId
  readonly signingKey: SigningPublicKey
}

/**
 * `not-a-certificate`: not this format. `certificate-altered`: not what was signed. `certificate-signature`: signed by somebody else than
 * the owner of the card. `certificate-inconsistent`: genuine, but what it concludes does not follow from what it lists.
 */
export type CertificateFault = 'not-a-certificate' | 'certificate-altered' | 'certificate-signature' | 'certificate-inconsistent'

export interface CheckedCertificate {
  readonly certificate: Certificate
  /** Each thing that was checked and holds, in plain words. */
  readonly checked: readonly string[]
  /** What the certificate says it cannot prove, and what could not be confirmed here. */
  readonly notProven: readonly string[]
}

/** Throws on content over the limits of its own schema: it comes from a folded dossier, where everything is bounded. */
export function composeCertificate(certificate: Certificate, sign: Signer): Uint8Array {
  const content = encodeCbor(v.parse(certificateSchema, certificate))
  const bytes = concat(MAGIC, sign(CERTIFICATE_LABEL, concat(MAGIC, content)), content)
  if (bytes.length > CERTIFICATE_MAX_BYTES) throw new Error('certificate over the limit')
  return bytes
}

/** Reads what the file says; says nothing about who signed it. */
export function parseCertificate(bytes: Uint8Array): Result<Certificate, 'not-a-certificate' | 'certificate-altered'> {
  if (bytes.length < CONTENT_AT || bytes.length > CERTIFICATE_MAX_BYTES) return err('not-a-certificate')
  if (!equalBytes(bytes.subarray(0, MAGIC.length), MAGIC)) return err('not-a-certificate')
  const content = decodeCbor(bytes.subarray(CONTENT_AT))
  if (!content.ok) return err('certificate-altered')
  const parsed = v.safeParse(certificateSchema, content.value)
  return parsed.success ? ok(parsed.output) : err('certificate-altered')
}

export function verifyCertificate(bytes: Uint8Array, card: CertifierCard, verify: Verifier): Result<CheckedCertificate, CertificateFault> {
  const parsed = parseCertificate(bytes)
  if (!parsed.ok) return parsed
  const certificate = parsed.value
  const signed = concat(MAGIC, bytes.subarray(CONTENT_AT))
  const genuine = verify(card.signingKey, CERTIFICATE_LABEL, signed, bytes.subarray(MAGIC.length, CONTENT_AT))
  if (!genuine) return err(isBy(certificate, card) ? 'certificate-altered' : 'certificate-signature')
  if (!isBy(certificate, card)) return err('certificate-signature')
  if (!followsFromItsOwnRecord(certificate)) return err('certificate-inconsistent')
  return ok({ certificate, checked: checksOf(certificate), notProven: [...certificate.notProven, ...unconfirmed(certificate)] })
}

function isBy(certificate: Certificate, card: CertifierCard): boolean {
  const { by } = certificate.certified
  return by.installation === card.installation && by.delegation === card.delegation && by.name === card.name
}

/** Outcome, words and times computed anew from the answers listed. */
function followsFromItsOwnRecord(certificate: Certificate): boolean {
  const { closed, extensions, forwardTo, outcome, responses } = certificate
  const profile = PROFILES[certificate.profile.id]
  const counted = responses.map(({ by, kind, breaks, late, canBreak: can }) => ({ delegation: by.delegation, response: { kind, breaks }, late, canBreak: can }))
  if (counted.some((one) => one.canBreak && !canBreak(one.delegation, true))) return false
  const breakers = breakersOf(profile, counted)
  const expected = outcomeOf(profile, forwardTo, breakers, true)
  return closed.claimedAtUtcMs >= deadlineInForce(certificate).utcMs
    && extensions.every((one) => one.claimedAtUtcMs < deadlineInForce(certificate).utcMs)
    && outcome.broken === expected.broken && outcome.words === expected.words && outcome.brokenBy.join() === breakers.join()
}

function checksOf(certificate: Certificate): string[] {
  const { by } = certificate.certified
  const { responses, served } = certificate
  const late = responses.filter((one) => one.late).length
  return [
    `Signed by ${by.name} (${by.delegation}), whose card this is.`,
    'Not one byte differs from what was signed.',
    'The intake was closed after the deadline, by the clock of the person who closed it.',
    `Outcome and words follow from the ${responses.length} answers listed${late > 0 ? `, of which ${late} late and without effect` : ''}.`,
    `${served.filter((row) => row.receiptAtUtcMs !== null).length} of ${served.length} delegations gave a receipt.`,
  ]
}

function unconfirmed({ deadline, extensions, responses }: Certificate): string[] {
  const deadlines = [deadline, ...extensions.map((one) => one.deadline)]
  const ahead = responses.filter((one) => one.admittedAtUtcMs !== null && one.claimedAtUtcMs > one.admittedAtUtcMs)
  return [
    ...deadlines.filter((one) => !deadlineAgrees(one)).map((one) => `That ${one.wallTime} in ${one.zone} is the instant that counted: the time zone rules of this machine say otherwise.`),
    ...ahead.map((one) => `The time of the answer of ${one.by.delegation}: its clock was ahead of the certifying machine’s, or that one was behind.`),
  ]
}
