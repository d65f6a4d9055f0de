/** The keys of this installation: which are in use where, and when an old private one goes. */
import { useState } from 'react'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Section } from '../../components/Screen.tsx'
import type { Output } from '../../../shared/ipc/contract.ts'
import { ask } from '../../engineClient.ts'
import { coverDate } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './directory.module.css'

type Generation = Output<'keys.list'>['generations'][number]

export function MyKeys() {
  const keys = useAnswer('keys.list', {})
  const [making, setMaking] = useState(false)
  return (
    <Section title={words.roster.mine}>
      <Await answer={keys}>{({ generations, retentionDays }) => (
        <>
          <ul className={css.keys}>{generations.toReversed().map((one, at) => <Keys key={one.generation} own={one} newest={at === 0} />)}</ul>
          <div><Button onPress={() => setMaking(true)}>{words.roster.rotate}</Button></div>
          {making && <Rotate days={retentionDays} onClose={() => setMaking(false)} />}
        </>
      )}</Await>
    </Section>
  )
}

function Keys({ own, newest }: { own: Generation; newest: boolean }) {
  const said = [
    newest ? words.roster.newest : '', own.circles.length > 0 ? words.roster.inUse(own.circles) : newest ? '' : words.roster.notUsed,
    own.sealingDeletesAtUtcMs === null ? '' : words.roster.kept(coverDate(own.sealingDeletesAtUtcMs)), own.sealingDeletedAtUtcMs === null ? '' : words.roster.deleted(coverDate(own.sealingDeletedAtUtcMs)),
  ].filter((part) => part !== '')
  return (
    <li>
      <b>{words.roster.generation(own.generation)}</b>, {words.roster.made(coverDate(own.madeAtUtcMs))}
      <span className={css.second}>{said.join('. ')}.</span>
    </li>
  )
}

function Rotate({ days, onClose }: { days: number; onClose: () => void }) {
  const [which, setWhich] = useState<'both' | 'sealing'>('both')
  const task = useTask()
  const make = () => void task.run(() => ask('keys.rotate', { which }), onClose)
  return (
    <Dialog open onClose={onClose} title={words.roster.rotateTitle} action={<Button kind="primary" onPress={make} running={task.running}>{words.roster.rotateVerb}</Button>}>
      <p>{words.roster.rotateMeans(days)}</p>
      <ChooseInView label={words.roster.which} value={which} onChange={setWhich} options={[
        { id: 'both', name: words.roster.both, note: words.roster.bothMeans }, { id: 'sealing', name: words.roster.sealing, note: words.roster.sealingMeans },
      ]} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
