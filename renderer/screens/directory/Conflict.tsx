import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { Notice } from '../../components/Notice.tsx'
import { words } from '../../messages/words.ts'

/** A hard stop, above everything else of the circle. */
export function Conflict({ circle }: { circle: CircleView }) {
  const by = circle.entries.find((entry) => entry.installation === circle.secretariat)
  if (circle.conflict === null) return null
  return (
    <Notice kind="warned">
      <strong>{words.roster.conflict(circle.conflict.epoch)}</strong> {words.roster.conflictMeans(by?.name ?? words.roles.secretariat)} {words.roster.conflictDo}
    </Notice>
  )
}
