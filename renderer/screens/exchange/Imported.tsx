/** What came in, and the way back. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

export type ImportReport = { readonly one: Output<'bundle.import'> } | { readonly all: Output<'bundle.importAll'> }

export function Imported({ report }: { report: ImportReport }) {
  const [undone, setUndone] = useState<number | null>(null)
  const task = useTask()
  const number = 'one' in report ? report.one.import : report.all.import
  const undo = () => void task.run(async () => (number === null ? null : ask('bundle.undo', { import: number })), (answer) => setUndone(answer.withdrawn))
  if (undone !== null) return <Notice kind="done"><strong>{words.exchange.undone(undone)}</strong> {words.exchange.undoneMeans}</Notice>
  return (
    <>
      {'one' in report ? <One one={report.one} /> : <All all={report.all} />}
      {number !== null && <p className={css.several}><Button small onPress={undo} running={task.running}>{words.exchange.undo}</Button> <span className={css.subject}>{words.exchange.undoUntil}</span></p>}
      <Refused refusal={task.refused} />
    </>
  )
}

function One({ one }: { one: Output<'bundle.import'> }) {
  return <Notice kind="done"><strong>{words.exchange.imported(one.admitted)}</strong> {words.exchange.importedRest(one.alreadyHere, one.waiting)}{one.attachments > 0 && ` ${words.exchange.attachmentsCame(one.attachments)}`}{one.completed > 0 && ` ${words.exchange.completed(one.completed)}.`}</Notice>
}

function All({ all }: { all: Output<'bundle.importAll'> }) {
  const refused = all.files.filter((file) => file.refused !== null)
  return <Notice kind={refused.length === 0 ? 'done' : 'warned'}><strong>{words.exchange.imported(all.admitted)}</strong> {words.exchange.importedFrom(all.files.length - refused.length, all.waiting)}{refused.length > 0 && ` ${words.exchange.refusedNamed(refused.map((file) => file.fileName))}`}</Notice>
}
