/** `npm run checks`: the door without each of its checks in turn, and what notices. Fails where nothing does, and where a line is gone. */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { CHECKS, type Check } from './checks.ts'

const AT_ONCE = 2
const MOST_MS = 120_000
const JUDGE = join(import.meta.dirname, 'judge.ts')

interface Verdict {
  readonly isNoticed: boolean
  readonly words: string
}

function judge(args: readonly string[]): Promise<Verdict> {
  return new Promise((resolve) => {
    execFile(process.execPath, [JUDGE, ...args], { timeout: MOST_MS }, (error, stdout, stderr) => {
      const words = stdout.trim()
      if (error === null) return resolve({ isNoticed: false, words: 'every case still holds' })
      if (words !== '') return resolve({ isNoticed: true, words })
      // Only a case that fails or a door that hangs counts: a judge that did not come to judge has seen nothing.
      resolve(error.killed === true ? { isNoticed: true, words: 'the door does not come to an end' } : { isNoticed: false, words: stderr.trim().split('\n').find((line) => /Error/.test(line)) ?? 'the judge failed' })
    })
  })
}

function line({ file, line: text }: Check, { isNoticed, words }: Verdict): string {
  return `${isNoticed ? 'noticed' : 'NOT NOTICED'}  ${file}: ${text}\n            ${words}`
}

async function judgeAll(): Promise<number> {
  const waiting = [...CHECKS.keys()]
  let unnoticed = 0
  const work = async (): Promise<void> => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const check = CHECKS[at]
      if (check === undefined) return
      const verdict = await judge([String(at)])
      if (!verdict.isNoticed) unnoticed++
      console.log(line(check, verdict))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return unnoticed
}

const sound = await judge([])
if (sound.isNoticed || sound.words !== 'every case still holds') throw new Error(`the door as it is: ${sound.words}`)
const unnoticed = await judgeAll()
console.log(`${CHECKS.length} checks taken out one by one, ${CHECKS.length - unnoticed} noticed`)
process.exitCode = unnoticed === 0 ? 0 : 1
