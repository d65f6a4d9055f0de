import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { words } from '../../messages/words.ts'
import css from './directory.module.css'

/** A hard stop, above everything else of the circle. */
export function Conflict({ circle }: { circle: CircleView }) {
  const { go } = useHouse()
  const by = circle.entries.find((entry) => entry.installation === circle.secretariat)
  if (circle.conflict === null) return null
  return (
    <div className={css.conflict}>
      <Notice kind="stopped">
        <strong>{words.roster.conflict(circle.conflict.epoch)}</strong> {words.roster.conflictMeans(by?.name ?? words.roles.secretariat)} {words.roster.conflictDo}
      </Notice>
      <div><Button onPress={() => go({ at: 'exchange', side: 'evidence' })}>{words.roster.toProof}</Button></div>
    </div>
  )
}
