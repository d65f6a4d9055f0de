/** Starts the engine in a process of its own, carries calls to it, and kills it to lock: no key outlives the process. */
import * as v from 'valibot'
import { utilityProcess } from 'electron'
import type { UtilityProcess } from 'electron'
import { err, ok } from '../../shared/base/result.ts'
import type { Result } from '../../shared/base/result.ts'
import { contract } from '../../shared/ipc/contract.ts'
import type { Method } from '../../shared/ipc/contract.ts'
import type { FileGrant } from '../../shared/ipc/files.ts'
import type { PrintedPage, PrintMeans, PrintOutcome } from '../../shared/ipc/printedPage.ts'
import type { Progress } from '../../shared/ipc/method.ts'
import { refusal } from '../../shared/ipc/refusal.ts'
import type { Refusal } from '../../shared/ipc/refusal.ts'
import type { FromEngine, ToEngine } from '../engine/wire.ts'

/** What the engine may know of its surroundings: the time zone and what Windows needs to load a library. Nothing else. */
const ENVIRONMENT = ['TZ', 'SystemRoot', 'windir'] as const

export type Answer = Result<unknown, Refusal>
type Progressed = (progress: Progress) => void

interface Pending {
  readonly method: Method
  readonly settle: (answer: Answer) => void
  readonly onProgress: Progressed
}

export interface EngineCall {
  readonly answer: Promise<Answer>
  cancel(): void
}

export interface EngineHost {
  call(method: Method, input: unknown, onProgress: Progressed): EngineCall
  grant(grant: FileGrant, absolutePath: string): void
  /** Kills the running engine, whatever it does, waits for its end, and starts another, locked. */
  restart(): Promise<void>
  /** Lets the engine close the vault, or kills it after `patienceMs`. */
  stop(patienceMs: number): Promise<void>
}

export interface EngineOptions {
  readonly enginePath: string
  readonly vaultFolder: string
  /** The engine ended by itself; a new one already runs, locked. */
  readonly onCrash: () => void
  /** Makes a PDF of a page that the engine composed, or puts it on paper. */
  readonly printPage: (page: PrintedPage, means: PrintMeans) => Promise<PrintOutcome>
}

function environment(): Record<string, string> {
  return Object.fromEntries(ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])))
}

function checkedAnswer(method: Method, message: Extract<FromEngine, { kind: 'reply' }>): Answer {
  if (!message.ok) return err(message.error)
  const output = v.safeParse(contract[method].output, message.value)
  return output.success ? ok(output.output) : err(refusal('internal'))
}

/** One engine process and the calls under way in it. */
class EngineProcess {
  readonly #child: UtilityProcess
  readonly #pending = new Map<number, Pending>()
  readonly ended: Promise<void>
  /** It reported that it can work. One that ends before that would end again if started again. */
  ready = false
  #lastId = 0
  #over = false

  readonly #printPage: EngineOptions['printPage']

  constructor(options: EngineOptions) {
    this.#printPage = options.printPage
    this.#child = utilityProcess.fork(options.enginePath, [], { serviceName: 'Chancery engine', env: environment(), execArgv: [], stdio: 'ignore' })
    this.#child.on('message', (message: FromEngine) => this.#hear(message))
    this.ended = new Promise((resolve) => this.#child.once('exit', () => resolve()))
    void this.ended.then(() => this.#giveUp())
    this.send({ kind: 'start', vaultFolder: options.vaultFolder, kdf: 'calibrated' })
  }

  send(message: ToEngine): void {
    this.#child.postMessage(message)
  }

  call(method: Method, input: unknown, onProgress: Progressed): EngineCall {
    const id = ++this.#lastId
    if (this.#over) return { answer: Promise.resolve(err(refusal('internal'))), cancel: () => undefined }
    const answer = new Promise<Answer>((settle) => this.#pending.set(id, { method, settle, onProgress }))
    this.send({ kind: 'call', id, method, input })
    return { answer, cancel: () => this.send({ kind: 'cancel', id }) }
  }

  /** No answer that is still on its way arrives after this. */
  kill(): Promise<void> {
    this.#giveUp()
    try {
      // Not the gentle signal: an engine that is busy deriving a key would not hear it.
      if (this.#child.pid !== undefined) process.kill(this.#child.pid, 'SIGKILL')
      else this.#child.kill()
    } catch (error) {
      // It died a moment ago, and the news of it is on its way.
      if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error
    }
    return this.ended
  }

  #hear(message: FromEngine): void {
    if (message.kind === 'ready') {
      this.ready = true
      return
    }
    if (message.kind === 'print') {
      void this.#print(message)
      return
    }
    const pending = this.#pending.get(message.id)
    if (message.kind === 'progress') return pending?.onProgress(message.progress)
    this.#pending.delete(message.id)
    pending?.settle(checkedAnswer(pending.method, message))
  }

  async #print({ id, page, means }: Extract<FromEngine, { kind: 'print' }>): Promise<void> {
    const outcome = await this.#printPage(page, means)
    if (!this.#over) this.send({ kind: 'printed', id, outcome })
  }

  #giveUp(): void {
    this.#over = true
    const code = this.ready ? 'vault-locked' : 'internal'
    for (const pending of this.#pending.values()) pending.settle(err(refusal(code)))
    this.#pending.clear()
  }
}

export function startEngine(options: EngineOptions): EngineHost {
  let stopping = false
  let current = launch()

  function launch(): EngineProcess {
    const engine = new EngineProcess(options)
    void engine.ended.then(() => {
      if (stopping || engine !== current || !engine.ready) return
      current = launch()
      options.onCrash()
    })
    return engine
  }

  return {
    call(method, input, onProgress) {
      const checked = v.safeParse(contract[method].input, input)
      if (checked.success) return current.call(method, input, onProgress)
      return { answer: Promise.resolve(err(refusal('input-malformed'))), cancel: () => undefined }
    },
    grant: (grant, absolutePath) => current.send({ kind: 'grant', grant, absolutePath }),
    async restart() {
      const old = current
      const gone = old.kill()
      current = launch()
      await gone
    },
    async stop(patienceMs) {
      stopping = true
      const old = current
      old.send({ kind: 'stop' })
      const late = setTimeout(() => void old.kill(), patienceMs)
      await old.ended
      clearTimeout(late)
    },
  }
}
