import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { hasher, ready, verifier } from '../../../electron/engine/keys/index.ts'
import { parseCardFile } from '../../../shared/circle/cardFile.ts'
import { parseSignedCard } from '../../../shared/circle/identity.ts'
import { parseCertificate, verifyCertificate, type CertifierCard } from '../../../shared/silence/certificate.ts'
import { encodeCertificateHtml } from '../../../shared/silence/certificateHtml.ts'

const FROZEN = join(import.meta.dirname, '..', '..', 'vectors', 'certificates')
beforeAll(ready)

function setter(): CertifierCard {
  const file = parseCardFile(readFileSync(join(FROZEN, 'setter.chcard')))
  const card = file.ok ? parseSignedCard(file.value, { hash: hasher, verify: verifier }) : file
  if (!card.ok) throw new Error(card.error)
  const { card: { name, delegation }, installation, signingKey } = card.value
  return { name, delegation, installation, signingKey }
}

test('a certificate of version 1 verifies as it did, and reads in full', () => {
  const bytes = new Uint8Array(readFileSync(join(FROZEN, 'version-1.chcert')))
  const verified = verifyCertificate(bytes, setter(), verifier)
  expect(verified).toMatchObject({ ok: true, value: { certificate: { v: 2, outcome: { broken: false }, responses: [{ kind: 'reservation', withdrawn: null }, { kind: 'objection', late: true }] } } })
  if (!verified.ok) return
  for (const words of ['Jana Nováková', 'Bank holiday', 'MT answered by telephone', 'late, without effect', 'parliamentary scrutiny']) expect(encodeCertificateHtml(verified.value.certificate)).toContain(words)
})

test('with one byte changed, wherever, it does not', () => {
  const bytes = new Uint8Array(readFileSync(join(FROZEN, 'version-1.chcert')))
  const card = setter()
  const undetected = Array.from(bytes.keys()).filter((at) => {
    const changed = bytes.slice()
    changed[at] = (changed[at] ?? 0) ^ (1 << (at % 8))
    return verifyCertificate(changed, card, verifier).ok
  })
  expect(undetected).toEqual([])
})

test('a version that nobody knows is not read', () => {
  const bytes = new Uint8Array(readFileSync(join(FROZEN, 'version-1.chcert')))
  const text = new TextDecoder('latin1').decode(bytes)
  const at = text.indexOf('av\u0001')
  expect(at).toBeGreaterThan(0)
  bytes[at + 2] = 3
  expect(parseCertificate(bytes)).toEqual({ ok: false, error: 'certificate-altered' })
})
