/** The hardened package from outside: it starts with Chromium's sandbox on, holds no internet socket, refuses switches, and has the command line. */
import type { ChildProcess } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { expect, test } from '@playwright/test'
import { FUSES } from '../../build/fuses.ts'
import { canTrace, internetSockets, obstacle, packApp, processesOf } from './packagedApp.ts'
import type { PackagedApp } from './packagedApp.ts'

const why = obstacle()
if (why === null || process.env['DESKTOP_TESTS'] === 'required') testPackage()
else console.warn(`!!! THE PACKAGE WAS NOT TESTED: ${why}`)

function testPackage(): void {
  let packaged: PackagedApp
  test.beforeAll(() => {
    test.setTimeout(300_000)
    packaged = packApp()
  })
  test.afterAll(() => packaged.remove())

  test('every fuse that the runtime has is burnt as decided', async () => {
    const wire = await getCurrentFuseWire(packaged.executable)
    const present = Object.keys(FUSES).map((name) => Number(name) as FuseV1Options).filter((fuse) => wire[fuse] !== undefined)
    expect(present.length).toBeGreaterThanOrEqual(8)
    for (const fuse of present) expect(String.fromCharCode(Number(wire[fuse])), FuseV1Options[fuse]).toBe(FUSES[fuse] ? '1' : '0')
  })

  const find = (part: string) => processesOf(packaged.executable).find((one) => one.command.includes(part))
  const page = () => find('--type=renderer')
  const engine = () => find('--utility-sub-type=node.mojom.NodeService')
  const main = () => processesOf(packaged.executable).find((one) => !one.command.includes('--type='))

  /** Looks at the app when page and engine have run for two seconds, then ends it as a session manager would. */
  async function whileRunning(runner: ChildProcess, look: () => void): Promise<void> {
    try {
      await expect.poll(() => page() !== undefined && engine() !== undefined, { timeout: 60_000 }).toBe(true)
      await new Promise((settled) => setTimeout(settled, 2_000))
      look()
    } finally {
      const pid = main()?.pid
      if (pid !== undefined) process.kill(pid, 'SIGTERM')
      await new Promise((ended) => (runner.exitCode === null ? runner.once('exit', ended) : ended(null)))
    }
  }

  test('it starts as an unprivileged user: page in the sandbox, engine beside it, no internet socket anywhere', async () => {
    await whileRunning(packaged.start([]), () => {
      expect(page()?.seccomp).toBe(2)
      expect(page()?.userNamespace).not.toBe(main()?.userNamespace)
      expect(engine()).toBeDefined()
      const all = processesOf(packaged.executable)
      expect(all.filter((one) => one.command.includes('--no-sandbox'))).toEqual([])
      expect(all.flatMap((one) => internetSockets(one.pid))).toEqual([])
    })
    // The last of its helpers may need a moment more than the process that was waited for.
    await expect.poll(() => processesOf(packaged.executable)).toEqual([])
  })

  if (canTrace()) {
    test('from its start to its end it never names an internet address to the system', async () => {
      const log = join(packaged.home, 'trace.log')
      await whileRunning(packaged.startTraced(log), () => expect(engine()).toBeDefined())
      const lines = readFileSync(log, 'utf8').split('\n')
      // The display and the like are reached over local sockets: the trace did see something.
      expect(lines.filter((line) => line.includes('AF_UNIX'))).not.toEqual([])
      expect(lines.filter((line) => /sa_family=AF_INET/.test(line))).toEqual([])
    })
  } else console.warn('!!! THE NETWORK WAS NOT TRACED: strace is not installed')

  for (const argument of ['--remote-debugging-port=9222', '--no-sandbox', '--inspect=9229', '--js-flags=--expose-gc', '--some-other-switch']) {
    test(`it refuses to start with ${argument}, and says so`, async () => {
      const { code, error } = packaged.run([argument])
      expect(code).toBe(2)
      expect(error).toContain(`Chancery does not start with ${argument.split('=')[0]}`)
      // The last of its helpers may need a moment more than the process that was waited for.
      await expect.poll(() => processesOf(packaged.executable)).toEqual([])
    })
  }

  test('the command line is in it, without a window and without a display', () => {
    const help = packaged.run(['cli', '--help'], { display: false })
    expect(help.code).toBe(0)
    expect(help.out).toContain('Usage: chancery')
    expect(packaged.run(['cli', 'no-such-group'], { display: false }).code).toBe(2)
  })

  test('the command line of the package makes a real vault', () => {
    const folder = join(packaged.home, 'vault')
    const passphrase = 'fernweh marigold 41 cobalt umbrella'
    const done = packaged.run(['cli', 'vault', 'create', '--vault', folder, '--name', 'Ines Kallas', '--delegation', 'PT', '--acknowledge', '--passphrase-stdin', '--json'], { input: `${passphrase}\n`, display: false })
    expect({ code: done.code, error: done.error }).toEqual({ code: 0, error: '' })
    expect(JSON.parse(done.out)).toMatchObject({ ok: true, result: { name: 'Ines Kallas', delegation: 'PT' } })
    expect(existsSync(join(folder, 'vault.key'))).toBe(true)
  })

  test('the whole main job runs in the package, and a Word file that it wrote is read by it again', () => {
    const first = packaged.run(['cli', 'demo', '--delegations', '2', '--out', join(packaged.home, 'first')], { display: false })
    expect({ code: first.code, error: first.error }).toEqual({ code: 0, error: '' })
    const papers = join(packaged.home, 'first', 'papers')
    const word = readdirSync(papers).find((name) => name.endsWith('init-clean.docx'))
    const second = packaged.run(['cli', 'demo', '--delegations', '2', '--out', join(packaged.home, 'second'), '--text', join(papers, word ?? '')], { display: false })
    expect({ code: second.code, error: second.error }).toEqual({ code: 0, error: '' })
  })
}
