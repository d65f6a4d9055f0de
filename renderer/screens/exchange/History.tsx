import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegations } from '../../components/Delegation.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

export function History() {
  const history = useAnswer('bundle.history', {})
  useOnScreen({ marking: null, exercise: false, left: '', right: '' })
  const columns = [{ head: words.exchange.direction }, { head: words.exchange.at }, { head: words.exchange.fileName }, { head: words.exchange.with }, { head: words.exchange.events, figures: true }, { head: words.exchange.receipts }, { head: words.exchange.undoHead, silent: true }]
  const [undone, setUndone] = useState<number | null>(null)
  const task = useTask()
  const undo = (number: number) => void task.run(() => ask('bundle.undo', { import: number }), (answer) => setUndone(answer.withdrawn))
  return (
    <>
      <Head ruled title={words.exchange.historyTitle} />
      <Pane label={words.exchange.historyTitle}>
        {undone !== null && <Notice kind="done"><strong>{words.exchange.undone(undone)}</strong> {words.exchange.undoneMeans}</Notice>}
        <Refused refusal={task.refused} />
        <Await answer={history}>
          {({ bundles }) => bundles.length === 0 ? <Empty>{words.exchange.noHistory}</Empty> : (
            <Table label={words.exchange.historyTitle} columns={columns}>
              {[...bundles].sort((a, b) => b.atUtcMs - a.atUtcMs).map((one) => (
                <tr key={one.direction + one.bundle}>
                  <td>{words.exchange.directions[one.direction]}</td>
                  <td className={css.nowrap}>{shortMoment(one.atUtcMs)}</td>
                  <td><code className={css.code}>{one.fileName}</code><span className={css.subject}>{words.exchange.numbered(one.circleName, one.counter)}</span></td>
                  <td><Delegations codes={one.delegations} bare /></td>
                  <Figures>{one.events}</Figures>
                  <td>{one.direction === 'in' ? '–' : <Receipts of={one.delegations} came={one.receipts} />}</td>
                  <td>{one.import !== null && <Undo of={one} onPress={undo} running={task.running} />}</td>
                </tr>
              ))}
            </Table>
          )}
        </Await>
      </Pane>
    </>
  )
}

/** The way back; or, where there is none at present, what holds the import. */
function Undo({ of: { fileName, import: number, stays }, onPress, running }: { of: Output<'bundle.history'>['bundles'][number]; onPress: (number: number) => void; running: boolean }) {
  if (stays !== null) return <span className={css.subject}>{words.exchange.stays[stays]}</span>
  return <Button small label={words.exchange.undoNamed(fileName)} onPress={() => { if (number !== null) onPress(number) }} running={running}>{words.exchange.undoShort}</Button>
}

function Receipts({ of, came }: { of: Parameters<typeof Delegations>[0]['codes']; came: Parameters<typeof Delegations>[0]['codes'] }) {
  const missing = of.filter((code) => !came.includes(code))
  if (missing.length === 0) return <span className={css.good}>{words.exchange.allConfirmed(of.length)}</span>
  return <span className={css.lacking}>{words.exchange.confirmedOf(of.length - missing.length, of.length)} <Delegations codes={missing} bare /></span>
}
