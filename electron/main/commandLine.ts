/** What the command line may ask of the app: open the window, or, after the word `cli`, do one command without a window. */
import { spawnSync } from 'node:child_process'
import { pathToFileURL } from 'node:url'

export type Launch =
  | { readonly kind: 'window' }
  | { readonly kind: 'cli'; readonly args: readonly string[] }
  | { readonly kind: 'refused'; readonly words: string }

/** Where the profile lies; everything else that begins with a dash is refused in a packaged app. */
const KNOWN_SWITCHES: readonly string[] = ['--user-data-dir']
/** Chromium reads its switches wherever they stand, so these are refused after `cli` as well. */
const NEVER = /^--?(remote-debugging|remote-allow|inspect|no-sandbox|disable-.*sandbox|js-flags|load-extension|proxy-|host-re|enable-logging|log-net-log)/

/** Chromium needs a display even to do nothing, unless this stands on the command line when it starts. */
const WITHOUT_DISPLAY = '--ozone-platform=headless'

function isSwitch(argument: string): boolean {
  return argument.startsWith('-') || (process.platform === 'win32' && argument.startsWith('/'))
}

function isKnown(argument: string): boolean {
  return KNOWN_SWITCHES.some((known) => argument.startsWith(`${known}=`))
}

/** What the person gave. Unpackaged, `-r MODULE`, switches of the runtime and the folder of the app stand before it. */
export function personArguments(argv: readonly string[], packaged: boolean): readonly string[] {
  if (packaged) return argv.slice(1)
  let at = 1
  while (argv[at]?.startsWith('-') === true) at += argv[at] === '-r' ? 2 : 1
  return argv.slice(at + 1)
}

/** A person who works from source may give the runtime any switch; a packaged app knows its own and refuses the rest. */
export function readLaunch(given: readonly string[], packaged: boolean): Launch {
  const args = given[0] === WITHOUT_DISPLAY && given[1] === 'cli' ? given.slice(1) : given
  const refused = args.find((argument) => isSwitch(argument) && (args[0] === 'cli' ? NEVER.test(argument) : !isKnown(argument)))
  if (packaged && refused !== undefined) {
    const name = refused.split('=')[0] ?? refused
    return { kind: 'refused', words: `Chancery does not start with ${name}. Known: --user-data-dir=FOLDER, or cli COMMAND.` }
  }
  return args[0] === 'cli' ? { kind: 'cli', args: args.slice(1) } : { kind: 'window' }
}

/**
 * On a machine without a display, does the whole command in a second process that was started for it, and answers its exit code;
 * null where there is no need.
 */
export function runWithoutDisplay(argv: readonly string[]): number | null {
  const display = process.platform !== 'linux' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']
  if (display || argv.includes(WITHOUT_DISPLAY)) return null
  return spawnSync(process.execPath, [WITHOUT_DISPLAY, ...argv.slice(1)], { stdio: 'inherit' }).status ?? 1
}

/** Runs the built command line in this process, as `node bin.ts ARGS` would; answers its exit code. */
export async function runCommandLine(binPath: string, args: readonly string[]): Promise<number> {
  process.argv = [process.execPath, binPath, ...args]
  await import(pathToFileURL(binPath).href)
  // What was printed into a pipe has left this process before it ends.
  await Promise.all([process.stdout, process.stderr].map((stream) => new Promise((written) => stream.write('', written))))
  return Number(process.exitCode ?? 0)
}
