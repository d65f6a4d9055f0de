/** The desktop app: reads how it was started, lays down the policy, starts the engine, opens the one window. */
import { join, resolve } from 'node:path'
import { app, Notification, powerMonitor } from 'electron'
import type { BrowserWindow } from 'electron'
import type { LockReason } from '../../shared/ipc/bridge.ts'
import { CHANNEL } from '../../shared/ipc/windowChannel.ts'
import type { Notice } from '../../shared/ipc/windowChannel.ts'
import { personArguments, readLaunch, runCommandLine, runWithoutDisplay } from './commandLine.ts'
import { startEngine } from './engineHost.ts'
import { createLocking } from './locking.ts'
import { machineTime, watchForLock } from './lockWatch.ts'
import { declareScheme, readPageList } from './pageFiles.ts'
import { abandonPrinting, printPage } from './printing.ts'
import { applyMenu, applyPolicy, applySwitches, applyWindowlessSwitches } from './policy.ts'
import { createCameraGate, type CameraGate } from './cameraGate.ts'
import { openWindow } from './window.ts'
import { keepMoments, readMoments } from './reminderFile.ts'
import { createReminders } from './reminders.ts'
import { answerWindow } from './windowRequests.ts'

const BUILT = join(import.meta.dirname, '..')
const PAGE_FOLDER = join(BUILT, 'renderer')
const ENGINE_PATIENCE_MS = 3_000

/** Loads the window anew, so that nothing it showed stays in its memory, and tells the new page why. */
function reload(window: BrowserWindow, reason: LockReason): void {
  const notice: Notice = { kind: 'locked', reason }
  window.webContents.once('did-finish-load', () => window.webContents.send(CHANNEL, notice))
  window.webContents.reloadIgnoringCache()
}

function warn(window: BrowserWindow): void {
  const notice: Notice = { kind: 'lockComing' }
  if (!window.isDestroyed()) window.webContents.send(CHANNEL, notice)
}

function waitOnce(ms: number, work: () => void): () => void {
  const timer = setTimeout(work, ms)
  return () => clearTimeout(timer)
}

/** Anybody who looks at the screen may see it, and the vault may be locked: it says nothing of what it is about. */
function remind(): void {
  if (Notification.isSupported()) new Notification({ title: 'Chancery', body: 'A deadline is near. Open Chancery to see which.' }).show()
}

async function openDesk(camera: CameraGate): Promise<void> {
  const pageFiles = await readPageList(PAGE_FOLDER)
  await app.whenReady()
  applyMenu()
  const engine = startEngine({
    enginePath: join(BUILT, 'engine', 'process.js'),
    vaultFolder: join(app.getPath('userData'), 'vault'),
    onCrash: () => showLocked('engineStopped'),
    printPage,
  })
  const window = openWindow({ preloadPath: join(BUILT, 'preload', 'index.cjs'), pageFolder: PAGE_FOLDER, pageFiles, packaged: app.isPackaged })

  const momentsPath = join(app.getPath('userData'), 'reminders.json')
  const reminders = createReminders({ now: Date.now, after: waitOnce, notify: remind, keep: (moments) => keepMoments(momentsPath, moments) })
  reminders.begin(readMoments(momentsPath))

  function showLocked(reason: LockReason): void {
    lockWatch.vaultLocked()
    camera.allow(false)
    reminders.vaultLocked()
    abandonPrinting()
    if (!window.isDestroyed()) reload(window, reason)
  }
  const locking = createLocking({ warn: () => warn(window), endEngine: () => void engine.restart(), show: showLocked, after: waitOnce })
  const lockWatch = watchForLock({ contents: window.webContents, machine: powerMonitor, time: machineTime() }, locking.lock)

  answerWindow({ window, engine, lockWatch, locking, camera, reminders })
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
  // The engine closes the vault first; then, and not before, the app ends.
  app.on('will-quit', (event) => event.preventDefault())
  window.on('closed', abandonPrinting)
  window.on('closed', () => void engine.stop(ENGINE_PATIENCE_MS).finally(() => app.exit(0)))
}

/** The profile folder: the machine's own place, unless the person named another. */
function settleProfile(): void {
  app.setName('Chancery')
  const named = app.commandLine.getSwitchValue('user-data-dir')
  app.setPath('userData', named === '' ? join(app.getPath('appData'), 'Chancery') : resolve(named))
}

function start(): void {
  const launch = readLaunch(personArguments(process.argv, app.isPackaged), app.isPackaged)
  if (launch.kind === 'refused') {
    process.stderr.write(`${launch.words}\n`)
    app.exit(2)
    return
  }
  const doneElsewhere = launch.kind === 'cli' ? runWithoutDisplay(process.argv) : null
  if (doneElsewhere !== null) process.exit(doneElsewhere)
  settleProfile()
  applySwitches()
  const camera = createCameraGate()
  applyPolicy(camera)
  if (launch.kind === 'cli') {
    applyWindowlessSwitches()
    app.dock?.hide()
    void runCommandLine(join(BUILT, 'cli', 'bin.js'), launch.args).then((code) => app.exit(code))
  } else {
    declareScheme()
    if (app.requestSingleInstanceLock()) void openDesk(camera)
    else app.exit(0)
  }
}

start()
