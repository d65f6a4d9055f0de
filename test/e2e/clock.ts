/** The clock of a machine, set forward by the person who sits there. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from './person.ts'

/** Stands before the engine: its clock is ahead before the engine reads it for the first time. */
const ENGINE_AHEAD = `import { pathToFileURL } from 'node:url'
const [ms, engine] = process.argv.slice(2)
const now = Date.now
Date.now = () => now() + Number(ms)
await import(pathToFileURL(engine).href)
`

/**
 * Everything that the app asks for the time on this machine is ahead from here on: its host, the window and, after the lock, the engine.
 * By more than the idle time: to the host nobody has touched the machine since, so that it locks by itself, and the page that it then loads
 * has to find its own clock ahead already.
 */
export async function setClockForward(person: Person, ms: number): Promise<void> {
  const ahead = join(person.profile, 'engine-ahead.mjs')
  writeFileSync(ahead, ENGINE_AHEAD)
  await person.page.addInitScript((by) => {
    const { now } = Date
    Date.now = () => now() + by
  }, ms)
  const locked = person.page.waitForEvent('load')
  await person.desktop.app.evaluate(({ utilityProcess }, { path, by }) => {
    const [now, fork] = [Date.now, utilityProcess.fork]
    Date.now = () => now() + by
    utilityProcess.fork = (engine, args, options) => fork(path, [String(by), engine, ...(args ?? [])], options)
  }, { path: ahead, by: ms })
  await locked
  await person.sees(/after a time without a keystroke/)
  await person.opens()
}
