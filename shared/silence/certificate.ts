/**
 * The certificate file, extension `.chcert`:
 *
 *   MAGIC(8) || SIGNATURE(64) || CONTENT
 *   MAGIC     = "chcert" 0x00 0x01
 *   CONTENT   = deterministic CBOR of certificateSchema (version 2) or certificateV1Schema, to the end of the file
 *   SIGNATURE = Ed25519 over CERTIFICATE_LABEL || MAGIC || CONTENT, with the key of the card named in `signedWith`
 */
import * as v from 'valibot'
import { concat, equalBytes, utf8 } from '../base/bytes.ts'
import { decodeCbor, encodeCbor } from '../base/cbor.ts'
import type { Delegation } from '../base/delegations.ts'
import type { InstallationId } from '../base/identifiers.ts'
import type { Signer, SigningPublicKey, Verifier } from '../base/ports.ts'
import { err, ok, type Result } from '../base/result.ts'
import { certificateSchema, deadlineInForce, type Certificate, type CertificateResponse } from './certificateContent.ts'
import { deadlineAgrees } from './deadline.ts'
import { outcomeOf } from './outcome.ts'
import { certificateV1Schema, fromVersion1 } from './certificateV1.ts'
import { isBuiltIn, PROFILES } from './profiles.ts'
import { breakersOf, canBreak, profileFault, type CountedResponse } from './profile.ts'

export const CERTIFICATE_LABEL = 'chancery/certificate/v1/sig\0'
export const CERTIFICATE_MAX_BYTES = 4 * 1024 * 1024
const MAGIC = concat(utf8('chcert'), Uint8Array.of(0, 1))
const SIGNATURE_BYTES = 64
const CONTENT_AT = MAGIC.length + SIGNATURE_BYTES

/** The public half of the setter's identity: what its card says. */
export interface CertifierCard {
  readonly name: string
  readonly delegation: Delegation
  /** Its fingerprint. */
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
  const parsed = v.safeParse(v.variant('v', [certificateSchema, certificateV1Schema]), content.value)
  if (!parsed.success) return err('certificate-altered')
  return ok(parsed.output.v === 1 ? fromVersion1(parsed.output) : parsed.output)
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
  return certificate.signedWith === card.installation && by.delegation === card.delegation && by.name === card.name
}

/** Rules, outcome, words and times computed anew from the answers listed. */
function followsFromItsOwnRecord(certificate: Certificate): boolean {
  const { closed, extensions, forwardTo, outcome, profile, suspensions } = certificate
  const counted = certificate.responses.map(countedOf)
  if (!hasTheRulesOfItsKind(profile) || counted.some((one) => one.canBreak && !canBreak(profile, one.delegation, true))) return false
  const breakers = breakersOf(profile, counted)
  const expected = outcomeOf(profile, forwardTo, breakers, true)
  const { utcMs } = deadlineInForce(certificate)
  return (closed.claimedAtUtcMs >= utcMs || outcome.broken) && extensions.every((one) => one.claimedAtUtcMs < utcMs) && suspensions.every((one) => one.resumed !== null)
    && outcome.broken === expected.broken && outcome.words === expected.words && outcome.brokenBy.join() === breakers.join()
}

/** A kind that ships with the product cannot be given other rules; one of a circle is what the certificate says it is. */
function hasTheRulesOfItsKind({ id, ...rules }: Certificate['profile']): boolean {
  if (!isBuiltIn(id)) return profileFault(rules) === null
  const { id: _, ...own } = PROFILES[id]
  return equalBytes(encodeCbor(rules), encodeCbor(own))
}

function countedOf({ by, breaks, canBreak: can, kind, late, withdrawn }: CertificateResponse): CountedResponse {
  return { delegation: by.delegation, response: { kind, breaks }, late, canBreak: can, withdrawn: withdrawn !== null }
}

function checksOf(certificate: Certificate): string[] {
  const { certified: { by }, closed, outcome, profile, responses, served } = certificate
  const [late, back] = [responses.filter((one) => one.late).length, responses.filter((one) => one.withdrawn !== null).length]
  const early = closed.claimedAtUtcMs < deadlineInForce(certificate).utcMs
  return [
    `Signed by ${by.name} (${by.delegation}), whose card this is.`,
    'Not one byte differs from what was signed.',
    isBuiltIn(profile.id) ? `The rules are those of “${profile.name}”, word for word as published with this product.` : `The rules of “${profile.name}” are the circle’s own, and do not contradict themselves.`,
    early ? 'The intake was closed before the deadline, by the clock of the person who closed it: silence was broken already.' : 'The intake was closed after the deadline, by the clock of the person who closed it.',
    `Outcome and words follow from the ${responses.length === 1 ? 'one answer' : `${responses.length} answers`} listed${late > 0 ? `, of which ${late} late and without effect` : ''}${back > 0 ? `, of which ${back} withdrawn` : ''}.`,
    `${served.filter((row) => row.receiptAtUtcMs !== null).length} of ${served.length} delegations gave a receipt.`,
    outcome.broken ? `Silence was broken by ${outcome.brokenBy.join(', ')}.` : 'No answer that counts broke silence.',
  ]
}

function unconfirmed({ deadline, extensions, profile, responses, suspensions }: Certificate): string[] {
  const deadlines = [deadline, ...[...extensions, ...suspensions.flatMap((one) => one.resumed ?? [])].map((one) => one.deadline)]
  const ahead = responses.filter((one) => one.admittedAtUtcMs !== null && one.claimedAtUtcMs > one.admittedAtUtcMs)
  const contradicted = responses.filter((one) => one.clock.some((finding) => finding !== 'aheadOfAdmission'))
  return [
    ...(isBuiltIn(profile.id) ? [] : [`That the circle has a kind of procedure “${profile.name}” with these rules: only its own events show that.`]),
    ...deadlines.filter((one) => !deadlineAgrees(one)).map((one) => `That ${one.wallTime} in ${one.zone} is the instant that counted: the time zone rules of this machine say otherwise.`),
    ...ahead.map((one) => `The time of the answer of ${one.by.delegation}: its clock was ahead of the certifying machine’s, or that one was behind.`),
    ...contradicted.map((one) => `The time of the answer of ${one.by.delegation}: its own events contradict it.`),
  ]
}
