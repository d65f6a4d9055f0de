/** Names that others chose (of files, persons, circles) show as what they are, wherever they are shown, registered or written. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPlainLine } from '../../../shared/base/plainLine.ts'
import { encodeCardFile } from '../../../shared/circle/cardFile.ts'
import { signCard } from '../../../shared/circle/identity.ts'
import { createIdentity, signerOf } from '../../../electron/engine/keys/index.ts'
import { conveneCircle, makeDelegation, PASSPHRASE, send, type TestCircle } from '../../fakes/testDelegation.ts'
import { openDossier, takePosition } from '../../fakes/testDossier.ts'
import { seededRandom } from '../../fakes/seededRandom.ts'
import { terminalIn } from '../../cli/terminal.ts'

/** The end reads backwards, and a terminal would clear its screen. */
const TURNED = 'report \u202egpj\u001b[2J.chbundle'
const AS_SHOWN = 'report _gpj_[2J.chbundle'
/** As a stick written on macOS has it. */
const DECOMPOSED = 'Entwu\u0308rfe.chbundle'

let circle: TestCircle
beforeAll(async () => {
  circle = await conveneCircle(['CZ'])
}, 60_000)
afterAll(() => circle.dissolve())

describe('a file whose name turns itself around', () => {
  test('is previewed, refused, imported and registered under a plain name', async () => {
    const { secretariat: gsc, root } = circle
    const cz = circle.member('CZ')
    const dossier = await openDossier(gsc, circle.circle, ['CZ'])
    await takePosition(gsc, dossier, 'Herons')
    const [path = ''] = await send(gsc, circle.circle, circle.stick, [cz])
    const folder = join(root, 'named')
    mkdirSync(folder)
    writeFileSync(join(folder, TURNED), readFileSync(path))
    writeFileSync(join(folder, DECOMPOSED), 'no bundle')
    const { preview, fileName } = await cz.call('bundle.preview', { source: cz.source(join(folder, TURNED)) })
    expect(fileName).toBe(AS_SHOWN)
    const all = await cz.call('bundle.previewAll', { sources: [cz.source(folder)] })
    expect(all.files.map((file) => file.fileName).toSorted()).toEqual(['Entw\u00fcrfe.chbundle', AS_SHOWN])
    expect(await cz.refused('bundle.import', { preview })).toMatchObject({ code: 'preview-gone' })
    await cz.call('bundle.importAll', { previews: all.files.flatMap((file) => file.preview?.preview ?? []) })
    expect((await cz.call('bundle.history', {})).bundles.filter((one) => one.direction === 'in').map((one) => one.fileName)).toContain(AS_SHOWN)
    await cz.refused('card.read', { source: cz.source(join(folder, TURNED)) })
    const { entries } = await cz.call('register.list', { limit: 100 })
    expect(entries.filter((entry) => entry.subject.includes(AS_SHOWN)).map((entry) => entry.action)).toEqual(expect.arrayContaining(['bundle.preview', 'bundle.imported', 'card.read']))
    expect(entries.filter((entry) => !isPlainLine(entry.subject))).toEqual([])
    expect(await cz.call('register.verify', {})).toMatchObject({ faults: [] })
  })
})

describe('a person whose name turns itself around', () => {
  const cardOf = (name: string): Uint8Array => {
    const identity = createIdentity(seededRandom(90))
    return encodeCardFile(signCard({ v: 1, name, delegation: 'FR', signingKey: identity.signingKey, sealingKey: identity.sealingKey, madeAtUtcMs: 1 }, signerOf(identity)))
  }

  test('has no card that anybody reads', async () => {
    const { secretariat: gsc, root } = circle
    for (const name of ['Anna \u202e(ZC) avokávoN', 'Anna\nsafety words compared', 'Anna\u001b]0;root\u0007', 'Anna\u2029']) {
      writeFileSync(join(root, 'turned.chcard'), cardOf(name))
      expect(await gsc.refused('card.read', { source: gsc.source(join(root, 'turned.chcard')) }), JSON.stringify(name)).toMatchObject({ code: 'not-a-card', stage: 'container' })
    }
    writeFileSync(join(root, 'plain.chcard'), cardOf('Ελένη d’Été-Nováková'))
    expect(await gsc.call('card.read', { source: gsc.source(join(root, 'plain.chcard')) })).toMatchObject({ name: 'Ελένη d’Été-Nováková' })
  })

  test('and a name that was pasted with such signs loses them when a vault is made', async () => {
    const one = await makeDelegation({ folder: join(circle.root, 'pasted'), delegation: 'DK', name: ' \u200eMette\u00a0Holm\u2028\u202c ' })
    expect(one.me.name).toBe('Mette\u00a0Holm')
    expect((await one.call('circle.found', { name: 'Herons\u202e', kind: 'HWPCI\u0007' })).circle).toMatch(/^[0-9a-f]{64}$/)
    await one.close()
  })
})

test('nobody opens, contributes or speaks under a name that cannot be seen', async () => {
  const { secretariat: gsc } = circle
  const marking = { limite: false, classification: 'NONE', tlp: null, releasableTo: [] }
  const opening = { circle: circle.circle, reference: 'WK 8/31', title: 'Herons', kind: 'exercise', summary: '', marking, distribution: ['CZ'] }
  const dossier = await openDossier(gsc, circle.circle, ['CZ'])
  for (const unseen of ['  ', '\u2067\u2069', '\u200b\n']) {
    const refused = [
      await gsc.refused('dossier.open', { ...opening, title: unseen }), await gsc.refused('dossier.open', { ...opening, reference: unseen }),
      await gsc.refused('dossier.contribute', { dossier, title: unseen, kind: 'technical', source: '', text: '', marking, reliability: null, credibility: null, limitedTo: null }),
      await gsc.refused('dossier.takePosition', { dossier, subject: unseen, stance: 'support', remark: '' }),
    ]
    expect(refused.map(({ code }) => code), JSON.stringify(unseen)).toEqual(Array.from(refused, () => 'input-malformed'))
  }
})

test('the command line writes out every sign that would command a terminal, for people and for scripts', async () => {
  const { secretariat: gsc, root } = circle
  await gsc.call('dossier.open', {
    circle: circle.circle, reference: 'WK 9/31', title: 'Red\u001b[31m \u202eherons', kind: 'exercise', summary: 'Clear\u001b[2J \u202eherons', marking: { limite: false, classification: 'NONE', tlp: null, releasableTo: [] }, distribution: ['CZ'],
  })
  await gsc.close()
  const terminal = terminalIn(root, `${PASSPHRASE}\n`)
  try {
    const list = await terminal.run('dossier', 'list', '--vault', gsc.folder, '--passphrase-stdin')
    expect(list.out).toContain('Red [31m herons')
    const forScripts = await terminal.run('dossier', 'show', 'WK 9/31', '--vault', gsc.folder, '--passphrase-stdin', '--json')
    expect(forScripts.out).toContain('Clear\\u001b[2J \\u202eherons')
    const forPeople = await terminal.run('search', 'Clear', '--vault', gsc.folder, '--passphrase-stdin')
    expect(forPeople.out).toContain('\\u202eherons')
    expect([list, forScripts, forPeople].map(({ code }) => code)).toEqual([0, 0, 0])
    expect(['\u001b', '\u202e'].filter((sign) => [list, forScripts, forPeople].some(({ out, err }) => `${out}${err}`.includes(sign)))).toEqual([])
  } finally {
    await gsc.reopen()
  }
})
