/** Answers the window over the one channel: only our page's main frame is heard, and only requests of a known shape. */
import * as v from 'valibot'
import { ipcMain } from 'electron'
import type { BrowserWindow, IpcMainInvokeEvent } from 'electron'
import { err } from '../../shared/base/result.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Method } from '../../shared/ipc/contract.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import { CHANNEL, requestSchema } from '../../shared/ipc/windowChannel.ts'
import type { Notice, Request } from '../../shared/ipc/windowChannel.ts'
import { chooseFolder, chooseSource, chooseSourceFolder, chooseSources, takeDropped } from './dialogs.ts'
import type { CameraGate } from './cameraGate.ts'
import type { Answer, EngineCall, EngineHost } from './engineHost.ts'
import type { Locking } from './locking.ts'
import type { LockWatch } from './lockWatch.ts'
import { isOurPage } from './origin.ts'
import type { Reminders } from './reminders.ts'

export interface Desk {
  readonly window: BrowserWindow
  readonly engine: EngineHost
  readonly lockWatch: LockWatch
  readonly locking: Locking
  readonly camera: CameraGate
  readonly reminders: Reminders
}

function isOurWindow(event: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  const frame = event.senderFrame
  return frame !== null && event.sender === window.webContents && frame === window.webContents.mainFrame && isOurPage(frame.url)
}

/** After these, deadlines may be others than before. */
const MOVES_DEADLINES = /^(?:vault\.(?:create|unlock|recover)|settings\.change|bundle\.(?:import|importAll|undo)|exercise\.load|silence\.(?:open|respond|withdrawAnswer|extend|suspend|resume|withdraw|closeIntake))$/

/** What the answers say about the vault: whether it is open, and after how many minutes it locks itself. */
function learn(desk: Desk, method: Method, answer: Answer): void {
  if (!answer.ok) return
  // Whatever opened it: only an open vault answers these.
  if (contract[method].needs === 'vault') desk.lockWatch.vaultOpened()
  if (method === 'settings.show' || method === 'settings.change') {
    const settings = v.parse(contract['settings.show'].output, answer.value)
    desk.lockWatch.setIdleMinutes(settings.lockAfterMinutes)
  }
  if (method === 'vault.create' || method === 'vault.unlock' || method === 'vault.recover' || method === 'backup.restore') {
    desk.lockWatch.vaultOpened()
    void desk.engine.call('settings.show', {}, () => undefined).answer.then((settings) => learn(desk, 'settings.show', settings))
  }
  if (MOVES_DEADLINES.test(method)) {
    void desk.engine.call('reminder.times', {}, () => undefined).answer.then((times) => { if (times.ok) desk.reminders.set(v.parse(contract['reminder.times'].output, times.value)) })
  }
}

export function answerWindow(desk: Desk): void {
  const running = new Map<string, EngineCall>()

  async function call(request: Extract<Request, { kind: 'call' }>): Promise<Answer> {
    const { method, input, callId } = request
    const engineCall = desk.engine.call(method, input, (progress) => {
      const notice: Notice = { kind: 'progress', callId: callId ?? '', progress }
      if (callId !== null && !desk.window.isDestroyed()) desk.window.webContents.send(CHANNEL, notice)
    })
    if (callId !== null) running.set(callId, engineCall)
    const answer = await engineCall.answer
    if (callId !== null) running.delete(callId)
    learn(desk, method, answer)
    return answer
  }

  ipcMain.handle(CHANNEL, (event, message: unknown) => {
    if (!isOurWindow(event, desk.window)) throw new Error('not our window')
    const request = v.safeParse(requestSchema, message)
    if (!request.success) return err(refusal('input-malformed'))
    switch (request.output.kind) {
      case 'call': return call(request.output)
      case 'cancel': return running.get(request.output.callId)?.cancel()
      case 'chooseSource': return chooseSource(desk.window, request.output.source, desk.engine.grant)
      case 'chooseSources': return chooseSources(desk.window, request.output.source, desk.engine.grant)
      case 'allowCamera': return desk.camera.allow(request.output.allowed)
      case 'chooseSourceFolder': return chooseSourceFolder(desk.window, desk.engine.grant)
      case 'takeDropped': return takeDropped(request.output.path, desk.engine.grant)
      case 'chooseFolder': return chooseFolder(desk.window, desk.engine.grant)
      case 'lock': return desk.locking.lock('asked')
      case 'handedOver': return desk.locking.handedOver()
    }
  })
}
