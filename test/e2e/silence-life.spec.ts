/** What else befalls a silence procedure: a kind of the circle's own, refused and unusual deadlines, an objection withdrawn, a suspension, reminders; and a matrix of 27. */
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { MEMBER_STATES } from '../../shared/base/delegations.ts'
import { cardOf, conveneCircle, makeDelegation, PASSPHRASE, receive, send, trust } from '../fakes/testDelegation.ts'
import { openDossier } from '../fakes/testDossier.ts'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { Person } from './person.ts'
import { carryToAll, more, openOneText, openProcedure } from './silenceSteps.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }
const DRAFT = '# Draft conclusions on ferries\n\n1. The Council notes the intrusions with concern.\n\n2. It considers that tampering with vessel traffic services endangers life at sea.\n'
const MINUTE_MS = 60_000
/** 19 June 2099, 17:00 in Brussels. */
const RESUMED_UTC_MS = Date.UTC(2099, 5, 19, 15)

let stick: string
let gsc: Person
let latvia: Person

test.beforeAll(() => {
  stick = temporaryFolder('stick')
})
test.afterAll(() => removeFolder(stick))

test('a silence procedure of the circle’s own kind is warned about, objected to, suspended and reminded of', async () => {
  test.setTimeout(8 * MINUTE_MS)
  const begun = await Promise.all([vaultOf(GSC), vaultOf(LATVIA)])
  await found(begun[0], [begun[1]])
  ;[gsc, latvia] = await Promise.all([atDesk(begun[0]), atDesk(begun[1])])
  try {
    for (const person of [gsc, latvia]) await person.atSmallWindow()
    await test.step('two delegations, one text', () => openOneText(stick, gsc, DRAFT))
    await test.step('a kind of procedure of the circle’s own, every field of it said by a person', ownKind)
    await test.step('deadlines that do not exist, come twice, fall on a holiday or are too short', deadlines)
    await test.step('an objection breaks silence, and withdrawn it does not', withdrawnObjection)
    await test.step('suspended and resumed by the setter, and all are told', suspended)
    await test.step('reminded in the window, and outside the vault only by moments', reminded)
    for (const { desktop } of [gsc, latvia]) {
      expect(desktop.violations).toEqual([])
      expect(desktop.errors).toEqual([])
    }
  } finally {
    await latvia.leave()
    await gsc.desktop.close()
  }
  await test.step('a notification at that moment, with the vault locked, says nothing of what it is about', notified)
  removeFolder(gsc.profile)
})

async function ownKind(): Promise<void> {
  await gsc.goTo('Silence')
  await gsc.lookInEveryLight('silences-none')
  await gsc.press('Kinds of procedure')
  await gsc.press('Add a kind')
  await expect(gsc.page.getByRole('dialog').getByText('Name, rule, setter, both outcomes and source are needed.')).toBeVisible()
  await gsc.fill('Name', 'Friends of the ferries')
  await gsc.fill('The rule', 'One coastal member that objects in writing breaks it.')
  await gsc.fill('Set by', 'the coastal chair')
  await mark(gsc.page.getByRole('group', { name: 'Who acts as the setter' }).getByRole('checkbox', { name: 'Chair' }), false)
  await gsc.fill('Agreement to use the procedure', 'By consensus at a meeting on board.')
  await gsc.fill('Minimum time in hours', 'two')
  await expect(gsc.page.getByRole('dialog').getByText('A number of hours from 1 to 8760, or nothing.').first()).toBeVisible()
  await gsc.fill('Minimum time in hours', '48')
  await mark(gsc.page.getByRole('radio', { name: 'Every member of the circle' }))
  const breaking = gsc.page.getByRole('group', { name: 'What breaks it, where its author says so' })
  for (const kind of ['Drafting comment', 'Request for more time', 'Reservation']) await mark(breaking.getByRole('checkbox', { name: kind }), false)
  await gsc.fill('If silence is kept', 'settled among the friends, for {forwardTo}')
  await gsc.fill('If silence is broken', 'not settled: {delegations} objected')
  await mark(gsc.page.getByRole('group', { name: 'Afterwards' }).getByRole('checkbox', { name: 'Noted' }))
  await gsc.fill('Source', 'Decided by the friends on 3 June 2031')
  await gsc.lookInEveryLight('silence-kind')
  await gsc.inDialog('Add a kind')
  const card = gsc.page.getByRole('listitem').filter({ hasText: 'Friends of the ferries' })
  for (const said of ['settled among the friends, for …', 'the coastal chair', 'At least 48 hours.', 'Every member of the circle', 'By consensus at a meeting on board.', 'Forwarded, Noted', 'the circle’s own']) await expect(card).toContainText(said)
  await expect(card.getByText('Objection', { exact: true })).toBeVisible()
  await card.scrollIntoViewIfNeeded()
  await gsc.lookInEveryLight('silence-kinds-own')
}

