/** Locking in the real app: on demand, by idleness, by the machine, and by the death of the engine. Nothing typed is lost, nothing read stays. */
import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { hostname, userInfo } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { atOwnCircle } from './beginnings.ts'
import { enginePids, isAlive, keepFigure, removeFolder, startAgain, temporaryFolder } from './fixtures.ts'
import type { Person } from './person.ts'

const WHO = { name: 'Anneli Verbeke', delegation: 'General Secretariat', passphrase: 'copper lantern drifts over seven bridges' }
/** A word that stands nowhere but in the text, and one that is typed into it. */
const MARKER = 'quillfeather'
const TYPED = 'marshsparrow'
const DRAFT = `# Draft conclusions on the ${MARKER}\n\nThe Council adopted the following conclusions:\n\n1. It notes the ${MARKER} with concern.\n`

let stick: string
let person: Person

test.beforeAll(async () => {
  stick = temporaryFolder('stick')
  writeFileSync(join(stick, 'draft.md'), DRAFT)
  person = await atOwnCircle(WHO)
  await openText()
})
test.afterAll(async () => {
  await person.leave()
  removeFolder(stick)
})

async function openText(): Promise<void> {
  await person.goTo('Dossiers')
  await person.press('Open a dossier')
  await person.fill('Reference', 'HALCYON 31')
  await person.fill('Title', `Dossier of the ${MARKER}`)
  await person.press('Open the dossier')
  await person.addText(join(stick, 'draft.md'), '9114/31')
  await person.sees(`It notes the ${MARKER} with concern.`)
}

/** Types at the end of the text, in what is in preparation or about to be, and waits for nothing. */
async function typeIntoText(words: string): Promise<void> {
  await person.goTo('Texts')
  await person.press(/^Draft conclusions on the/)
  await person.press('Suggest changes')
  await expect(editor()).toContainText(MARKER)
  await editor().click()
  await person.page.keyboard.press('Control+End')
  await person.page.keyboard.type(words)
}

const editor = () => person.page.getByRole('textbox', { name: /^Text of/ })

/** Every place in the window where one of the words stands: the page as it would be written down, fields, and whatever hangs on the window. */
function leftInWindow(): Promise<string[]> {
  return person.page.evaluate((words) => {
    const has = (text: string): boolean => words.some((word) => text.includes(word))
    const found: string[] = []
    if (has(new XMLSerializer().serializeToString(document))) found.push('page')
    for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) if (has(field.value)) found.push('field')
    if (has(JSON.stringify([document.title, location.href, history.state, { ...localStorage }, { ...sessionStorage }]))) found.push('storage')
    const seen = new Set<unknown>()
    const walk = (value: unknown, path: string, depth: number): void => {
      if (typeof value === 'string' && has(value)) found.push(path)
      if (value === null || (typeof value !== 'object' && typeof value !== 'function') || seen.has(value) || depth > 12) return
      seen.add(value)
      for (const name of Reflect.ownKeys(value)) {
        const descriptor = Object.getOwnPropertyDescriptor(value, name)
        if (descriptor !== undefined && 'value' in descriptor) walk(descriptor.value, `${path}.${String(name)}`, depth + 1)
      }
    }
    walk(window, 'window', 0)
    walk(document.getElementById('root'), 'root', 0)
    return found
  }, [MARKER, TYPED])
}

async function engineNow(): Promise<number> {
  const [pid] = await enginePids(person.desktop.app)
  if (pid === undefined) throw new Error('no engine runs')
  return pid
}

/** Does what must lock the vault; then: the reason is said, the engine of before is dead, and no word is left. */
async function locksBy(cause: (engine: number) => Promise<void>, reason: RegExp): Promise<void> {
  const engine = await engineNow()
  expect(await leftInWindow()).toContain('page')
  const loaded = person.page.waitForEvent('load')
  await cause(engine)
  await loaded
  await expect(person.button(/^Unlock/)).toBeVisible()
  await person.sees(reason)
  await expect.poll(() => isAlive(engine)).toBe(false)
  expect(await leftInWindow()).toEqual([])
}

