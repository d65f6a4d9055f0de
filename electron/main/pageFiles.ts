/** The page's own scheme. A URL is looked up in the list of files that the build made; it is never turned into a path. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { protocol } from 'electron'
import type { Session } from 'electron'
import { RESPONSE_HEADERS } from './contentSecurity.ts'
import { ORIGIN, SCHEME } from './origin.ts'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  svg: 'image/svg+xml',
  png: 'image/png',
  woff2: 'font/woff2',
}

export interface PageFile {
  readonly name: string
  readonly mediaType: string
}

/** Must run before the app is ready. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, corsEnabled: false } }])
}

/** The file that a request names, if the build made it and its kind is known. */
export function findPageFile(url: string, files: ReadonlySet<string>): PageFile | null {
  if (!url.startsWith(`${ORIGIN}/`)) return null
  const name = url.slice(ORIGIN.length + 1)
  const mediaType = MEDIA_TYPES[name.slice(name.lastIndexOf('.') + 1)]
  return files.has(name) && mediaType !== undefined ? { name, mediaType } : null
}

/** Serves the built page from `folder`; `files` are the names in it, with forward slashes. */
export function servePage(session: Session, folder: string, files: ReadonlySet<string>): void {
  session.protocol.handle(SCHEME, async (request) => {
    const file = request.method === 'GET' ? findPageFile(request.url, files) : null
    if (file === null) return new Response(null, { status: 404, headers: RESPONSE_HEADERS })
    const bytes = await readFile(join(folder, ...file.name.split('/')))
    return new Response(new Uint8Array(bytes), { headers: { ...RESPONSE_HEADERS, 'Content-Type': file.mediaType } })
  })
}

/** The list that build/bundle.ts wrote beside the page. */
export async function readPageList(folder: string): Promise<ReadonlySet<string>> {
  const names: unknown = JSON.parse(await readFile(join(folder, 'files.json'), 'utf8'))
  if (!Array.isArray(names)) throw new Error('the list of page files is not a list')
  return new Set(names.filter((name) => typeof name === 'string'))
}
