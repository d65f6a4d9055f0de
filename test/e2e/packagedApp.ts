/** The packaged app on Linux, started as a person without rights would: another user, a home of its own, Chromium's sandbox on. */
import { execFileSync, spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { chmodSync, copyFileSync, cpSync, existsSync, readFileSync, readdirSync, readlinkSync } from 'node:fs'
import { join } from 'node:path'
import { pack } from '../../build/pack.ts'
import { removeFolder, temporaryFolder } from './fixtures.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const USER = 'nobody'
const STRACE = '/usr/bin/strace'
const RUNUSER = ['/usr/sbin/runuser', '/sbin/runuser', '/usr/bin/runuser'].find((path) => existsSync(path)) ?? null

/** Why the package cannot be tested on this machine; null where it can. */
export function obstacle(): string | null {
  if (process.platform !== 'linux') return 'this test of the package is written for Linux'
  if (process.getuid?.() !== 0) return 'only root can start the package as another user'
  return RUNUSER === null ? 'runuser is missing' : null
}

/** strace(1) is the witness for what a process ever asked of the network. */
export function canTrace(): boolean {
  return existsSync(STRACE)
}

export interface PackagedApp {
  readonly executable: string
  readonly home: string
  start(args: readonly string[]): ChildProcess
  /** Starts it with every call that names a network address written into `log`. */
  startTraced(log: string): ChildProcess
  run(args: readonly string[], options?: { readonly input?: string; readonly display?: boolean }): { readonly code: number | null; readonly out: string; readonly error: string }
  remove(): void
}

function environment(home: string, display: boolean): Record<string, string> {
  const base = { PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }
  return display ? { ...base, DISPLAY: process.env['DISPLAY'] ?? '', XAUTHORITY: join(home, 'Xauthority') } : base
}

/** What Chromium says about a machine without a desktop session, which is not ours to silence: `[pid:time:ERROR:bus.cc(407)] ...`. */
function withoutRuntimeNoise(lines: string): string {
  return lines.split('\n').filter((line) => !/^\[\d+:[\d/.]+:ERROR:(bus|object_proxy)\.cc/.test(line)).join('\n')
}

/** Packs the app that all desktop tests run, and copies it to where every user may read it. */
export function packApp(): PackagedApp {
  if (RUNUSER === null) throw new Error('runuser is missing')
  if (pack() !== 0) throw new Error('the app could not be packed')
  const folder = temporaryFolder('packaged')
  chmodSync(folder, 0o755)
  cpSync(join(ROOT, 'build', 'dist', 'linux-unpacked'), folder, { recursive: true })
  const home = temporaryFolder('home')
  if (process.env['XAUTHORITY'] !== undefined) copyFileSync(process.env['XAUTHORITY'], join(home, 'Xauthority'))
  execFileSync('chown', ['-R', USER, home])
  const executable = join(folder, 'chancery')
  // runuser sets HOME to what the password file says.
  const command = (args: readonly string[]): string[] => ['-u', USER, '--', '/usr/bin/env', `HOME=${home}`, executable, ...args]
  return {
    executable,
    home,
    startTraced: (log) =>
      spawn(STRACE, ['-f', '-u', USER, '-e', 'trace=connect,bind,sendto,sendmsg,sendmmsg', '-o', log, '/usr/bin/env', `HOME=${home}`, executable], {
        cwd: home, env: environment(home, true), stdio: 'ignore',
      }),
    start: (args) => spawn(RUNUSER, command(args), { cwd: home, env: environment(home, true), stdio: 'ignore' }),
    run: (args, options = {}) => {
      const done = spawnSync(RUNUSER, command(args), { cwd: home, env: environment(home, options.display ?? true), input: options.input ?? '', encoding: 'utf8', timeout: 150_000 })
      return { code: done.status, out: done.stdout, error: withoutRuntimeNoise(done.stderr) }
    },
    remove: () => [folder, home].forEach(removeFolder),
  }
}

export interface RunningProcess {
  readonly pid: number
  readonly command: string
  /** Seccomp mode of proc(5): 2 means that a filter of system calls is in force. */
  readonly seccomp: number
  readonly userNamespace: string
}

function readProcess(pid: number, executable: string): RunningProcess | null {
  try {
    if (readlinkSync(`/proc/${pid}/exe`) !== executable) return null
    const seccomp = /^Seccomp:\s+(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
    return { pid, command, seccomp: Number(seccomp), userNamespace: readlinkSync(`/proc/${pid}/ns/user`) }
  } catch {
    // It ended while we looked.
    return null
  }
}

/** Every process that runs this executable. */
export function processesOf(executable: string): RunningProcess[] {
  const pids = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number)
  return pids.flatMap((pid) => readProcess(pid, executable) ?? [])
}

/** Internet sockets (any state, any family) that a process holds, as lines of /proc/net. */
export function internetSockets(pid: number): string[] {
  const held = new Set<string>()
  for (const name of readdirSync(`/proc/${pid}/fd`)) {
    try {
      const inode = /^socket:\[(\d+)\]$/.exec(readlinkSync(`/proc/${pid}/fd/${name}`))?.[1]
      if (inode !== undefined) held.add(inode)
    } catch {
      // Closed while we looked.
    }
  }
  const tables = ['tcp', 'tcp6', 'udp', 'udp6', 'raw', 'raw6'].map((name) => `/proc/${pid}/net/${name}`).filter((path) => existsSync(path))
  return tables.flatMap((path) => readFileSync(path, 'utf8').split('\n').slice(1)).filter((line) => held.has(line.trim().split(/\s+/)[9] ?? ''))
}
