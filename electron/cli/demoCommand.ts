/** `chancery demo`: the main job, played from beginning to end. */
import { resolve } from 'node:path'
import { ok } from '../../shared/base/result.ts'
import { wholeNumber } from './choices.ts'
import type { Command, CommandGroup, CommandRun } from './command.ts'
import { LEAST_DELEGATIONS, MOST_DELEGATIONS } from './demo/cast.ts'
import { DemoStopped } from './demo/narrator.ts'
import { playDemo } from './demo/playDemo.ts'
import { summaryLines } from './demo/summary.ts'

const demo: Command = {
  path: ['demo'],
  summary: 'play the main job with a secretariat and several delegations that exchange files only through a stick folder',
  positionals: [],
  options: {
    out: { type: 'string', value: 'DIR', help: 'folder for what it leaves; demo-out if left out; an earlier demo there is replaced' },
    delegations: { type: 'string', value: 'N', help: `how many, from ${LEAST_DELEGATIONS} to ${MOST_DELEGATIONS}; 6 if left out` },
    text: { type: 'string', value: 'FILE', help: 'the text to negotiate (.md, .txt, .docx); one of our own if left out' },
  },
  vault: 'none',
  run: async (run) => {
    const delegations = wholeNumber('--delegations', run.args.text('delegations') ?? '6', LEAST_DELEGATIONS, MOST_DELEGATIONS)
    if (!delegations.ok) return delegations
    const text = run.args.text('text')
    try {
      const summary = await playDemo({
        folder: resolve(run.host.folder, run.args.text('out') ?? 'demo-out'),
        delegations: delegations.value,
        textFile: text === null ? null : resolve(run.host.folder, text),
        say: progressOf(run),
      })
      return ok({ result: summary, lines: summaryLines(summary) })
    } catch (thrown) {
      if (thrown instanceof DemoStopped) return { ok: false, error: { kind: 'failed', message: thrown.message } }
      throw thrown
    }
  },
}

/** With --json nothing but the summary may stand on standard output. */
function progressOf(run: CommandRun): (line: string) => void {
  return run.args.flag('json') ? () => undefined : (line) => run.host.out(`${line}\n`)
}

export const demoCommands: CommandGroup = { name: 'demo', summary: 'play the main job without a display, and check every step', commands: [demo] }
