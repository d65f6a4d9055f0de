/** Three machines and one stick: silence broken and taken up again, extended, kept, certified, an objection that comes too late, a reservation that is lifted. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { cardOf } from '../fakes/testDelegation.ts'
import { atDesk, found, vaultOf } from './beginnings.ts'
import { setClockForward } from './clock.ts'
import { answerNextDialog, removeFolder, runCommand, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { pdfPages } from './pdfText.ts'
import type { Person } from './person.ts'
import { carryToAll, more, openOneText, openProcedure, selectWords } from './silenceSteps.ts'
import { replaceWord } from './typing.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }
const CZECHIA = { name: 'Jana Nováková', delegation: 'Czechia', passphrase: 'nine barges wait beneath the old weir' }
const TITLE = /^Draft conclusions on ferries/
const DRAFT = '# Draft conclusions on ferries\n\n1. The Council notes the intrusions with concern.\n\n2. It considers that tampering with vessel traffic services endangers life at sea.\n'
const MINUTE_MS = 60_000

let stick: string
let gsc: Person
let latvia: Person
let czechia: Person
let setterCard: string

test.beforeAll(() => {
  stick = temporaryFolder('stick')
})
test.afterAll(() => removeFolder(stick))

test('a silence procedure lives every kind of life', async () => {
  test.setTimeout(10 * MINUTE_MS)
  const begun = await Promise.all([vaultOf(GSC), vaultOf(LATVIA), vaultOf(CZECHIA)])
  await found(begun[0], begun.slice(1))
  setterCard = await cardOf(begun[0].engine, stick)
  ;[gsc, latvia, czechia] = await Promise.all([atDesk(begun[0]), atDesk(begun[1]), atDesk(begun[2])])
  for (const person of [gsc, latvia, czechia]) await person.atSmallWindow()
  try {
    await test.step('three delegations, one text', convene)
    await test.step('prepared, its use agreed, opened, and broken with a comment', brokenWithAComment)
    await test.step('the next REV, and a procedure that takes up the broken one', takenUp)
    await test.step('extended before it ends', extended)
    await test.step('a reservation that does not break stands as a footnote', reserved)
    await test.step('kept: closed by a person, certified, while an objection is still with a courier', kept)
    await test.step('the certificate verifies on the command line, and not with a byte changed', certificateVerifies)
    await test.step('the late objection is shown, and changes nothing', lateObjection)
    await test.step('the reservation is lifted, and its footnote goes with the next REV', lifted)
    for (const { desktop } of [gsc, latvia, czechia]) {
      expect(desktop.violations).toEqual([])
      expect(desktop.errors).toEqual([])
    }
  } finally {
    for (const person of [latvia, czechia, gsc]) await person.leave()
  }
})

const convene = (): Promise<void> => openOneText(stick, gsc, DRAFT)

/** What everybody lacks, from the secretariat to both. */
const toAll = (): Promise<void> => carryToAll(stick, gsc, [latvia, czechia])
const toSecretariat = (person: Person): Promise<void> => carryToAll(stick, person, [gsc])

async function openForm(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.press('Open silence')
}

async function brokenWithAComment(): Promise<void> {
  await openForm()
  await gsc.press('Next')
  // Christmas Day: pointed out, and not refused.
  await gsc.fill('Deadline', '2098-12-25T17:00')
  await gsc.sees(/public holiday: Christmas Day/)
  await gsc.look('silence-warned')
  await gsc.fill('Deadline', '2099-03-29T02:30')
  await gsc.sees(/does not exist/)
  await gsc.fill('Deadline', '2099-06-12T17:00')
  await gsc.press('Next')
  await gsc.fill('The outcome goes next to', 'the Political and Security Committee')
  await gsc.press('Prepare without opening')
  await gsc.sees('Prepared, not opened')
  await toAll()
  await czechia.goTo('Silence')
  await czechia.press('Speak on its use')
  await czechia.fill('Said at', 'the meeting of 10 June')
  await czechia.inDialog('State it')
  await toSecretariat(czechia)
  await gsc.goTo('Silence')
  await gsc.sees(/On its use: 1 agreed, 0 not/)
  await gsc.lookInEveryLight('silences-drafts')
  await gsc.press('Open silence')
  await gsc.press('Next')
  await gsc.press('Next')
  await gsc.press('Open silence')
  await gsc.atScreen('9114/31 under silence')
  await toAll()
  await latvia.goTo('Texts')
  await latvia.press(TITLE)
  await latvia.press('Suggest changes')
  await replaceWord(latvia, 'tampering', 'interference')
  await latvia.page.keyboard.press('Escape')
  await latvia.press('Hand in 1 suggestion')
  await latvia.inDialog('Hand in 1 suggestion')
  await openProcedure(latvia, '9114/31')
  await latvia.press('Answer')
  await mark(latvia.page.getByRole('radio', { name: /^Drafting comment/ }))
  await latvia.look('silence-answer-comment')
  await latvia.fill('Remark', 'One word, as suggested.')
  await latvia.inDialog('Break silence')
  await toSecretariat(latvia)
  await openProcedure(gsc, '9114/31')
  await gsc.sees(/silence was broken by LV/)
  await gsc.lookInEveryLight('silence-broken')
  await gsc.press('Close the intake')
  await gsc.inDialog('Close the intake')
  await gsc.sees(/^Closed by Anneli Verbeke/)
}