async function chooseZone(name: string): Promise<void> {
  await gsc.page.getByRole('button', { name: /Time zone/ }).click()
  await gsc.page.getByRole('option', { name, exact: true }).click()
}

async function deadlines(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press(/^Draft conclusions on ferries/)
  await gsc.press('Open silence')
  await mark(gsc.page.getByRole('radio', { name: /^Friends of the ferries/ }))
  await gsc.sees('“settled among the friends, for …”')
  await gsc.lookInEveryLight('silence-wizard-kind')
  await gsc.press('Next')
  await gsc.fill('Deadline', '2099-03-29T02:30')
  await gsc.sees(/does not exist: the clocks go forward over it/)
  await gsc.sees(/readings: .*01:30.*03:30/)
  await expect(gsc.page.getByText('This time cannot be taken.')).toBeVisible()
  await gsc.look('silence-wizard-nonexistent')
  await gsc.press('Take 03:30, Brussels time (Europe)')
  await gsc.sees(/29 March 2099, 03:30 Brussels time/)
  await gsc.fill('Deadline', '2098-10-26T02:30')
  await gsc.sees(/comes twice: the clocks go back over it/)
  await gsc.look('silence-wizard-double')
  await gsc.press('Take 01:30, UTC')
  await gsc.sees(/26 October 2098, 02:30 Brussels time/)
  await chooseZone('Brussels time (Europe)')
  await gsc.fill('Deadline', '2098-12-25T17:00')
  await gsc.sees(/public holiday: Christmas Day/)
  await gsc.lookInEveryLight('silence-wizard-holiday')
  await gsc.fill('Deadline', '2099-06-13T17:00')
  await gsc.sees(/Saturday|weekend/)
  await gsc.fill('Deadline', new Date(Date.now() + 60 * MINUTE_MS).toISOString().slice(0, 16))
  await chooseZone('UTC')
  await gsc.press('Next')
  await gsc.fill('The outcome goes next to', 'the Permanent Representatives')
  await gsc.fill('Notice to the delegations', 'Please answer even if you agree.')
  await gsc.press('Open silence')
  await gsc.sees(/this procedure asks for at least 48 hours/)
  await gsc.press('Back')
  await chooseZone('Brussels time (Europe)')
  await gsc.fill('Deadline', '2099-06-12T17:00')
  await gsc.press('Next')
  await gsc.sees('If nobody breaks silence: “settled among the friends, for the Permanent Representatives”.')
  await gsc.lookInEveryLight('silence-wizard-preview')
  await gsc.press('Open silence')
  await gsc.atScreen('9114/31 under silence')
  await carryToAll(stick, gsc, [latvia])
}

