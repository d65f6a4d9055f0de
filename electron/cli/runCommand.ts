/** Opens what a command needs, runs it, and closes it again, whatever happens. */
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { ok, type Result } from '../../shared/base/result.ts'
import type { Input, Method, Output } from '../../shared/ipc/contract.ts'
import { createEngine, type Engine } from '../engine/entry.ts'
import { refused, type Arguments, type Command, type CommandRun, type Failure, type Report } from './command.ts'
import type { CliHost } from './host.ts'
import { readPassphrase, readSecrets } from './passphrase.ts'

export async function runCommand(command: Command, args: Arguments, host: CliHost): Promise<Result<Report, Failure>> {
  const engine = await createEngine({
    vaultFolder: vaultFolder(command, args, host),
    ...(host.now ? { now: host.now } : {}),
    ...(host.kdf ? { kdf: host.kdf } : {}),
  })
  try {
    const run = commandRun(engine, args, host)
    if (command.vault === 'open' || (command.vault === 'either' && namesVault(args))) {
      const opened = await unlock(run)
      if (!opened.ok) return opened
    }
    return await command.run(run)
  } finally {
    await engine.close()
  }
}

export function namesVault(args: Arguments): boolean {
  return args.text('vault') !== null
}

/** Commands without a vault never touch the folder; it only has to be one that cannot exist by chance. */
function vaultFolder(command: Command, args: Arguments, host: CliHost): string {
  return command.vault === 'none' || (command.vault === 'either' && !namesVault(args)) ? join(tmpdir(), 'chancery-without-vault') : resolve(host.folder, args.required('vault'))
}

/** The vault is looked for before the passphrase is asked: nobody should type one for a wrong path. */
async function unlock(run: CommandRun): Promise<Result<null, Failure>> {
  const status = await run.call('vault.status', {})
  if (!status.ok) return status
  if (status.value.state === 'absent') return refused({ code: 'vault-absent', stage: null, facts: {} })
  const passphrase = await run.passphrase('existing')
  if (!passphrase.ok) return passphrase
  const unlocked = await run.call('vault.unlock', { passphrase: passphrase.value, ...run.keyFile() })
  return unlocked.ok ? ok(null) : unlocked
}

function commandRun(engine: Engine, args: Arguments, host: CliHost): CommandRun {
  return {
    args,
    host,
    call: async <M extends Method>(method: M, input: Input<M>): Promise<Result<Output<M>, Failure>> => {
      const answer = await engine.call(method, input)
      return answer.ok ? answer : refused(answer.error)
    },
    source: (path) => engine.grantSource(resolve(host.folder, path)),
    target: (path) => engine.grantTarget(resolve(host.folder, path)),
    passphrase: (purpose) => readPassphrase(args, host, purpose),
    secrets: (secrets) => readSecrets(args, host, secrets),
    keyFile() {
      const path = args.text('key-file')
      return path === null ? {} : { keyFile: engine.grantSource(resolve(host.folder, path)) }
    },
  }
}
