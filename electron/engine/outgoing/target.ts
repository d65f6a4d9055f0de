/** Where files go that the person asked for: a folder, in which they get names of their own, or the very file that was named. */
import { lstat, rm, stat } from 'node:fs/promises'
import { dirname, extname, join } from 'node:path'

export interface Target {
  /** Where the files go. */
  readonly folder: string
  /** The path for a file of this name. In a folder another file of that name is never touched: a number is added instead. */
  place(fileName: string): Promise<string>
}

/** A named file can hold one file only: several go into its folder. */
export async function chooseTarget(path: string, files: number): Promise<Target> {
  const isFolder = await stat(path).then((found) => found.isDirectory(), () => false)
  if (!isFolder && files === 1) return { folder: dirname(path), place: async () => path }
  const folder = isFolder ? path : dirname(path)
  return { folder, place: (fileName) => freeName(folder, fileName) }
}

/** Takes back files that were written before a later one of the same set failed. */
export async function withdrawFiles(paths: readonly string[]): Promise<void> {
  await Promise.all(paths.map((path) => rm(path, { force: true })))
}

/** `note` puts down in the vault that the files went out. Where the vault fails to, they did not go out: nothing leaves without its line in the register. */
export async function notedOrWithdrawn<T>(paths: readonly string[], note: () => T): Promise<T> {
  try {
    return note()
  } catch (error) {
    await withdrawFiles(paths)
    throw error
  }
}

async function freeName(folder: string, fileName: string): Promise<string> {
  const ending = extname(fileName)
  const stem = fileName.slice(0, fileName.length - ending.length)
  for (let number = 1; ; number++) {
    const path = join(folder, number === 1 ? fileName : `${stem}-${number}${ending}`)
    if (!(await lstat(path).then(() => true, () => false))) return path
  }
}
