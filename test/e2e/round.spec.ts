/** Two machines, two people, one stick: a whole exchange in the real app, from the first start to the marked version on screen. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { refusalWords } from '../../shared/ipc/refusalWords.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'
import { mark } from './mark.ts'
import { Person } from './person.ts'
import { replaceWord } from './typing.ts'

const GSC = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
const LATVIA = { name: 'Ilze Kalniņa', delegation: 'Latvia', passphrase: 'eleven herons cross the frozen harbour' }

const TITLE = /^Draft conclusions on the protection/

const DRAFT = `# Draft conclusions on the protection of port and ferry systems

The Council adopted the following conclusions:

1. The Council notes with concern the series of intrusions which interrupted berth planning and passenger booking in eleven ports[^1].

It expresses its appreciation to the port authorities and to the crews who kept ferries running by hand.

2. It considers that tampering with vessel traffic services endangers life at sea.

3. It asks the High Representative:

- to raise the matter in forthcoming dialogues;
- to report back by the end of September.

[^1]: As described in the report of the working party.
`

let stick: string
let gsc: Person
let latvia: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
})
test.afterAll(() => removeFolder(stick))

test('a delegation suggests a change, the secretariat takes it up, and both read the same marked version', async () => {
  gsc = await Person.atNewMachine(GSC)
  latvia = await Person.atNewMachine(LATVIA)
  try {
    await test.step('first start', firstStart)
    await test.step('cards, safety words, admission', admission)
    await test.step('a dossier with a text goes out', dossierGoesOut)
    await test.step('the delegation looks inside, imports, and suggests', suggestion)
    await test.step('the reply comes in once, damaged and twice', reply)
    await test.step('consolidation and the marked version', consolidation)
    await test.step('silence is opened and answered', silence)
    await test.step('every other screen is looked at', otherScreens)
    for (const { desktop } of [gsc, latvia]) {
      expect(desktop.violations).toEqual([])
      expect(desktop.errors).toEqual([])
    }
  } finally {
    await latvia.leave()
    await gsc.leave()
  }
})

async function firstStart(): Promise<void> {
  await latvia.sees('Chancery is not accredited for EU classified information.')
  await latvia.createVault()
  await gsc.createVault()
  await gsc.look('desk-empty')
  await latvia.lock()
  await latvia.look('lock')
  await latvia.unlock('eleven herons cross the frozen river')
  // Deriving a key takes its time on purpose, and more on a busy machine.
  await expect(latvia.page.getByText(refusalWords({ code: 'passphrase-wrong', facts: {} }).meaning).first()).toBeVisible()
  await latvia.unlock()
  await expect(latvia.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

async function admission(): Promise<void> {
  const [ours, theirs] = [await gsc.writeCard(stick), await latvia.writeCard(stick)]
  await latvia.compareCard(ours, GSC.name)
  await gsc.foundCircle('Horizontal Working Party on Cyber Issues')
  await gsc.sees('Horizontal Working Party on Cyber Issues')
  await gsc.compareCard(theirs, LATVIA.name)
  await gsc.press(`Admit ${LATVIA.name}`)
  await gsc.inDialog(`Admit ${LATVIA.name}`)
  await expect(gsc.page.getByRole('table', { name: /^Roster of/ }).getByText(LATVIA.name)).toBeVisible()
  await gsc.look('directory')
}

async function dossierGoesOut(): Promise<void> {
  await gsc.goTo('Dossiers')
  await gsc.press('Open a dossier')
  await gsc.fill('Reference', 'HALCYON 31')
  await gsc.fill('Title', 'Ferry and port systems, northern basin')
  await mark(gsc.page.getByRole('radio', { name: /^Exercise/ }))
  await gsc.look('dossier-form')
  await gsc.press('Open the dossier')
  await gsc.page.getByRole('tab', { name: /^Texts/ }).click()
  await gsc.press('Add a text')
  await gsc.choose(join(stick, 'draft.md'), 'Choose a file')
  await gsc.fill('Number, without REV', '9114/31')
  await gsc.press('Add and issue it')
  await gsc.sees('kept ferries running by hand')
  await gsc.look('text-clean')
  await gsc.goTo('Exchange')
  await gsc.sees('What goes, and what is held back')
  await gsc.look('exchange-out')
}

async function suggestion(): Promise<void> {
  const [bundle = ''] = await gsc.send(stick)
  await latvia.lookInside(bundle)
  await latvia.sees('From the General Secretariat: what this bundle would change')
  await latvia.sees(/draft conclusions on the protection/i)
  await latvia.look('import-preview')
  await latvia.goTo('Texts')
  await latvia.sees('No text has reached this machine yet.')
  await latvia.receive(bundle)
  await latvia.goTo('Desk')
  await latvia.look('desk')
  await latvia.goTo('Texts')
  await latvia.press(TITLE)
  await latvia.press('Suggest changes')
  await replaceWord(latvia, 'tampering', 'interference')
  await latvia.page.keyboard.press('Escape')
  await latvia.sees('1 suggestion in preparation')
  await latvia.press('Add a reason')
  await latvia.fill('Reason', 'The wording of the earlier conclusions.')
  await latvia.lookInEveryLight('suggesting')
  await nothingIsLostByLocking()
  await latvia.press('Hand in 1 suggestion')
  await latvia.inDialog('Hand in 1 suggestion')
}

/** Locks in the middle of the work; the desk then offers to go on where one was. */
async function nothingIsLostByLocking(): Promise<void> {
  await latvia.lock()
  await latvia.unlock()
  await latvia.press(/^Continue/)
  await latvia.sees(/^Kept from .*Nothing has been handed in\.$/)
  await latvia.sees('1 suggestion in preparation')
  await expect(latvia.page.getByLabel('Reason')).toHaveValue('The wording of the earlier conclusions.')
}