async function withdrawnObjection(): Promise<void> {
  await openProcedure(latvia, '9114/31')
  await latvia.press('Answer')
  await mark(latvia.page.getByRole('radio', { name: /^Objection/ }))
  await latvia.fill('Reasons', 'Instructions are missing.')
  await latvia.lookInEveryLight('silence-answer-objection')
  await latvia.inDialog('Break silence')
  await carryToAll(stick, latvia, [gsc])
  await openProcedure(gsc, '9114/31')
  await gsc.sees(/not settled: LV objected/)
  await latvia.page.bringToFront()
  await openProcedure(latvia, '9114/31')
  await more(latvia, 'Withdraw your answer')
  await latvia.fill('Remark', 'Instructions have come.')
  await latvia.look('silence-withdraw-answer')
  await latvia.inDialog('Withdraw it')
  await latvia.sees('withdrawn')
  await carryToAll(stick, latvia, [gsc])
  await openProcedure(gsc, '9114/31')
  await gsc.sees(/So far: not broken, provisional/)
  await expect(gsc.page.getByRole('row', { name: /LV/ })).toContainText('withdrawn')
  await gsc.lookInEveryLight('silence-objection-withdrawn')
}

async function suspended(): Promise<void> {
  await more(gsc, 'Suspend')
  await gsc.fill('Reason', 'The presidency is at sea')
  await gsc.look('silence-suspend')
  await gsc.inDialog('Suspend')
  await gsc.sees('Suspended. No deadline runs.')
  await expect(gsc.page.getByText('Resume it first')).toBeVisible()
  await gsc.lookInEveryLight('silence-suspended')
  await carryToAll(stick, gsc, [latvia])
  await openProcedure(latvia, '9114/31')
  await latvia.sees('Suspended. No deadline runs.')
  await openProcedure(gsc, '9114/31')
  await gsc.press('Resume')
  await gsc.page.getByRole('dialog').getByLabel('Deadline', { exact: true }).fill('2099-06-11T17:00')
  await expect(gsc.page.getByRole('dialog').getByText('Choose a later deadline.')).toBeVisible()
  await gsc.page.getByRole('dialog').getByLabel('Deadline', { exact: true }).fill('2099-06-19T17:00')
  await gsc.fill('Reason', 'Back in port')
  await gsc.inDialog('Resume')
  await gsc.sees(/Resumed .*Back in port/)
  await carryToAll(stick, gsc, [latvia])
  await openProcedure(latvia, '9114/31')
  await latvia.sees(/Resumed .*Back in port/)
  await latvia.sees(/19 June 2099, 17:00/)
}

const momentsPath = (): string => join(gsc.profile, 'reminders.json')

async function reminded(): Promise<void> {
  await gsc.goTo('Settings')
  // A setting shows once the vault has taken it.
  for (const name of ['3 hours before', 'Remind also while the vault is locked']) {
    await mark(gsc.page.getByRole('checkbox', { name }))
  }
  await gsc.lookInEveryLight('settings-reminders')
  // Nothing but moments lies outside the vault.
  await expect.poll(() => JSON.parse(readFileSync(momentsPath(), 'utf8')) as unknown).toContain(RESUMED_UTC_MS - 180 * MINUTE_MS)
  expect(readFileSync(momentsPath(), 'utf8')).toMatch(/^\[\d+(,\d+)*\]$/)
  // The window's own clock, half an hour before the end.
  await gsc.page.clock.setFixedTime(RESUMED_UTC_MS - 30 * MINUTE_MS)
  await gsc.goTo('Desk')
  await expect(gsc.page.getByText(/^Silence on .* ends in 30 min/)).toBeVisible()
  await gsc.lookInEveryLight('desk-reminder')
  await gsc.press('Put aside')
  await expect(gsc.page.getByText(/^Silence on .* ends in 30 min/)).toHaveCount(0)
}

