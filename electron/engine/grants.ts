/** One-use grants: the host names a path, the caller of a method holds only a token for it. */
import { isAbsolute } from 'node:path'
import { makeGrant, type FileGrant, type GrantKind } from '../../shared/ipc/files.ts'
import type { Random } from '../../shared/base/ports.ts'
import type { FileGrants } from './handlers/context.ts'

/** Grants that nobody used are forgotten, oldest first, beyond this number. */
const MOST_OUTSTANDING = 1000

export interface GrantBook extends FileGrants {
  issue(kind: GrantKind, absolutePath: string): FileGrant
  /** Takes up a token that the host made itself. */
  enter(grant: FileGrant, absolutePath: string): void
}

export function createGrants(random: Random): GrantBook {
  const paths = new Map<FileGrant, string>()
  const enter = (grant: FileGrant, absolutePath: string): void => {
    if (!isAbsolute(absolutePath)) throw new Error('a grant names an absolute path')
    paths.set(grant, absolutePath)
    for (const oldest of paths.keys()) {
      if (paths.size <= MOST_OUTSTANDING) break
      paths.delete(oldest)
    }
  }
  return {
    enter,
    issue(kind, absolutePath) {
      const grant = makeGrant(kind, random)
      enter(grant, absolutePath)
      return grant
    },
    redeem(grant) {
      const path = paths.get(grant) ?? null
      paths.delete(grant)
      return path
    },
  }
}
