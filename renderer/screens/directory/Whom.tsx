import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { Delegation } from '../../components/Delegation.tsx'

/** Somebody in a roster about whom something is to be done. */
export interface Asked {
  readonly circle: CircleView
  readonly entry: CircleView['entries'][number]
  readonly onClose: () => void
}

export function Whom({ entry }: Pick<Asked, 'entry'>) {
  return <p><Delegation code={entry.delegation} named />, {entry.name}</p>
}
