/** The machine's own file dialogs. A path goes from here to the engine; the window gets a one-use grant and a bare name. */
import { basename, isAbsolute } from 'node:path'
import { dialog } from 'electron'
import type { BrowserWindow, FileFilter, OpenDialogOptions } from 'electron'
import type { Chosen, SourceKind } from '../../shared/ipc/bridge.ts'
import { plainLine } from '../../shared/base/plainLine.ts'
import { makeGrant } from '../../shared/ipc/files.ts'
import type { FileGrant, GrantKind } from '../../shared/ipc/files.ts'

const FILTERS: Readonly<Record<SourceKind, FileFilter[]>> = {
  text: [{ name: 'Word, Markdown or plain text', extensions: ['docx', 'md', 'txt'] }],
  word: [{ name: 'Word', extensions: ['docx'] }],
  bundle: [{ name: 'Chancery bundle', extensions: ['chbundle'] }, { name: '*', extensions: ['*'] }],
  card: [{ name: 'Chancery card', extensions: ['chcard'] }, { name: '*', extensions: ['*'] }],
  attachment: [],
  indicators: [{ name: 'STIX 2.1 or MISP', extensions: ['json', 'stix'] }, { name: '*', extensions: ['*'] }],
  certificate: [{ name: 'Chancery certificate', extensions: ['chcert'] }, { name: '*', extensions: ['*'] }],
  evidence: [{ name: 'Chancery evidence', extensions: ['chevidence'] }, { name: '*', extensions: ['*'] }],
  picture: [{ name: 'PNG or JPEG', extensions: ['png', 'jpg', 'jpeg'] }],
  backup: [{ name: 'Chancery backup', extensions: ['chbackup'] }, { name: '*', extensions: ['*'] }],
  keyFile: [{ name: '*', extensions: ['*'] }, { name: 'Chancery key file', extensions: ['chkey'] }],
}

/** Tells the engine which path a grant stands for. */
export type Announce = (grant: FileGrant, absolutePath: string) => void

function unpredictable(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}

async function choose(window: BrowserWindow, options: OpenDialogOptions, kind: GrantKind, announce: Announce): Promise<Chosen[]> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { ...options, securityScopedBookmarks: false })
  return canceled ? [] : filePaths.map((path) => granted(path, kind, announce))
}

function granted(path: string, kind: GrantKind, announce: Announce): Chosen {
  const grant = makeGrant(kind, unpredictable)
  announce(grant, path)
  return { grant, label: plainLine(basename(path), '_') }
}

/** To read, like a file chosen in a dialog. */
export function takeDropped(path: string, announce: Announce): Chosen | null {
  return isAbsolute(path) ? granted(path, 'source', announce) : null
}

export async function chooseSource(window: BrowserWindow, kind: SourceKind, announce: Announce): Promise<Chosen | null> {
  return (await choose(window, { properties: ['openFile', 'dontAddToRecent'], filters: FILTERS[kind] }, 'source', announce))[0] ?? null
}

export function chooseSources(window: BrowserWindow, kind: SourceKind, announce: Announce): Promise<Chosen[]> {
  return choose(window, { properties: ['openFile', 'multiSelections', 'dontAddToRecent'], filters: FILTERS[kind] }, 'source', announce)
}

/** To read what lies in it. */
export async function chooseSourceFolder(window: BrowserWindow, announce: Announce): Promise<Chosen | null> {
  return (await choose(window, { properties: ['openDirectory', 'dontAddToRecent'] }, 'source', announce))[0] ?? null
}

export async function chooseFolder(window: BrowserWindow, announce: Announce): Promise<Chosen | null> {
  return (await choose(window, { properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'] }, 'target', announce))[0] ?? null
}
