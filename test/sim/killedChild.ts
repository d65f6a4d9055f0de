/** The process that is killed. Waits for its task, says that it begins, and then one line for each step that was acknowledged. */
import { writeSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { ready } from '../../electron/engine/keys/index.ts'
import { ALL_DONE, type Ground } from './killedWork.ts'
import { killedWorks } from './killedWorks.ts'

const work = killedWorks.find(({ name }) => name === process.argv[2])
await ready()
const { ground, seed } = JSON.parse(await text(process.stdin)) as { ground: Ground; seed: number }
/** Written at once: what is in the pipe has been said, whatever happens next. */
const say = (line: string): void => void writeSync(1, `${line}\n`)
say('begun')
if (work) for await (const step of work.steps(ground, seed)) say(step)
say(ALL_DONE)
// The kill will come.
setInterval(() => undefined, 60_000)