async function notified(): Promise<void> {
  // As if the machine had been started shortly before the moment that the open vault left outside: long enough for the app to be there.
  writeFileSync(momentsPath(), JSON.stringify([Date.now() + 20_000]))
  const again = await Person.atMachineOf(GSC, gsc.profile)
  try {
    await again.desktop.app.evaluate(({ Notification }) => {
      const said: string[] = []
      Object.assign(globalThis, { said })
      Notification.isSupported = () => true
      Notification.prototype.show = function show(this: Electron.Notification) { said.push(`${this.title} ${this.subtitle} ${this.body}`) }
    })
    await expect(again.button(/^Unlock/)).toBeVisible()
    const said = (): Promise<string[]> => again.desktop.app.evaluate(() => [...(globalThis as unknown as { said: string[] }).said])
    await expect.poll(said, { timeout: 60_000 }).toHaveLength(1)
    const words = (await said()).join(' ')
    expect(words.trim()).toMatch(/A deadline is near/)
    for (const content of ['ferries', '9114', 'HALCYON', 'Latvia', 'LV', '2099', '17:00']) expect(words).not.toContain(content)
    // A moment that has passed is kept no longer.
    expect(() => readFileSync(momentsPath())).toThrow('ENOENT')
  } finally {
    await again.desktop.close()
  }
}

test('27 delegations stand in one matrix, sorted, and say whom to chase', async () => {
  test.setTimeout(5 * MINUTE_MS)
  const circle = await conveneCircle(MEMBER_STATES)
  const profile = temporaryFolder('profile')
  try {
    const { secretariat } = circle
    const commission = await makeDelegation({ folder: join(circle.root, 'com'), delegation: 'COM', clock: circle.clock })
    await trust(secretariat, await cardOf(commission, circle.stick))
    await secretariat.call('circle.admit', { circle: circle.circle, installation: commission.me.installation, roles: ['delegate'], member: false })
    await commission.close()
    const dossier = await openDossier(secretariat, circle.circle, [...MEMBER_STATES, 'COM'])
    const draft = join(circle.stick, 'draft.md')
    writeFileSync(draft, DRAFT)
    const { text } = await secretariat.call('text.add', { dossier, source: secretariat.source(draft), cover: { number: '9114/31' }, title: null })
    const { event: procedure } = await secretariat.call('silence.open', { dossier, text, rev: 0, profile: 'working-party', wallTime: '2099-06-12T17:00', zone: 'Europe/Brussels', forwardTo: 'PSC', notice: '' })
    const says = new Map([['CZ', { kind: 'reservation', breaks: false, reservation: 'scrutiny' }], ['ES', { kind: 'agreement', breaks: false, reservation: null }], ['LV', { kind: 'reservation', breaks: false, reservation: 'linguistic' }], ['NL', { kind: 'objection', breaks: true, reservation: null }]] as const)
    for (const path of await send(secretariat, circle.circle, circle.stick, circle.members.filter((one) => one.me.delegation !== 'CY'))) {
      for (const member of circle.members.filter((one) => !['CY', 'MT'].includes(one.me.delegation))) {
        await receive(member, path)
        const said = says.get(member.me.delegation as 'CZ')
        if (said !== undefined) await member.call('silence.respond', { dossier, procedure, response: { ...said, remark: 'As instructed.' } })
        for (const reply of await send(member, circle.circle, circle.stick, [secretariat])) await receive(secretariat, reply)
      }
    }
    await secretariat.close()
    mkdirSync(profile, { recursive: true })
    renameSync(secretariat.folder, join(profile, 'vault'))
    const person = await Person.atMachineOf({ name: 'Person of GSC', delegation: 'General Secretariat', passphrase: PASSPHRASE }, profile)
    try {
      await person.atSmallWindow()
      await person.unlock()
      await person.goTo('Desk')
      await person.lookInEveryLight('desk-27')
      await openProcedure(person, '9114/31')
      await expect(person.page.getByRole('row', { name: /^(BE|SE) / })).toHaveCount(2)
      await expect(person.page.getByRole('row', { name: /^MT/ })).toContainText('no receipt')
      await expect(person.page.getByRole('row', { name: /^CY/ })).toContainText('not confirmed')
      await person.lookInEveryLight('silence-matrix-27')
      await person.press(/^Response/)
      await expect(person.page.getByRole('row').nth(1)).toContainText('NL')
      await person.look('silence-matrix-27-sorted')
    } finally {
      await person.desktop.close()
    }
  } finally {
    await circle.dissolve()
    rmSync(profile, { recursive: true, force: true })
  }
})
