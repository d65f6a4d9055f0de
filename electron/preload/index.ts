/** Lays the bridge into the window: one function per method of the contract, and nothing that could send anything else. */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge, BridgeMethods, CallId, Chosen, LockReason } from '../../shared/ipc/bridge.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Method } from '../../shared/ipc/contract.ts'
import type { Progress } from '../../shared/ipc/method.ts'
import { CHANNEL } from '../../shared/ipc/windowChannel.ts'
import type { Notice, Request } from '../../shared/ipc/windowChannel.ts'

const PLATFORMS: Readonly<Record<string, Bridge['platform']>> = { darwin: 'mac', win32: 'windows' }

type ProgressListener = (callId: CallId, progress: Progress) => void
type LockListener = (reason: LockReason) => void
type HandOver = () => Promise<unknown>

const progressListeners = new Set<ProgressListener>()
const lockListeners = new Set<LockListener>()
const handOvers = new Set<HandOver>()
/** A lock that the page has not asked about yet: it may be told before its first component listens. */
let untold: LockReason | null = null

function ask<T>(request: Request): Promise<T> {
  return ipcRenderer.invoke(CHANNEL, request)
}

function listen<T>(listeners: Set<T>, listener: T): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

function hear(notice: Notice): void {
  if (notice.kind === 'progress') {
    for (const listener of progressListeners) listener(notice.callId, notice.progress)
    return
  }
  if (notice.kind === 'lockComing') {
    void Promise.allSettled([...handOvers].map((handOver) => handOver())).then(() => ask({ kind: 'handedOver' }))
    return
  }
  untold = lockListeners.size === 0 ? notice.reason : null
  for (const listener of lockListeners) listener(notice.reason)
}

/** The path goes to the host process and nowhere else. */
function takeDropped(file: object): Promise<Chosen | null> {
  const path = file instanceof File ? webUtils.getPathForFile(file) : ''
  return path === '' ? Promise.resolve(null) : ask({ kind: 'takeDropped', path })
}

const names = Object.keys(contract) as Method[]
const methods = Object.fromEntries(
  names.map((method) => [method, (input: unknown, callId?: CallId) => ask({ kind: 'call', method, input, callId: callId ?? null })]),
) as BridgeMethods

const bridge: Bridge = {
  methods,
  onProgress: (listener) => listen(progressListeners, listener),
  cancel: (callId) => void ask({ kind: 'cancel', callId }),
  chooseSource: (source) => ask({ kind: 'chooseSource', source }),
  chooseSources: (source) => ask({ kind: 'chooseSources', source }),
  allowCamera: (allowed) => ask({ kind: 'allowCamera', allowed }),
  chooseSourceFolder: () => ask({ kind: 'chooseSourceFolder' }),
  takeDropped,
  chooseFolder: () => ask({ kind: 'chooseFolder' }),
  lock: () => void ask({ kind: 'lock' }),
  onLockComing: (handOver) => listen(handOvers, handOver),
  onLocked: (listener) => {
    if (untold !== null) listener(untold)
    untold = null
    return listen(lockListeners, listener)
  },
  platform: PLATFORMS[process.platform] ?? 'linux',
  localZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
}

ipcRenderer.on(CHANNEL, (_event, notice: Notice) => hear(notice))
contextBridge.exposeInMainWorld('chancery', bridge)
