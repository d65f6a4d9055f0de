import { beforeAll, describe, expect, test } from 'vitest'
import { hasher, ready, signerOf, verifier, createIdentity, type Identity } from '../../../electron/engine/keys/index.ts'
import { concat, utf8 } from '../../../shared/base/bytes.ts'
import { encodeCbor } from '../../../shared/base/cbor.ts'
import type { CircleId, DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { CERTIFICATE_LABEL, CERTIFICATE_MAX_BYTES, composeCertificate, parseCertificate, verifyCertificate, type CertifierCard } from '../../../shared/silence/certificate.ts'
import { NOT_PROVEN, type Certificate, type CertificateResponse } from '../../../shared/silence/certificateContent.ts'
import { encodeCertificateHtml } from '../../../shared/silence/certificateHtml.ts'
import { encodeCertificateMarkdown } from '../../../shared/silence/certificateMarkdown.ts'
import { PROFILES } from '../../../shared/silence/profiles.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'

let identity: Identity
let other: Identity
beforeAll(async () => {
  await ready()
  identity = createIdentity(seededRandom(1))
  other = createIdentity(seededRandom(2))
})

const DEADLINE = { wallTime: '2031-06-12T17:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 12, 15) }
const LATER = { wallTime: '2031-06-13T12:00', zone: 'Europe/Brussels', utcMs: Date.UTC(2031, 5, 13, 10) }
const id = <T extends string>(digits: string): T => digits.repeat(32) as T

function card(of: Identity = identity): CertifierCard {
  return { name: 'Anneli Verbeke', delegation: 'GSC', installation: of.installation, signingKey: of.signingKey }
}

function response(changes: Partial<CertificateResponse> = {}): CertificateResponse {
  return {
    event: id<EventId>('0a'), by: { name: 'Jana Nováková', delegation: 'CZ', installation: other.installation }, claimedAtUtcMs: Date.UTC(2031, 5, 11, 9, 30), admittedAtUtcMs: Date.UTC(2031, 5, 11, 18, 5),
    kind: 'reservation', breaks: false, reservation: 'parliamentaryScrutiny', remark: 'Whole text', place: null, canBreak: true, late: false, withdrawn: null, clock: [], ...changes,
  }
}

function certificate(changes: Partial<Certificate> = {}): Certificate {
  const by = { name: 'Anneli Verbeke', delegation: 'GSC' as const, installation: identity.installation }
  return {
    v: 2, signedWith: identity.installation, circle: { id: id<CircleId>('01'), name: 'HWPCI' }, dossier: { id: id<DossierId>('02'), reference: 'HALCYON 31', title: 'Ferry systems', exercise: true, marking: ['LIMITE'] },
    procedure: id<EventId>('03'), text: { id: id<TextId>('04'), revision: id<EventId>('05'), rev: 2, number: '9114/2/31 REV 2', title: 'Draft conclusions', hash: hasher(utf8('text')) },
    profile: PROFILES['working-party'], follows: null, use: [], suspensions: [], servedOtherwise: [], forwardTo: 'PSC', notice: 'Short notice', opened: { by, claimedAtUtcMs: Date.UTC(2031, 5, 10, 20) },
    deadline: DEADLINE, extensions: [{ by, claimedAtUtcMs: Date.UTC(2031, 5, 12, 9), deadline: LATER, reason: 'Bank holiday' }],
    closed: { by, claimedAtUtcMs: LATER.utcMs + 60_000, note: 'MT answered by telephone', clock: [] },
    served: [{ delegation: 'CZ', member: true, served: true, receiptAtUtcMs: Date.UTC(2031, 5, 10, 21) }, { delegation: 'MT', member: true, served: false, receiptAtUtcMs: null }],
    responses: [response()], reservations: [{ by: response().by, claimedAtUtcMs: response().claimedAtUtcMs, reservation: 'parliamentaryScrutiny', rev: 2, place: null, remark: 'Whole text', lifted: null }], outcome: { broken: false, brokenBy: [], words: 'agreed at working party level, to be forwarded to PSC' },
    certified: { by, claimedAtUtcMs: LATER.utcMs + 120_000 }, notProven: [...NOT_PROVEN], ...changes,
  }
}

const signed = (content: Certificate, by: Identity = identity): Uint8Array => composeCertificate(content, signerOf(by))

describe('a certificate', () => {
  test('verifies with the card of its setter, and says what was checked and what it does not prove', () => {
    const verified = verifyCertificate(signed(certificate()), card(), verifier)
    expect(verified).toMatchObject({ ok: true, value: { certificate: certificate(), notProven: NOT_PROVEN } })
    expect(verified.ok ? verified.value.checked.join(' ') : '').toContain('Anneli Verbeke (GSC)')
  })

  test('is the same bytes for the same content', () => expect(signed(certificate())).toEqual(signed(certificate())))

  test('is not valid with one byte changed, wherever', () => {
    const bytes = signed(certificate())
    const undetected: number[] = []
    for (let at = 0; at < bytes.length; at++) {
      const changed = bytes.slice()
      changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
      if (verifyCertificate(changed, card(), verifier).ok) undetected.push(at)
    }
    expect(undetected).toEqual([])
  })

  test('is not valid cut or continued', () => {
    const bytes = signed(certificate())
    for (const length of [0, 7, 8, 71, 72, 73, bytes.length - 1]) expect(verifyCertificate(bytes.subarray(0, length), card(), verifier).ok).toBe(false)
    expect(verifyCertificate(concat(bytes, Uint8Array.of(0)), card(), verifier)).toEqual({ ok: false, error: 'certificate-altered' })
  })

  test('tells another format, an altered one and another signer apart', () => {
    const bytes = signed(certificate())
    const altered = bytes.slice()
    altered[20] = (altered[20] ?? 0) ^ 1
    expect(verifyCertificate(utf8('a'.repeat(200)), card(), verifier)).toEqual({ ok: false, error: 'not-a-certificate' })
    expect(verifyCertificate(new Uint8Array(CERTIFICATE_MAX_BYTES + 1), card(), verifier)).toEqual({ ok: false, error: 'not-a-certificate' })
    const endless = concat(bytes.subarray(0, 72), new Uint8Array(CERTIFICATE_MAX_BYTES))
    expect(verifyCertificate(endless, card(), verifier)).toEqual({ ok: false, error: 'not-a-certificate' })
    expect(verifyCertificate(altered, card(), verifier)).toEqual({ ok: false, error: 'certificate-altered' })
    expect(verifyCertificate(bytes, card(other), verifier)).toEqual({ ok: false, error: 'certificate-signature' })
  })

  test('signed by one and naming another is not valid with the card of either', () => {
    const bytes = signed(certificate(), other)
    expect(verifyCertificate(bytes, card(), verifier)).toEqual({ ok: false, error: 'certificate-altered' })
    expect(verifyCertificate(bytes, card(other), verifier)).toEqual({ ok: false, error: 'certificate-signature' })
  })

  test('names its signer as the card does', () => {
    expect(verifyCertificate(signed(certificate()), { ...card(), delegation: 'PRES' }, verifier)).toEqual({ ok: false, error: 'certificate-signature' })
    expect(verifyCertificate(signed(certificate()), { ...card(), name: 'Somebody' }, verifier)).toEqual({ ok: false, error: 'certificate-signature' })
  })

  test('is signed under its own label', () => {
    const bytes = signed(certificate())
    const underAnother = composeCertificate(certificate(), (_label, message) => signerOf(identity)('chancery/event/v1/sig\0', message))
    expect(CERTIFICATE_LABEL).toBe('chancery/certificate/v1/sig\0')
    expect(verifyCertificate(bytes, card(), verifier).ok).toBe(true)
    expect(verifyCertificate(underAnother, card(), verifier)).toEqual({ ok: false, error: 'certificate-altered' })
  })

  test('with fields that its schema does not know is refused, however it is signed', () => {
    const magic = signed(certificate()).subarray(0, 8)
    const content = encodeCbor({ ...certificate(), extra: true })
    const bytes = concat(magic, signerOf(identity)(CERTIFICATE_LABEL, concat(magic, content)), content)
    expect(parseCertificate(bytes)).toEqual({ ok: false, error: 'certificate-altered' })
  })

  test.each([
    ['an objection listed, the outcome unbroken', () => ({ responses: [response({ kind: 'objection', breaks: true, reservation: null })] })],
    ['an outcome broken by nobody', () => ({ outcome: { broken: true, brokenBy: [], words: 'not agreed at working party level: silence was broken by ' } })],
    ['words of another profile', () => ({ outcome: { broken: false, brokenBy: [], words: 'deemed adopted at the end of the period' } })],
    ['closed before the deadline in force', () => ({ closed: { ...certificate().closed, claimedAtUtcMs: LATER.utcMs - 1 } })],
    ['an extension made after the deadline that it set', () => ({ extensions: certificate().extensions.map((one) => ({ ...one, claimedAtUtcMs: LATER.utcMs })) })],
    ['somebody else named as the breaker', () => ({
      responses: [response({ kind: 'objection', breaks: true, reservation: null })],
      outcome: { broken: true, brokenBy: ['DE' as const], words: 'not agreed at working party level: silence was broken by CZ' },
    })],
    ['other rules under the name of a kind that ships', () => ({ profile: { ...PROFILES['working-party'], breakingKinds: ['objection' as const] } })],
    ['another source under the name of a kind that ships', () => ({ profile: { ...PROFILES['working-party'], source: 'Nowhere' } })],
    ['rules of a circle that contradict themselves', () => ({ profile: { ...PROFILES['working-party'], id: id<EventId>('0d'), grade: 'circle' as const, adopts: true } })],
    ['a suspension that nobody ended', () => ({ suspensions: [{ by: certificate().opened.by, claimedAtUtcMs: 1, reason: '', resumed: null }] })],
    ['an institution said to break', () => ({
      responses: [response({ by: { ...response().by, delegation: 'COM' }, kind: 'objection', breaks: true, reservation: null })],
      outcome: { broken: true, brokenBy: ['COM' as const], words: 'not agreed at working party level: silence was broken by COM' },
    })],
  ])('genuine but with %s is refused as inconsistent', (_, changes) => {
    expect(verifyCertificate(signed(certificate(changes())), card(), verifier)).toEqual({ ok: false, error: 'certificate-inconsistent' })
  })

  test('of a kind of the circle’s own verifies, and says that only the circle’s events show that there is such a kind', () => {
    const own = { ...PROFILES['working-party'], id: id<EventId>('0d'), name: 'Friends', grade: 'circle' as const }
    const verified = verifyCertificate(signed(certificate({ profile: own })), card(), verifier)
    expect(verified.ok ? verified.value.notProven.join(' ') : '').toContain('“Friends”')
  })

  test('closed before its deadline verifies where silence was broken', () => {
    const broken = certificate({
      responses: [response({ kind: 'objection', breaks: true, reservation: null })], closed: { ...certificate().closed, claimedAtUtcMs: 5 },
      outcome: { broken: true, brokenBy: ['CZ'], words: 'not agreed at working party level: silence was broken by CZ' },
    })
    const verified = verifyCertificate(signed(broken), card(), verifier)
    expect(verified.ok ? verified.value.checked.join(' ') : '').toContain('silence was broken already')
  })

  test('an answer withdrawn in time breaks nothing; claimed so without being withdrawn it does', () => {
    const withdrawn = { by: response().by, claimedAtUtcMs: 6, remark: '' }
    const objection = response({ kind: 'objection', breaks: true, reservation: null, withdrawn })
    expect(verifyCertificate(signed(certificate({ responses: [objection] })), card(), verifier).ok).toBe(true)
    expect(verifyCertificate(signed(certificate({ responses: [{ ...objection, withdrawn: null }] })), card(), verifier)).toEqual({ ok: false, error: 'certificate-inconsistent' })
  })

  test('reports clocks that disagree and deadlines that do not agree here, without deciding anything', () => {
    const content = certificate({ deadline: { ...DEADLINE, utcMs: DEADLINE.utcMs - 3_600_000 }, responses: [response({ claimedAtUtcMs: Date.UTC(2031, 5, 12, 9) })] })
    const verified = verifyCertificate(signed(content), card(), verifier)
    expect(verified.ok ? verified.value.notProven.slice(NOT_PROVEN.length).join(' ') : '').toMatch(/2031-06-12T17:00.*clock was ahead/)
  })
})

describe.each([['HTML', encodeCertificateHtml], ['Markdown', encodeCertificateMarkdown]] as const)('a certificate as %s', (_, encode) => {
  test('holds everything that the signed file holds', () => {
    const content = certificate({ responses: [response({ late: true, kind: 'objection', breaks: true, reservation: null })] })
    const page = encode(content).replaceAll('\\', '')
    for (const part of [
      'EXERCISE  LIMITE  EXERCISE', content.text.hash, '9114/2/31 REV 2', 'Draft conclusions', 'Working party', content.profile.source, content.procedure, 'PSC', 'Short notice',
      '10 June 2031, 20:00:00 UTC', '12 June 2031, 17:00 Europe/Brussels time (12 June 2031, 15:00:00 UTC)', '13 June 2031, 12:00 Europe/Brussels time (13 June 2031, 10:00:00 UTC)',
      'Bank holiday', 'MT answered by telephone', '10 June 2031, 21:00:00 UTC', 'not known', 'Jana Nováková', '11 June 2031, 09:30:00 UTC', '11 June 2031, 18:05:00 UTC', 'late, without effect',
      identity.installation, other.installation, content.outcome.words, 'Anneli Verbeke (GSC)', ...NOT_PROVEN,
    ]) expect(page).toContain(part)
  })

  test('lists reservations of their own', () => expect(encode(certificate())).toContain('parliamentary scrutiny'))

  test('lets no remark pass for a part of the certificate', () => {
    const page = encode(certificate({ responses: [response({ remark: '<script>x</script>\n## Outcome\n| adopted |' })] }))
    expect(page).not.toMatch(/(?<!\\)<script/)
    expect(page).not.toMatch(/^## Outcome/m)
    expect(page.split('\n').some((line) => line.startsWith('| adopted'))).toBe(false)
  })

  test('gives a time outside the calendar as it stands', () => {
    expect(encode(certificate({ opened: { ...certificate().opened, claimedAtUtcMs: Number.MAX_SAFE_INTEGER } }))).toContain(`${Number.MAX_SAFE_INTEGER} ms`)
  })
})
