/** A circle as the screens and the command line see it. */
import type { InstallationId } from '../../../shared/base/identifiers.ts'
import { entryAt, type CircleState, type RosterEntry } from '../../../shared/circle/roster.ts'
import { safetyWords } from '../../../shared/circle/identity.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'

export function viewCircle(state: CircleState, me: InstallationId): CircleView {
  const { circle, name, kind, epoch, head, entries } = state
  return { circle, name, kind, epoch, rosterHead: head, myRoles: [...(entryAt(state, me, epoch)?.roles ?? [])], entries: entries.map(viewEntry) }
}

function viewEntry(entry: RosterEntry): CircleView['entries'][number] {
  const { installation, name, delegation, roles, member, fromEpoch, untilEpoch } = entry
  return { installation, name, delegation, roles: [...roles], member, admittedEpoch: fromEpoch, removed: untilEpoch !== null, safetyWords: safetyWords(installation) }
}
