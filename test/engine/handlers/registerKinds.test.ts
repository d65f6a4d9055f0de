/** Everything that a register has to hold, kind by kind: done once, it has a line of its own, in its group and in words. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEngine } from '../../../electron/engine/entry.ts'
import type { CircleId, DossierId, EventId, TextId } from '../../../shared/base/identifiers.ts'
import { mayRegisterRefusal } from '../../../electron/engine/registeredRefusals.ts'
import { contract, type Method } from '../../../shared/ipc/contract.ts'
import { registerActionWords, type RegisterGroup } from '../../../shared/ipc/registerActions.ts'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { admit, cardOf, makeDelegation, PASSPHRASE, receive, send, temporaryFolder, trust, type TestDelegation } from '../../fakes/testDelegation.ts'
import { fixedClock } from '../../fakes/fixedClock.ts'

const MARKING = { limite: true, classification: 'NONE', tlp: 'AMBER', releasableTo: [] }
/** 2 x 3 points. */
const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, 0, 2, 0, 0, 0, 3, 8, 2, 0, 0, 0])
const NEXT = 'eleven quiet barges carry orchid wicker'
const WRONG = 'seven grey herons watch the river'

const root = temporaryFolder()
const clock = fixedClock()
let gsc: TestDelegation
let cz: TestDelegation
let stick: string
let circle: CircleId
let dossier: DossierId
let text: TextId
let attachment: EventId
let reply: string

beforeAll(async () => {
  stick = join(root, 'stick')
  mkdirSync(stick)
  gsc = await makeDelegation({ folder: join(root, 'gsc'), delegation: 'GSC', clock, print: { toPdf: async () => new Uint8Array(1), toPaper: async () => 'done' } })
  cz = await makeDelegation({ folder: join(root, 'cz'), delegation: 'CZ', clock })
  circle = (await gsc.call('circle.found', { name: 'Working Party on Herons', kind: 'HWPCI' })).circle
  await admit(gsc, cz, circle, stick)
  dossier = (await gsc.call('dossier.open', { circle, reference: 'WK 7/31', title: 'Herons', kind: 'exercise', summary: '', marking: MARKING, distribution: ['CZ'] })).dossier
  writeFileSync(join(root, 'draft.md'), '# Conclusions\n\n1. The Council welcomes herons.\n')
  text = (await gsc.call('text.add', { dossier, source: gsc.source(join(root, 'draft.md')), cover: {}, title: null })).text
  writeFileSync(join(root, 'heron.png'), PNG)
  attachment = (await gsc.call('attachment.add', { dossier, source: gsc.source(join(root, 'heron.png')), marking: MARKING })).attachment
  for (const path of await send(gsc, circle, stick)) await receive(cz, path)
  await cz.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'support', remark: '' })
  reply = (await send(cz, circle, stick, [gsc]))[0] ?? ''
  writeFileSync(join(root, 'hostile.chbundle'), 'this is no bundle')
}, 120_000)
afterAll(async () => {
  await gsc.close()
  await cz.close()
  rmSync(root, { recursive: true })
})

