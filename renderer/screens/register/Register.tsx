/** What was done on this machine, in order; nothing in it can be changed. */
import { useAnswer } from '../../app/useAnswer.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { useState } from 'react'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { ask } from '../../engineClient.ts'
import { Button } from '../../components/Button.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './register.module.css'

const MOST_SHOWN = 500

export function Register() {
  const { dossiers } = useHouse()
  const register = useAnswer('register.list', { limit: MOST_SHOWN })
  const [checked, setChecked] = useState<Output<'vault.verify'> | null>(null)
  const task = useTask()
  useOnScreen({ marking: dossiers.length === 0 ? null : highestOf(dossiers.map((one) => one.marking)), exercise: dossiers.length > 0 && dossiers.every((one) => one.exercise), left: words.register.foot, right: words.marking.highest })
  return (
    <>
      <Head ruled title={words.frame.sections.register} meta={words.register.meta}
        does={<Button running={task.running} onPress={() => void task.run(() => ask('vault.verify', {}), setChecked)}>{task.running ? words.register.checking : words.register.check}</Button>} />
      <Pane label={words.frame.sections.register}>
        <div className={css.said}>
          <Refused refusal={task.refused} />
          {checked !== null && <Checked checked={checked} />}
        </div>
        <Await answer={register}>
          {({ entries, total }) => entries.length === 0 ? <Empty>{words.register.empty}</Empty> : (
            <>
              <Entries entries={entries} />
              {total > entries.length && <p className={css.rest}>{words.register.rest(entries.length, total)}</p>}
            </>
          )}
        </Await>
      </Pane>
    </>
  )
}

function Checked({ checked }: { checked: Output<'vault.verify'> }) {
  if (checked.faults.length > 0) return <Notice kind="warned"><strong>{words.register.faults(checked.faults.length)}</strong> {checked.faults.join('; ')}</Notice>
  return <Notice kind="done"><strong>{words.register.sound}</strong> {words.register.soundMeans(checked.events, checked.registerEntries)}</Notice>
}

function Entries({ entries }: { entries: Output<'register.list'>['entries'] }) {
  const columns = [{ head: words.register.seq, figures: true }, { head: words.register.at }, { head: words.register.action }, { head: words.register.subject }, { head: words.register.result }]
  return (
    <Table label={words.frame.sections.register} columns={columns}>
      {entries.map((entry) => (
        <tr key={entry.seq}>
          <Figures>{entry.seq}</Figures>
          <td className={css.at}>{shortMoment(entry.atUtcMs)}</td>
          <td>{words.register.actions[entry.action] ?? entry.action}</td>
          <td>{entry.subject}</td>
          <td className={entry.result === 'refused' ? css.refused : css.done}>
            <Glyph name={entry.result === 'refused' ? 'cross' : 'check'} /> {words.register.results[entry.result]} {entry.code !== null && <code className={css.code}>{entry.code}</code>}
          </td>
        </tr>
      ))}
    </Table>
  )
}