async function reply(): Promise<void> {
  const [bundle = ''] = await latvia.send(stick)
  const damaged = join(stick, 'damaged.chbundle')
  const bytes = readFileSync(bundle)
  bytes.writeUInt8(bytes.readUInt8(bytes.length - 100) ^ 1, bytes.length - 100)
  writeFileSync(damaged, bytes)
  await gsc.lookInside(damaged)
  await expect(gsc.page.getByRole('alert')).toBeVisible()
  await gsc.look('import-refused')
  await gsc.receive(bundle)
  await gsc.lookInside(bundle)
  await gsc.sees('This bundle has been imported already.')
  await gsc.press('Put the file aside')
}

async function consolidation(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.press('Consolidate 1 suggestion')
  await gsc.sees('1 received, 1 accounted for,')
  await gsc.lookInEveryLight('consolidate')
  await gsc.press(/^Accept A/)
  await gsc.press('Issue REV 1')
  await gsc.inDialog('Issue REV 1')
  await gsc.page.getByRole('radio', { name: 'Marked' }).click()
  await readsTheMarks(gsc)
  await gsc.lookInEveryLight('text-marked')
  await gsc.page.getByRole('radio', { name: 'Side by side' }).click()
  await gsc.look('text-side-by-side')
  const [bundle = ''] = await gsc.send(stick)
  await latvia.receive(bundle)
  await latvia.goTo('Texts')
  await latvia.press(TITLE)
  await latvia.page.getByRole('radio', { name: 'Marked' }).click()
  await readsTheMarks(latvia)
}

async function readsTheMarks(person: Person): Promise<void> {
  const sheet = person.page.getByRole('main')
  await expect(sheet.locator('del', { hasText: 'tampering' }).first()).toBeVisible()
  await expect(sheet.locator('ins', { hasText: 'interference' }).first()).toBeVisible()
  await person.sees('Marked and clean agree')
}

async function silence(): Promise<void> {
  await gsc.goTo('Texts')
  await gsc.press(TITLE)
  await gsc.press('Open silence')
  await gsc.lookInEveryLight('silence-form-kind')
  await gsc.press('Next')
  await gsc.fill('Deadline', '2099-06-12T17:00')
  await gsc.look('silence-form-deadline')
  await gsc.press('Next')
  await gsc.fill('The outcome goes next to', 'the Political and Security Committee')
  await gsc.look('silence-form-preview')
  await gsc.press('Open silence')
  await gsc.atScreen('9114/1/31 REV 1 under silence')
  const [bundle = ''] = await gsc.send(stick)
  await latvia.receive(bundle)
  await latvia.goTo('Silence')
  await latvia.press(/^Open the silence procedure on 9114/)
  await latvia.press('Answer')
  await latvia.look('silence-answer')
  await latvia.inDialog('Agree')
  const [answer = ''] = await latvia.send(stick)
  await gsc.receive(answer)
  await gsc.goTo('Silence')
  await gsc.press(/^Open the silence procedure on 9114/)
  await gsc.sees('Agrees expressly')
  await gsc.lookInEveryLight('silence')
}

async function otherScreens(): Promise<void> {
  await gsc.goTo('Dossiers')
  await gsc.look('dossiers')
  await gsc.press(/Ferry and port systems/)
  await gsc.lookInEveryLight('dossier')
  await gsc.goTo('Desk')
  await gsc.lookInEveryLight('desk-secretariat')
  await gsc.goTo('Register')
  await gsc.look('register')
  await gsc.goTo('Settings')
  await gsc.look('settings')
  await gsc.goTo('Exchange')
  await gsc.page.getByRole('tab', { name: 'History' }).click()
  await gsc.look('exchange-history')
}