async function takenUp(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.press('Consolidate 1 suggestion')
  await gsc.press(/^Accept A/)
  await gsc.press('Issue REV 1')
  await gsc.inDialog('Issue REV 1')
  await gsc.press('Open silence')
  await gsc.press('Next')
  await gsc.fill('Deadline', brusselsWallTime(30))
  await gsc.sees(/Less than an hour is left to answer/)
  await gsc.press('Next')
  await gsc.fill('The outcome goes next to', 'the Political and Security Committee')
  await gsc.press('Open silence')
  await gsc.atScreen('9114/1/31 REV 1 under silence')
  await expect(gsc.button('The procedure that it takes up')).toBeVisible()
}

/** So many minutes from now, on the clocks of Brussels. */
function brusselsWallTime(minutesAhead: number): string {
  const at = new Date(Date.now() + minutesAhead * MINUTE_MS)
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/Brussels', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).formatToParts(at).map(({ type, value }) => [type, value]))
  return `${parts['year']}-${parts['month']}-${parts['day']}T${parts['hour']}:${parts['minute']}`
}

async function extended(): Promise<void> {
  await more(gsc, 'Extend')
  await gsc.page.getByRole('dialog').getByLabel('Deadline', { exact: true }).fill(brusselsWallTime(45))
  await gsc.fill('Reason', 'Receipts are still on their way')
  await gsc.inDialog('Extend')
  await gsc.sees(/^Extended .*Receipts are still on their way/)
  await toAll()
  await openProcedure(czechia, '9114/1/31 REV 1')
  await czechia.sees(/Receipts are still on their way/)
}

async function reserved(): Promise<void> {
  await czechia.press('Answer')
  await mark(czechia.page.getByRole('radio', { name: /^Reservation/ }))
  await mark(czechia.page.getByRole('radio', { name: 'No, it does not' }))
  await czechia.page.getByRole('button', { name: /It concerns/ }).click()
  await czechia.page.getByRole('option', { name: /^paragraph 2/ }).click()
  await selectWords(czechia, 'endangers life')
  await czechia.look('silence-answer-reservation')
  await czechia.inDialog('Enter the reservation')
  await toSecretariat(czechia)
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.sees(/CZ: scrutiny reservation on paragraph 2, “endangers life”/)
  await expect(gsc.page.locator('[data-words]').filter({ hasText: 'endangers life' })).toContainText('endangers lifeR1 at sea')
  await gsc.lookInEveryLight('text-reserved')
  await openProcedure(latvia, '9114/1/31 REV 1')
  await latvia.press('Answer')
  await mark(latvia.page.getByRole('radio', { name: /^Objection/ }))
  await latvia.fill('Reasons', 'Instructions came late.')
  await latvia.inDialog('Break silence')
}

async function kept(): Promise<void> {
  await setClockForward(gsc, 60 * MINUTE_MS)
  await openProcedure(gsc, '9114/1/31 REV 1')
  await gsc.sees(/Scrutiny, paragraph 2/)
  await gsc.sees(/^Ended \d{2}:\d{2}\. Intake open\.$/)
  await gsc.lookInEveryLight('silence-expired')
  await answerNextDialog(gsc.desktop.app, stick)
  await more(gsc, 'Print the overview')
  await gsc.sees('Written:')
  expect(pdfPages(readFileSync(join(stick, 'silence-9114-1-31-REV-1.pdf'))).join(' ').replaceAll(/\s+/g, '')).toContain('LV:noreceipt')
  await gsc.press('Close the intake')
  await gsc.fill('Note', 'Latvia did not answer the telephone')
  await gsc.look('silence-close')
  await gsc.inDialog('Close the intake')
  await gsc.press('Certify the outcome')
  await gsc.press('Read the certificate')
  await gsc.sees('“agreed at working party level, to be forwarded to the Political and Security Committee”')
  await gsc.lookInEveryLight('certificate')
  await gsc.choose(stick, 'Write the certificate')
  await gsc.sees('Certificate written:')
}

