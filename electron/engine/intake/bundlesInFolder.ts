/** The bundles that lie in a folder that the person chose: plain files by their ending, none of its subfolders. */
import { readdir } from 'node:fs/promises'

const ENDING = '.chbundle'

/** Bare names in their order; null where the path is not a folder that can be read. */
export async function bundlesInFolder(path: string): Promise<string[] | null> {
  try {
    const found = await readdir(path, { withFileTypes: true })
    return found.filter((one) => one.isFile() && one.name.toLowerCase().endsWith(ENDING)).map((one) => one.name).toSorted()
  } catch {
    return null
  }
}
