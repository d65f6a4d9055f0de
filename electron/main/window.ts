/** The one window. */
import { BrowserWindow, nativeTheme, session } from 'electron'
import { START_URL } from './origin.ts'
import { servePage } from './pageFiles.ts'

/** Without the prefix `persist:` a partition lives in memory only. */
const PARTITION = 'chancery'

/** What a page can do at most, whatever is in it. */
export const CLOSED_PAGE = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  webviewTag: false,
  allowRunningInsecureContent: false,
  navigateOnDragDrop: false,
  safeDialogs: true,
  enableWebSQL: false,
  spellcheck: false,
} as const

export interface WindowOptions {
  readonly preloadPath: string
  readonly pageFolder: string
  readonly pageFiles: ReadonlySet<string>
  readonly packaged: boolean
}

/** The page background before the first paint, so that the window does not flash: the `--desk` of each appearance. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#15171b' : '#f4f2ed'
}

export function openWindow(options: WindowOptions): BrowserWindow {
  const pageSession = session.fromPartition(PARTITION, { cache: false })
  servePage(pageSession, options.pageFolder, options.pageFiles)
  const window = new BrowserWindow({
    width: 1280,
    height: 840,
    minWidth: 720,
    minHeight: 480,
    show: false,
    title: 'Chancery',
    backgroundColor: background(),
    autoHideMenuBar: true,
    webPreferences: {
      preload: options.preloadPath,
      session: pageSession,
      ...CLOSED_PAGE,
      devTools: !options.packaged,
    },
  })
  // Where the machine offers it (Windows, macOS), other programs cannot photograph the window.
  if (options.packaged) window.setContentProtection(true)
  window.once('ready-to-show', () => window.show())
  void window.loadURL(START_URL)
  return window
}