async function certificateVerifies(): Promise<void> {
  const written = readdirSync(stick).filter((name) => name.startsWith('certificate-'))
  expect(written.map((name) => name.replace(/^.*\./, '')).sort()).toEqual(['chcert', 'html', 'md', 'pdf'])
  const path = (ending: string): string => join(stick, written.find((name) => name.endsWith(ending)) ?? '')
  const verified = runCommand(['certificate', 'verify', path('.chcert'), '--card', setterCard])
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('agreed at working party level') })
  expect(verified.out).toContain('Not one byte differs')
  const altered = readFileSync(path('.chcert'))
  altered.writeUInt8(altered.readUInt8(400) ^ 1, 400)
  writeFileSync(join(stick, 'altered.chcert'), altered)
  expect(runCommand(['certificate', 'verify', join(stick, 'altered.chcert'), '--card', setterCard])).toMatchObject({ code: 1, err: expect.stringContaining('certificate-altered') })
  const paper = pdfPages(readFileSync(path('.pdf'))).join(' ')
  for (const words of ['Latvia did not answer the telephone', 'What this certificate does not prove', 'EXERCISE']) {
    expect(readFileSync(path('.html'), 'utf8')).toContain(words)
    expect(paper.replaceAll(/\s+/g, '')).toContain(words.replaceAll(' ', ''))
  }
  await gsc.goTo('Silence')
  await gsc.press('Verify a certificate')
  await gsc.choose(path('.chcert'), 'Choose the certificate')
  await gsc.choose(setterCard, 'Choose the card and verify')
  await gsc.sees('Genuine: signed by Anneli Verbeke (GSC).')
  await gsc.look('certificate-check')
}

async function lateObjection(): Promise<void> {
  await toSecretariat(latvia)
  await openProcedure(gsc, '9114/1/31 REV 1')
  await expect(gsc.page.getByRole('row', { name: /LV/ }).getByText('Objection')).toBeVisible()
  await gsc.sees('“agreed at working party level, to be forwarded to the Political and Security Committee”')
  await more(gsc, 'Record a step after the outcome')
  await gsc.inDialog('Record the step')
  await gsc.sees(/^Forwarded to the Political and Security Committee/)
  await gsc.lookInEveryLight('silence-late')
  await toAll()
  await openProcedure(latvia, '9114/1/31 REV 1')
  await expect(latvia.page.getByRole('row', { name: /LV/ }).getByText('Objection')).toBeVisible()
}

async function lifted(): Promise<void> {
  await openProcedure(czechia, '9114/1/31 REV 1')
  await czechia.press('The ledger of this text')
  await czechia.lookInEveryLight('ledger')
  await czechia.press('Lift the reservation: Scrutiny')
  await czechia.inDialog('Lift')
  await czechia.sees(/^lifted/)
  await latvia.goTo('Texts')
  await latvia.press(TITLE)
  await latvia.press('Suggest changes')
  await replaceWord(latvia, 'concern', 'alarm')
  await latvia.page.keyboard.press('Escape')
  await latvia.press('Hand in 1 suggestion')
  await latvia.inDialog('Hand in 1 suggestion')
  for (const person of [czechia, latvia]) await toSecretariat(person)
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.sees(/CZ: scrutiny reservation on paragraph 2.*lifted since/)
  await gsc.press('Consolidate 1 suggestion')
  await gsc.press(/^Accept A/)
  await gsc.press('Issue REV 2')
  await gsc.inDialog('Issue REV 2')
  await gsc.page.getByRole('radio', { name: 'Marked' }).click()
  await expect(gsc.page.getByRole('main').locator('ins', { hasText: 'alarm' }).first()).toBeVisible()
  await expect(gsc.page.getByText(/scrutiny reservation on paragraph 2/)).toHaveCount(0)
  await gsc.goTo('Silence')
  await gsc.press('Kinds of procedure')
  await gsc.sees('UN General Assembly decision 74/544')
  await gsc.lookInEveryLight('silence-kinds')
  await gsc.goTo('Settings')
  await gsc.look('settings-deadlines')
}
