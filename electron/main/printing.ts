/**
 * Makes a PDF of a page that the engine composed: in a window that nobody sees, without script, bridge or anything to load, in a
 * session of its own that lives in memory and serves that one page once.
 */
import { BrowserWindow, session } from 'electron'
import type { Session } from 'electron'
import type { PrintedPage } from '../../shared/ipc/printedPage.ts'
import { PRINT_HEADERS } from './contentSecurity.ts'
import { PRINT_URL, SCHEME } from './origin.ts'
import { CLOSED_PAGE } from './window.ts'

const PARTITION = 'chancery-printing'
/** A page that is not there by then never will be. */
const PATIENCE_MS = 60_000

let busy: Promise<unknown> = Promise.resolve()

/** One page after another. Null where the page could not be printed. */
export function printPage(page: PrintedPage): Promise<Uint8Array | null> {
  const mine = busy.then(() => print(page)).catch(() => null)
  busy = mine
  return mine
}

async function print(page: PrintedPage): Promise<Uint8Array> {
  const closed = session.fromPartition(PARTITION, { cache: false })
  serveOnce(closed, page.html)
  const window = new BrowserWindow({ show: false, webPreferences: { ...CLOSED_PAGE, session: closed, javascript: false, images: false, devTools: false } })
  const late = setTimeout(() => window.destroy(), PATIENCE_MS)
  try {
    await window.loadURL(PRINT_URL)
    const furniture = { displayHeaderFooter: true, headerTemplate: headOf(page), footerTemplate: footOf(page) }
    return new Uint8Array(await window.webContents.printToPDF({ preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true, ...furniture }))
  } finally {
    clearTimeout(late)
    if (!window.isDestroyed()) window.destroy()
    closed.protocol.unhandle(SCHEME)
  }
}

const LINE = 'display: grid; grid-template-columns: 1fr 1fr 1fr; width: 100%; margin: 0 14mm; font: 9px sans-serif; color: #1c2230'

function headOf({ marking, headLeft, headRight }: PrintedPage): string {
  return `<div style="${LINE}"><span>${escape(headLeft)}</span>${centred(marking)}<span style="text-align: right">${escape(headRight)}</span></div>`
}

/** Chromium fills in the two numbers by the names of their classes. */
function footOf({ marking }: PrintedPage): string {
  return `<div style="${LINE}"><span></span>${centred(marking)}<span style="text-align: right">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`
}

function centred(marking: string): string {
  return `<b style="text-align: center">${escape(marking)}</b>`
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

function serveOnce(closed: Session, html: string): void {
  let page: string | null = html
  closed.protocol.handle(SCHEME, (request) => {
    const asked = request.method === 'GET' && request.url === PRINT_URL ? page : null
    page = null
    return new Response(asked, { status: asked === null ? 404 : 200, headers: PRINT_HEADERS })
  })
}
