/** Vectors that others have published. They are not ours to copy: they are read from beside the project, and their absence is said. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export type VectorLoader = <T>(name: string) => T

/** Null, and said loudly, where there is no such folder. One that lacks a file is a fault. */
export function publishedVectors(folder: string, say: (line: string) => void): VectorLoader | null {
  if (existsSync(folder)) return (name) => JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8'))
  say(`PUBLISHED VECTORS NOT TESTED: ${folder} is absent`)
  return null
}
