/** The command line as a program of its own: `chancery ...`. */
import { processHost } from './host.ts'
import { runCli } from './main.ts'

process.exitCode = await runCli(process.argv.slice(2), processHost())