async function unlocks(): Promise<void> {
  await person.unlock()
  await expect(person.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
}

/** The desk offers to go on, and every letter is there; then the draft is withdrawn. */
async function findsAgain(words: string): Promise<void> {
  await unlocks()
  await person.press(/^Continue/)
  await expect(editor()).toContainText(words)
  await person.press('Withdraw this change')
  await expect(editor()).not.toContainText(words)
  await expect.poll(() => person.page.evaluate(() => window.chancery.methods['desk.show']({}))).toMatchObject({ ok: true, value: { items: expect.not.arrayContaining([expect.objectContaining({ kind: 'draftKept' })]) } })
}

/** What the machine says to every app; the app cannot tell this from the machine. */
function machineSays(event: 'suspend' | 'lock-screen'): Promise<boolean> {
  return person.desktop.app.evaluate(({ powerMonitor }, name) => powerMonitor.emit(name), event)
}

test('on demand: the engine is gone, no word is left in the window, and what was typed is offered again', async () => {
  await typeIntoText(` ${TYPED} one`)
  await locksBy(() => person.page.keyboard.press('Control+l'), /^Since \d\d:\d\d, at your request\.$/)
  await findsAgain(`${TYPED} one`)
})

for (const { event, reason } of [
  { event: 'suspend', reason: /because the machine went to sleep/ },
  { event: 'lock-screen', reason: /together with the screen/ },
] as const) {
  test(`when the machine says “${event}”: not even the letter that was typed a moment before is lost`, async () => {
    await typeIntoText(` ${TYPED} ${event}`)
    await person.page.keyboard.type('.z')
    await locksBy(async () => void await machineSays(event), reason)
    await findsAgain(`${TYPED} ${event}.z`)
  })
}

test('after the time that is set without a sign of life, and not while there is one', async () => {
  await person.page.evaluate(() => window.chancery.methods['settings.change']({ settings: { appearance: 'system', lockAfterMinutes: 1, remindBeforeMinutes: [], remindWhenLocked: false } }))
  await typeIntoText(` ${TYPED} idle`)
  const engine = await engineNow()
  await setClockForward(40)
  await person.page.mouse.move(200, 300)
  await person.page.mouse.move(210, 310)
  await setClockForward(40)
  // The clock is looked at every second.
  await person.page.waitForTimeout(2_500)
  expect(isAlive(engine)).toBe(true)
  await locksBy(() => setClockForward(40), /after a time without a keystroke/)
  await findsAgain(`${TYPED} idle`)
})

/** Sets the wall clock of the host process forward, as a person would that of the machine. */
function setClockForward(seconds: number): Promise<void> {
  return person.desktop.app.evaluate((_electron, ms) => {
    const before = Date.now
    Date.now = () => before() + ms
  }, seconds * 1_000)
}

test('when the engine dies: the lock screen says so, and nothing that was confirmed is lost', async () => {
  await typeIntoText(` ${TYPED} kept`)
  await expect.poll(() => person.page.evaluate(() => window.chancery.methods['desk.show']({}))).toMatchObject({ ok: true, value: { items: expect.arrayContaining([expect.objectContaining({ kind: 'draftKept' })]) } })
  const contributed = await person.page.evaluate(async () => {
    const dossiers = await window.chancery.methods['dossier.list']({})
    const dossier = dossiers.ok ? dossiers.value.dossiers[0] : undefined
    if (dossier === undefined) return null
    return window.chancery.methods['dossier.contribute']({ dossier: dossier.dossier, title: 'Seen at the quay', kind: 'technical', source: '', text: 'Two beacons.', marking: dossier.marking, reliability: null, credibility: null, limitedTo: null })
  })
  expect(contributed).toMatchObject({ ok: true })
  await locksBy(async (engine) => void process.kill(engine, 'SIGKILL'), /because the engine stopped by itself/)
  await findsAgain(`${TYPED} kept`)
  await person.goTo('Dossiers')
  await person.press(/Dossier of the/)
  await person.sees('Seen at the quay')
  expect(await person.page.evaluate(() => window.chancery.methods['vault.verify']({}))).toMatchObject({ ok: true, value: { faults: [] } })
})

// Windows cannot halt a process.
if (process.platform !== 'win32') {
  test('an engine that hangs does not hold up the lock, though it keeps nothing any more', async () => {
    await typeIntoText(` ${TYPED} stalled`)
    await locksBy(async (engine) => {
      process.kill(engine, 'SIGSTOP')
      await person.page.keyboard.type('!')
      await machineSays('suspend')
    }, /because the machine went to sleep/)
    await unlocks()
  })
}

test('a half-typed form is there again after the lock, says so, and is kept no longer once it is signed', async () => {
  await openContribution()
  await expect(person.page.getByText('You were typing this before')).toHaveCount(0)
  await person.fill('Title', 'Seen at the lock gate')
  await person.page.getByRole('dialog').getByLabel('What is to be shared').pressSequentially(`Half of the ${MARKER}`)
  await locksBy(async () => void await machineSays('lock-screen'), /together with the screen/)
  await unlocks()
  await openContribution()
  await person.sees('You were typing this before')
  await expect(person.page.getByRole('dialog').getByLabel('What is to be shared')).toHaveValue(`Half of the ${MARKER}`)
  await expect(person.page.getByLabel('Title', { exact: true })).toHaveValue('Seen at the lock gate')
  await person.lookInEveryLight('kept-form')
  await person.inDialog('Contribute')
  await openContribution()
  await expect(person.page.getByLabel('Title', { exact: true })).toHaveValue('')
  await person.page.keyboard.press('Escape')
})

async function openContribution(): Promise<void> {
  await person.goTo('Dossiers')
  await person.press(/Dossier of the/)
  await person.press('Contribute')
  await expect(person.page.getByRole('dialog')).toBeVisible()
}

test('how long it takes to the end of the engine and to the emptied window', async () => {
  await measure('lock asked for', () => person.page.keyboard.press('Control+l'))
  await unlocks()
  await typeIntoText(` ${TYPED} measured`)
  await measure('machine going to sleep, with words just typed', () => machineSays('suspend'))
  await findsAgain(`${TYPED} measured`)
})

async function measure(what: string, cause: () => Promise<unknown>): Promise<void> {
  const engine = await engineNow()
  const started = performance.now()
  const gone = whenDead(engine).then(() => performance.now() - started)
  const emptied = person.page.waitForEvent('load').then(() => performance.now() - started)
  await cause()
  keepFigure(`lock ${what}`, `${what}: engine gone after ${(await gone).toFixed(0)} ms, window loaded anew after ${(await emptied).toFixed(0)} ms (aim: 300 ms)`)
  expect(await leftInWindow()).toEqual([])
}

async function whenDead(pid: number): Promise<void> {
  while (isAlive(pid)) await new Promise((later) => setTimeout(later, 1))
}

test('the command line is refused the vault that the window has open, and told who has it', () => {
  const cli = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'bin.ts')
  const done = spawnSync(process.execPath, [cli, 'vault', 'unlock-check', '--vault', join(person.profile, 'vault'), '--passphrase-stdin'], { input: `${WHO.passphrase}\n`, encoding: 'utf8' })
  expect(done.stderr).toContain('refused: vault-busy')
  expect(done.stderr).toMatch(new RegExp(`has had this vault open since .* UTC: ${userInfo().username} on ${hostname()}\\.`))
  expect(done.status).toBe(1)
})

test('a second start of the same profile brings the first window to the front, and ends', async () => {
  const { app } = person.desktop
  const engine = await engineNow()
  // A display without a window manager neither minimises nor raises: what the app asks of its window is written down instead.
  const asked = await app.evaluateHandle(({ BrowserWindow }) => {
    const asks: string[] = []
    const [window] = BrowserWindow.getAllWindows()
    return window === undefined ? asks : (Object.assign(window, { isMinimized: () => true, restore: () => asks.push('restore'), focus: () => asks.push('focus') }), asks)
  })
  expect(await startAgain(person.profile)).toBe(0)
  await expect.poll(() => asked.jsonValue()).toEqual(['restore', 'focus'])
  expect(app.windows()).toHaveLength(1)
  expect(await enginePids(app)).toEqual([engine])
  await expect(person.page.getByRole('navigation', { name: 'Main' })).toBeVisible()
})