/** In their order: what a later row needs, an earlier one has done. */
const KINDS: readonly [what: string, action: string, group: RegisterGroup, result: 'done' | 'refused', act: () => Promise<unknown>][] = [
  ['an unlock', 'vault.unlocked', 'access', 'done', () => gsc.reopen()],
  ['a wrong passphrase', 'vault.unlockRefused', 'access', 'refused', async () => {
    await gsc.close()
    const locked = await createEngine({ vaultFolder: gsc.folder, kdf: 'floor', now: clock.now })
    expect(await locked.call('vault.unlock', { passphrase: WRONG })).toMatchObject({ error: { code: 'passphrase-wrong' } })
    await locked.close()
    await gsc.reopen()
  }],
  ['a view of a marked dossier', 'dossier.viewed', 'views', 'done', () => gsc.call('dossier.show', { dossier })],
  ['a view of a marked text', 'text.viewed', 'views', 'done', () => gsc.call('text.show', { dossier, text, rev: 0, comparedWith: null })],
  ['words of a marked dossier in a search', 'search.shown', 'views', 'done', () => gsc.call('search.find', { query: 'welcomes herons', limit: 5, offset: 0 })],
  ['a view of an attachment', 'attachment.viewed', 'views', 'done', () => gsc.call('attachment.preview', { dossier, attachment })],
  ['a print', 'text.printed', 'out', 'done', () => gsc.call('text.print', { dossier, text, rev: 0, version: 'clean' })],
  ['an export of a text', 'text.write', 'out', 'done', () => gsc.call('text.write', { dossier, text, rev: 0, version: 'clean', format: 'md', target: gsc.target(stick) })],
  ['an export of an attachment', 'attachment.exported', 'out', 'done', () => gsc.call('attachment.export', { dossier, attachment, inTheClear: true, target: gsc.target(stick) })],
  ['an export of the register', 'register.exported', 'out', 'done', () => gsc.call('register.export', { format: 'csv', target: gsc.target(stick) })],
  ['a card that was written', 'card.written', 'out', 'done', () => gsc.call('card.write', { target: gsc.target(stick) })],
  ['a backup', 'backup.written', 'out', 'done', () => gsc.call('backup.write', { target: gsc.target(stick) })],
  ['a look inside a bundle', 'bundle.preview', 'in', 'done', () => gsc.call('bundle.preview', { source: gsc.source(reply) })],
  ['an import', 'bundle.imported', 'in', 'done', () => receive(gsc, reply)],
  ['a release decision', 'bundle.released', 'out', 'done', () => send(gsc, circle, stick, [cz], true)],
  ['a bundle that was written', 'bundle.written', 'out', 'done', () => send(gsc, circle, stick, [cz], true)],
  ['safety words compared', 'card.trusted', 'admission', 'done', async () => {
    const de = await makeDelegation({ folder: join(root, 'de'), delegation: 'DE', clock })
    const installation = await trust(gsc, await cardOf(de, stick))
    await de.close()
    await gsc.call('circle.admit', { circle, installation, roles: ['delegate'], member: true })
  }],
  ['an admission', 'roster.changed', 'admission', 'done', async () => {
    const fr = await makeDelegation({ folder: join(root, 'fr'), delegation: 'FR', clock })
    const installation = await trust(gsc, await cardOf(fr, stick))
    await fr.close()
    await gsc.call('circle.admit', { circle, installation, roles: ['delegate'], member: true })
  }],
  ['a refusal at the door', 'bundle.preview', 'in', 'refused', () => gsc.refused('bundle.preview', { source: gsc.source(join(root, 'hostile.chbundle')) })],
  ['a refusal of what a role may not do', 'circle.admit', 'admission', 'refused', () => gsc.refused('circle.admit', { circle, installation: cz.me.installation, roles: ['delegate'], member: true })],
  ['a statement', 'position.taken', 'statements', 'done', () => gsc.call('dossier.takePosition', { dossier, subject: 'Joint response', stance: 'support', remark: '' })],
  ['a destruction', 'attachment.destroyed', 'destruction', 'done', () => gsc.call('attachment.destroy', { dossier, attachment, reason: 'done with' })],
  ['a change of settings', 'settings.changed', 'settings', 'done', async () => gsc.call('settings.change', { settings: { ...await gsc.call('settings.show', {}), lockAfterMinutes: 9 } })],
  ['a refused change of passphrase', 'vault.changePassphrase', 'access', 'refused', () => gsc.refused('vault.changePassphrase', { passphrase: WRONG, newPassphrase: NEXT, newKeyFile: { kind: 'none' } })],
  ['a refused recovery code', 'vault.setRecoveryCode', 'access', 'refused', async () => gsc.refused('vault.setRecoveryCode', { passphrase: WRONG, code: (await gsc.call('vault.drawRecoveryCode', {})).code })],
  ['a recovery code', 'vault.recoveryCodeSet', 'access', 'done', async () => gsc.call('vault.setRecoveryCode', { passphrase: PASSPHRASE, code: (await gsc.call('vault.drawRecoveryCode', {})).code })],
  ['a recovery code taken away', 'vault.recoveryCodeRemoved', 'access', 'done', () => gsc.call('vault.removeRecoveryCode', { passphrase: PASSPHRASE })],
  ['a change of passphrase', 'vault.passphraseChanged', 'access', 'done', () => gsc.call('vault.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: NEXT, newKeyFile: { kind: 'none' } })],
  ['a check of the register', 'register.verified', 'checks', 'done', () => gsc.call('register.verify', {})],
]

async function linesOf(action: string, result: string): Promise<readonly RegisterEntry[]> {
  return (await gsc.call('register.list', { limit: 10_000 })).entries.filter((entry) => entry.action === action && entry.result === result)
}

it('what is seen or goes out of an attachment is registered under its dossier and marking, as whatever else of that dossier', async () => {
  const marking = { ...MARKING, tlp: 'RED' }
  writeFileSync(join(root, 'red.png'), PNG)
  const red = (await gsc.call('attachment.add', { dossier, source: gsc.source(join(root, 'red.png')), marking })).attachment
  await gsc.call('attachment.preview', { dossier, attachment: red })
  await gsc.call('attachment.export', { dossier, attachment: red, inTheClear: true, target: gsc.target(stick) })
  for (const action of ['attachment.viewed', 'attachment.exported']) {
    const [line] = await linesOf(action, 'done')
    expect(line, action).toMatchObject({ dossier, marking, details: expect.arrayContaining([['event', red]]) })
  }
})

it('reading on a way that does not begin with the dossier is a view of it too, once while the vault is open', async () => {
  const ways = [() => gsc.call('attachment.list', { dossier }), () => gsc.call('text.comments', { dossier, text })]
  for (const way of ways) {
    await gsc.reopen()
    const before = (await linesOf('dossier.viewed', 'done')).length
    await way()
    await way()
    expect(await linesOf('dossier.viewed', 'done')).toHaveLength(before + 1)
  }
})

describe('a refusal', () => {
  const methods = Object.keys(contract) as Method[]

  it('that may be registered has words, so that nobody reads the name of a method', () => {
    expect(methods.filter((method) => mayRegisterRefusal(method) && registerActionWords(method) === method)).toEqual([])
  })

  it('of whatever signs, lets in or lets out is registered', async () => {
    await gsc.refused('reservation.enter', { dossier, text: 'ab'.repeat(32), reservation: 'scrutiny', place: null, remark: '' })
    await gsc.refused('optical.show', { source: gsc.source(join(root, 'hostile.chbundle')) })
    await gsc.refused('optical.read', { sources: [gsc.source(join(root, 'draft.md'))] })
    for (const action of ['reservation.enter', 'optical.show', 'optical.read']) expect(await linesOf(action, 'refused'), action).toHaveLength(1)
  })
})

describe('the register holds, when it was done, in its group, and in words', () => {
  it.each(KINDS)('%s', async (_what, action, group, result, act) => {
    const before = (await linesOf(action, result)).length
    await act()
    const lines = await linesOf(action, result)
    expect(lines.length).toBeGreaterThan(before)
    expect(lines[0]).toMatchObject({ group, who: 'Person of GSC (GSC)', code: result === 'done' ? null : expect.any(String) })
    expect(registerActionWords(action)).not.toBe(action)
  }, 60_000)

  it('and all of it is sound', async () => {
    expect(await gsc.call('register.verify', {})).toMatchObject({ faults: [] })
  })
})
