#!/usr/bin/env node
/** The command `chancery`. */
process.argv.splice(2, 0, 'electron/cli/bin.ts')
await import('./node.mjs')
