/** The shell around the screens: what a page of the real app can and cannot do. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { contract } from '../../shared/ipc/contract.ts'
import { answerNextDialog, enginePids, isAlive, keepScreenshot, launchDesktop, removeFolder, temporaryFolder } from './fixtures.ts'
import type { Desktop } from './fixtures.ts'

let profile: string
let desktop: Desktop

test.beforeEach(async () => {
  profile = temporaryFolder('shell')
  desktop = await launchDesktop(profile)
})
test.afterEach(async () => {
  await desktop.close()
  removeFolder(profile)
})

test('the app opens its page without one breach of the content security policy, and a breach would be heard', async () => {
  const { page, violations, errors } = desktop
  await expect(page).toHaveTitle(/Chancery/)
  expect(page.url()).toBe('app://chancery/index.html')
  await page.waitForTimeout(500)
  await keepScreenshot(page, 'shell')
  expect(violations).toEqual([])
  expect(errors).toEqual([])

  await page.evaluate(() => document.body.append(Object.assign(document.createElement('style'), { textContent: 'body { color: red }' })))
  await expect.poll(() => violations.length).toBeGreaterThan(0)
})

test('the window holds the bridge and nothing else of the machine', async () => {
  const { page } = desktop
  const found = await page.evaluate(() => ({
    bridge: Object.keys(window.chancery).toSorted(),
    methods: Object.keys(window.chancery.methods).toSorted(),
    machine: ['require', 'process', 'module', 'Buffer', 'ipcRenderer', 'electron', 'global'].filter((name) => Reflect.has(window, name)),
  }))
  expect(found.bridge).toEqual(['allowCamera', 'cancel', 'chooseFolder', 'chooseSource', 'chooseSourceFolder', 'chooseSources', 'localZone', 'lock', 'methods', 'onLockComing', 'onLocked', 'onProgress', 'platform', 'takeDropped'])
  expect(found.methods).toEqual(Object.keys(contract).toSorted())
  expect(found.machine).toEqual([])
})

test('a call reaches the engine and its answer comes back; a malformed one is refused before the engine', async () => {
  const { page } = desktop
  expect(await page.evaluate(() => window.chancery.methods['vault.status']({}))).toEqual({ ok: true, value: { state: 'absent', me: null, readOnly: null } })
  const malformed = await page.evaluate(() => Reflect.apply(window.chancery.methods['vault.unlock'], null, [{ passphrase: 7 }]))
  expect(malformed).toEqual({ ok: false, error: { code: 'input-malformed', facts: {}, stage: null } })
})

test('no page and no session reaches a server on this very machine', async () => {
  let heard = 0
  const server = createServer((_request, response) => {
    heard += 1
    response.end('heard')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`

  const fromPage = await desktop.page.evaluate((target) => fetch(target, { mode: 'no-cors' }).then(() => 'reached', () => 'refused'), url)
  const fromSessions = await desktop.app.evaluate(async ({ net, session }, target) => {
    const attempts = [net.fetch(target), session.defaultSession.fetch(target), session.fromPartition('chancery').fetch(target), session.fromPartition('another').fetch(target)]
    return Promise.all(attempts.map((attempt) => attempt.then(() => 'reached', () => 'refused')))
  }, url)
  server.close()
  expect([fromPage, ...fromSessions]).toEqual(['refused', 'refused', 'refused', 'refused', 'refused'])
  expect(heard).toBe(0)
})

test('the page cannot leave its origin, open a window, or have a permission', async () => {
  const { app, page } = desktop
  const attempts = await page.evaluate(async () => {
    const opened = window.open('app://chancery/index.html')
    window.location.href = 'https://example.org/'
    const permission = await Notification.requestPermission()
    return { opened: opened !== null, permission }
  })
  expect(attempts).toEqual({ opened: false, permission: 'denied' })
  await page.waitForTimeout(300)
  expect(page.url()).toBe('app://chancery/index.html')
  expect(app.windows()).toHaveLength(1)
})

test('the scheme serves the files of the build and nothing else', async () => {
  const answers = await desktop.page.evaluate(async () => {
    const paths = ['/index.html', '/files.json', '/../main/app.cjs', '/%2e%2e/main/app.cjs', '/..%2fmain%2fapp.cjs', '/', '/index.html?x=1']
    return Promise.all(paths.map((path) => fetch(`app://chancery${path}`).then((response) => response.status)))
  })
  expect(answers).toEqual([200, 404, 404, 404, 404, 404, 404])
})

test('a chosen file becomes a grant and a bare name; no path enters the window', async () => {
  const { app, page } = desktop
  await answerNextDialog(app, '/some/folder/of/mine/text.docx')
  const chosen = await page.evaluate(() => window.chancery.chooseSource('text'))
  expect(chosen).toEqual({ grant: expect.stringMatching(/^a[0-9a-f]{32}$/), label: 'text.docx' })
  await answerNextDialog(app, null)
  expect(await page.evaluate(() => window.chancery.chooseFolder())).toBeNull()
})

test('locking kills the engine, starts another and loads the page anew', async () => {
  const { app, page } = desktop
  await page.evaluate(() => window.chancery.methods['vault.status']({}))
  const [before] = await enginePids(app)
  if (before === undefined) throw new Error('no engine runs')
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => {
    Reflect.set(window, 'leftover', 'of the unlocked page')
    window.chancery.lock()
  })
  await loaded
  await expect.poll(() => isAlive(before)).toBe(false)
  expect(await page.evaluate(() => Reflect.has(window, 'leftover'))).toBe(false)
  expect(await page.evaluate(() => window.chancery.methods['vault.status']({}))).toEqual({ ok: true, value: { state: 'absent', me: null, readOnly: null } })
  const after = await enginePids(app)
  expect(after).toHaveLength(1)
  expect(after).not.toContain(before)
})

test('a vault that was open when the engine was killed opens again with its passphrase, and with no other', async () => {
  const { app, page } = desktop
  const passphrase = 'fernweh marigold 41 cobalt umbrella'
  const me = await page.evaluate((words) => window.chancery.methods['vault.create']({ name: 'Ines Kallas', delegation: 'PT', passphrase: words, acknowledged: true }), passphrase)
  expect(me).toMatchObject({ ok: true, value: { name: 'Ines Kallas' } })
  const [before] = await enginePids(app)
  const loaded = page.waitForEvent('load')
  await page.evaluate(() => window.chancery.lock())
  await loaded
  await expect.poll(() => before !== undefined && isAlive(before)).toBe(false)

  const status = await page.evaluate(() => window.chancery.methods['vault.status']({}))
  expect(status).toMatchObject({ ok: true, value: { state: 'locked' } })
  const wrong = await page.evaluate(() => window.chancery.methods['vault.unlock']({ passphrase: 'another passphrase altogether' }))
  expect(wrong).toMatchObject({ ok: false, error: { code: 'passphrase-wrong' } })
  const right = await page.evaluate((words) => window.chancery.methods['vault.unlock']({ passphrase: words }), passphrase)
  expect(right).toEqual(me)
})
