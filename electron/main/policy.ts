/** What no page may do, whatever it asks: reach a network, open windows, leave our origin, use a device. Layer upon layer. */
import { app, Menu } from 'electron'
import type { Session, WebContents } from 'electron'
import type { CameraGate } from './cameraGate.ts'
import { staysInside } from './origin.ts'

/** A port on which nothing listens: RFC 863's discard port. */
const DEAD_PROXY = 'http://127.0.0.1:9'

const SWITCHES: readonly (readonly [string, string?])[] = [
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', DEAD_PROXY],
  ['proxy-bypass-list', '<-loopback>'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['no-pings'],
  // Dates and times in fields as the Council writes them, whatever the machine speaks.
  ['lang', 'en-GB'],
  ['disable-features', 'MediaRouter,OptimizationHints,AutofillServerCommunication'],
]

/** A command without a window draws nothing, and has nothing to say about the lack of a desktop session. */
export function applyWindowlessSwitches(): void {
  app.commandLine.appendSwitch('disable-gpu')
  app.commandLine.appendSwitch('disable-software-rasterizer')
  app.commandLine.appendSwitch('log-level', '3')
}

/** Must run before the app is ready. */
export function applySwitches(): void {
  for (const [name, value] of SWITCHES) {
    if (value === undefined) app.commandLine.appendSwitch(name)
    else app.commandLine.appendSwitch(name, value)
  }
}

/** The camera alone: what also asks for a microphone is refused whole. */
function isCamera(permission: string, details: object): boolean {
  return permission === 'media' && 'mediaTypes' in details && Array.isArray(details.mediaTypes) && details.mediaTypes.length === 1 && details.mediaTypes[0] === 'video'
}

function closeSession(session: Session, camera: CameraGate): void {
  session.webRequest.onBeforeRequest((details, answer) => answer({ cancel: !staysInside(details.url, app.isPackaged) }))
  session.setPermissionRequestHandler((_contents, permission, answer, details) => answer(isCamera(permission, details) && camera.isAllowed(details.requestingUrl)))
  session.setPermissionCheckHandler((_contents, permission, origin, details) => permission === 'media' && details.mediaType === 'video' && camera.isAllowed(origin))
  session.setDevicePermissionHandler(() => false)
  session.setUSBProtectedClassesHandler(() => [])
  session.setSpellCheckerEnabled(false)
  session.setSpellCheckerLanguages([])
  session.enableNetworkEmulation({ offline: true })
  session.on('will-download', (event) => event.preventDefault())
}

function closeContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (event) => event.preventDefault())
  contents.on('will-redirect', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('select-bluetooth-device', (event, _devices, answer) => {
    event.preventDefault()
    answer('')
  })
  if (app.isPackaged) contents.on('devtools-opened', () => contents.closeDevTools())
}

/** Every session and every page that ever comes into being, not only ours. Must run before the app is ready. */
export function applyPolicy(camera: CameraGate): void {
  // A packaged app has refused --no-sandbox by now. From source it is let through: Chromium's sandbox cannot run as root, as test machines do.
  if (app.isPackaged || !app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox()
  app.on('session-created', (session) => closeSession(session, camera))
  app.on('web-contents-created', (_event, contents) => closeContents(contents))
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, answer) => {
    event.preventDefault()
    answer(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event) => event.preventDefault())
}

/** macOS needs a menu for its editing keys; elsewhere the window has none. Neither offers the developer tools. */
export function applyMenu(): void {
  const mac = Menu.buildFromTemplate([{ role: 'appMenu' }, { role: 'editMenu' }, { role: 'windowMenu' }])
  Menu.setApplicationMenu(process.platform === 'darwin' ? mac : null)
}
