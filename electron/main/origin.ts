/** The one origin that pages come from, and what counts as staying inside the machine. */

export const SCHEME = 'app'
export const ORIGIN = 'app://chancery'
export const START_URL = `${ORIGIN}/index.html`
/** The page in the window that prints: it has neither script nor bridge. */
export const PRINT_URL = `${ORIGIN}/print.html`

/** Our own page's main frame, and nothing else, may use the channel. */
export function isOurPage(url: string): boolean {
  return url.startsWith(`${ORIGIN}/`)
}

/** Requests that stay in the machine: our own files, images that the page made itself, and (unpackaged) the developer tools. */
export function staysInside(url: string, packaged: boolean): boolean {
  return isOurPage(url) || url.startsWith(`blob:${ORIGIN}/`) || (!packaged && url.startsWith('devtools://'))
}
