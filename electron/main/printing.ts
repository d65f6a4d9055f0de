/**
 * Makes a PDF of a page that the engine composed: in a window that nobody sees, without script, bridge or anything to load, in a
 * session of its own that lives in memory and serves that one page once.
 */
import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import { PRINT_HEADERS } from './contentSecurity.ts'
import { PRINT_URL, SCHEME } from './origin.ts'
import { CLOSED_PAGE } from './window.ts'

const PARTITION = 'chancery-printing'
/** A page that is not there by then never will be. */
const PATIENCE_MS = 60_000

let busy: Promise<unknown> = Promise.resolve()

/** One page after another. Null where the page could not be printed. */
export function printPage(html: string): Promise<Uint8Array | null> {
  const mine = busy.then(() => print(html)).catch(() => null)
  busy = mine
  return mine
}

async function print(html: string): Promise<Uint8Array> {
  const closed = session.fromPartition(PARTITION, { cache: false })
  serveOnce(closed, html)
  const window = new BrowserWindow({ show: false, webPreferences: { ...CLOSED_PAGE, session: closed, javascript: false, images: false, devTools: false } })
  const late = setTimeout(() => window.destroy(), PATIENCE_MS)
  try {
    await window.loadURL(PRINT_URL)
    return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true }))
  } finally {
    clearTimeout(late)
    if (!window.isDestroyed()) window.destroy()
    closed.protocol.unhandle(SCHEME)
  }
}

function serveOnce(closed: Session, html: string): void {
  let page: string | null = html
  closed.protocol.handle(SCHEME, (request) => {
    const asked = request.method === 'GET' && request.url === PRINT_URL ? page : null
    page = null
    return new Response(asked, { status: asked === null ? 404 : 200, headers: PRINT_HEADERS })
  })
}
