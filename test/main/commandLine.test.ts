/** How the desktop app reads the way it was started. */
import { expect, test } from 'vitest'
import { personArguments, readLaunch } from '../../electron/main/commandLine.ts'

test('without arguments, and with a profile folder, the window opens', () => {
  expect(readLaunch([], true)).toEqual({ kind: 'window' })
  expect(readLaunch(['--user-data-dir=/tmp/x'], true)).toEqual({ kind: 'window' })
})

test.for([
  '--remote-debugging-port=9222', '--remote-debugging-pipe', '--no-sandbox', '--inspect', '--inspect-brk=1', '--js-flags=--expose-gc', '--load-extension=/tmp', '--proxy-server=x', '--user-data-dir', '-r', '--',
])('a packaged app refuses to start with %s, and names it', (argument) => {
  const launch = readLaunch([argument], true)
  expect(launch.kind).toBe('refused')
  expect(launch.kind === 'refused' && launch.words).toContain(argument.split('=')[0])
})

test('after the word cli, the options belong to the command, and the dangerous ones are refused all the same', () => {
  expect(readLaunch(['cli', 'vault', 'create', '--json', '--name', 'A'], true)).toEqual({ kind: 'cli', args: ['vault', 'create', '--json', '--name', 'A'] })
  expect(readLaunch(['cli', 'vault', '--remote-debugging-port=1'], true).kind).toBe('refused')
  expect(readLaunch(['cli', 'vault', '--no-sandbox'], true).kind).toBe('refused')
})

test('a command that was started again for lack of a display is the same command; a window never starts so', () => {
  expect(readLaunch(['--ozone-platform=headless', 'cli', 'demo'], true)).toEqual({ kind: 'cli', args: ['demo'] })
  expect(readLaunch(['--ozone-platform=headless'], true).kind).toBe('refused')
})

test('from source, any switch of the runtime is let through', () => {
  expect(readLaunch(['--no-sandbox'], false)).toEqual({ kind: 'window' })
})

test('what the person gave begins after the program, and from source after the folder of the app', () => {
  expect(personArguments(['/opt/chancery', 'cli', '--help'], true)).toEqual(['cli', '--help'])
  expect(personArguments(['electron', '-r', 'app.cjs', '--no-sandbox', '.', 'cli', '--help'], false)).toEqual(['cli', '--help'])
  expect(personArguments(['electron', '.'], false)).toEqual([])
})
