/**
 * Makes a PDF of a page that the engine composed, or puts it on paper: in a window that nobody sees, without script, bridge or anything to
 * load, in a session of its own that lives in memory and serves that one page once.
 */
import { BrowserWindow, session } from 'electron'
import type { Session, WebContents } from 'electron'
import type { PrintedPage, PrintMeans, PrintOutcome } from '../../shared/ipc/printedPage.ts'
import { PRINT_HEADERS } from './contentSecurity.ts'
import { PRINT_URL, SCHEME } from './origin.ts'
import { CLOSED_PAGE } from './window.ts'

const PARTITION = 'chancery-printing'
/** A page that is not there by then never will be. The person at the printer's dialog may take their time. */
const PATIENCE_MS = 60_000
/** What Chromium calls it when the person closes the dialog. */
const CANCELLED = /cancel/i

let busy: Promise<unknown> = Promise.resolve()
const open = new Set<BrowserWindow>()
/** Counts the locks: what was asked for before one is not printed after it. */
let locks = 0

/** One page after another. */
export function printPage(page: PrintedPage, means: PrintMeans): Promise<PrintOutcome> {
  const asked = locks
  const mine = busy.then((): PrintOutcome | Promise<PrintOutcome> => (locks === asked ? print(page, means) : { kind: 'failed' })).catch((): PrintOutcome => ({ kind: 'failed' }))
  busy = mine
  return mine
}

/** Whatever is on its way to the printer is let go: a locked vault shows nothing, not even in a window that nobody sees. */
export function abandonPrinting(): void {
  locks += 1
  for (const window of open) window.destroy()
}

async function print(page: PrintedPage, means: PrintMeans): Promise<PrintOutcome> {
  const closed = session.fromPartition(PARTITION, { cache: false })
  serveOnce(closed, means === 'paper' ? headed(page) : page.html)
  const window = new BrowserWindow({ show: false, webPreferences: { ...CLOSED_PAGE, session: closed, javascript: false, images: false, devTools: false } })
  open.add(window)
  const ended = new Promise<PrintOutcome>((resolve) => window.once('closed', () => resolve({ kind: 'failed' })))
  const late = setTimeout(() => window.destroy(), PATIENCE_MS)
  try {
    await window.loadURL(PRINT_URL)
    if (means === 'pdf') return await Promise.race([toPdf(window.webContents, page), ended])
    clearTimeout(late)
    return await Promise.race([toPaper(window.webContents, page), ended])
  } finally {
    clearTimeout(late)
    open.delete(window)
    if (!window.isDestroyed()) window.destroy()
    closed.protocol.unhandle(SCHEME)
  }
}

async function toPdf(contents: WebContents, page: PrintedPage): Promise<PrintOutcome> {
  const furniture = { displayHeaderFooter: true, headerTemplate: headOf(page), footerTemplate: footOf(page) }
  const bytes = await contents.printToPDF({ preferCSSPageSize: true, printBackground: false, generateTaggedPDF: true, ...furniture })
  return { kind: 'pdf', bytes: new Uint8Array(bytes) }
}

/** Chromium sets the title of the page at the head of every sheet, this line at its foot, and beside it the number of the sheet. */
function toPaper(contents: WebContents, page: PrintedPage): Promise<PrintOutcome> {
  const lines = { header: headLine(page), footer: page.marking }
  return new Promise((resolve) => contents.print({ silent: false, printBackground: false, ...lines }, (printed, reason) => {
    resolve({ kind: printed ? 'done' : CANCELLED.test(reason) ? 'cancelled' : 'failed' })
  }))
}

function headLine({ marking, headLeft, headRight }: PrintedPage): string {
  return [headLeft, marking, headRight].filter((part) => part !== '').join('   ')
}

/** The page as it goes to paper: what stands at the head of every sheet is its title. */
function headed(page: PrintedPage): string {
  return page.html.replace(/<title>[^<]*<\/title>/, () => `<title>${escape(headLine(page))}</title>`)
}

/** The marking takes the room that it needs, in letters that are read across a table. */
const LINE = 'display: grid; grid-template-columns: 1fr auto 1fr; align-items: baseline; gap: 4mm; width: 100%; margin: 0 14mm; font: 9px sans-serif; color: #1c2230'

function headOf({ marking, headLeft, headRight }: PrintedPage): string {
  return `<div style="${LINE}"><span>${escape(headLeft)}</span>${centred(marking)}<span style="text-align: right">${escape(headRight)}</span></div>`
}

/** Chromium fills in the two numbers by the names of their classes. */
function footOf({ marking }: PrintedPage): string {
  return `<div style="${LINE}"><span></span>${centred(marking)}<span style="text-align: right">Page <span class="pageNumber"></span> of <span class="totalPages"></span></span></div>`
}

function centred(marking: string): string {
  return `<b style="font-size: 13px; letter-spacing: .06em; text-align: center">${escape(marking)}</b>`
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
