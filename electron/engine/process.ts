/** The engine as a process of its own: takes messages of wire.ts from the host process that started it, and answers them. */
import { createEngine, type Engine } from './entry.ts'
import type { Printer } from './handlers/context.ts'
import type { FromEngine, ToEngine } from './wire.ts'
import type { Method } from '../../shared/ipc/contract.ts'
import type { PrintedPage, PrintMeans, PrintOutcome } from '../../shared/ipc/printedPage.ts'

/** What Electron puts on `process` in a utility process; named here because the engine does not know Electron. */
interface HostPort {
  on(event: 'message', listener: (message: { readonly data: unknown }) => void): unknown
  postMessage(message: unknown): void
}

const port: HostPort | undefined = process.parentPort
if (port === undefined) throw new Error('this file runs in a utility process of the desktop app')
serve(port)

function serve(host: HostPort): void {
  const send = (message: FromEngine): void => host.postMessage(message)
  const underWay = new Map<number, AbortController>()
  let engine: Promise<Engine> | null = null

  const printing = createPrinting(send)

  const started = (): Promise<Engine> => {
    if (engine === null) throw new Error('the first message starts the engine')
    return engine
  }
  const answer = async ({ id, method, input }: Extract<ToEngine, { kind: 'call' }>): Promise<void> => {
    const abort = new AbortController()
    underWay.set(id, abort)
    // The dispatcher refuses a name that is no method, so that the type is true from there on.
    const reply = await (await started()).call(method as Method, input, {
      signal: abort.signal,
      onProgress: (progress) => send({ kind: 'progress', id, progress }),
    })
    underWay.delete(id)
    send(reply.ok ? { kind: 'reply', id, ok: true, value: reply.value } : { kind: 'reply', id, ok: false, error: reply.error })
  }
  const stop = async (): Promise<void> => {
    await (await started()).close()
    process.exit(0)
  }
  const take = async (message: ToEngine): Promise<void> => {
    switch (message.kind) {
      case 'start':
        if (engine !== null) throw new Error('the engine is started once')
        engine = createEngine({ vaultFolder: message.vaultFolder, kdf: message.kdf, print: printing.printer })
        await engine
        return send({ kind: 'ready' })
      case 'grant': return (await started()).enterGrant(message.grant, message.absolutePath)
      case 'call': return answer(message)
      case 'cancel': return underWay.get(message.id)?.abort()
      case 'printed': return printing.printed(message)
      case 'stop': return stop()
    }
  }
  // The host is our own code: a fault here is a bug, and the process ends rather than go on in an unknown state.
  host.on('message', ({ data }) => void take(data as ToEngine).catch(() => process.exit(1)))
}

interface Printing {
  readonly printer: Printer
  printed(message: Extract<ToEngine, { kind: 'printed' }>): void
}

/** Pages go to the host, which has what it takes to print; the answers come back by number. */
function createPrinting(send: (message: FromEngine) => void): Printing {
  const waiting = new Map<number, (outcome: PrintOutcome) => void>()
  let lastId = 0
  const print = (page: PrintedPage, means: PrintMeans): Promise<PrintOutcome> => new Promise((settle) => {
    const id = ++lastId
    waiting.set(id, settle)
    send({ kind: 'print', id, page, means })
  })
  return {
    printer: {
      async toPdf(page) {
        const outcome = await print(page, 'pdf')
        return outcome.kind === 'pdf' ? outcome.bytes : null
      },
      async toPaper(page) {
        const { kind } = await print(page, 'paper')
        return kind === 'pdf' ? 'failed' : kind
      },
    },
    printed({ id, outcome }) {
      waiting.get(id)?.(outcome)
      waiting.delete(id)
    },
  }
}
