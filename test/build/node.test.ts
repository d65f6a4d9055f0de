import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** Without anything on the PATH: what starts must find its own Node. */
function start(launcher: string, ...args: readonly string[]) {
  return spawnSync(process.execPath, [join(ROOT, 'build', launcher), ...args], { cwd: '/', env: { PATH: '' }, encoding: 'utf8' })
}

describe('the launcher', () => {
  it('runs a script of the project from any folder and passes on its arguments and its exit code', () => {
    const helped = start('node.mjs', 'electron/cli/bin.ts', 'bundle', '--help')
    expect([helped.status, helped.stderr]).toEqual([0, ''])
    expect(helped.stdout).toContain('chancery bundle')
    expect(start('node.mjs', 'electron/cli/bin.ts', 'no-such-command').status).toBe(2)
  })

  it('is the command `chancery` as well', () => {
    expect(start('chancery.mjs', 'vault', '--help').stdout).toContain('chancery vault')
  })

  it('says how it is used', () => {
    expect(start('node.mjs')).toMatchObject({ status: 2, stderr: expect.stringContaining('usage:') })
  })

  it('stands before every script of the package, for the Node that runs npm may be too old for TypeScript', () => {
    const { scripts, bin }: { scripts: Record<string, string>; bin: Record<string, string> } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(Object.values(scripts).filter((script) => !script.startsWith('node build/node.mjs '))).toEqual([])
    expect(bin).toEqual({ chancery: 'build/chancery.mjs' })
  })
})
