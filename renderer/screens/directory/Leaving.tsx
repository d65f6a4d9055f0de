/** Suspending or removing somebody, with what follows from it looked at before. */
import type { Output } from '../../../shared/ipc/contract.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Note } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Whom, type Asked } from './Whom.tsx'

export function Leaving({ circle, entry, onClose, method }: Asked & { method: 'circle.suspend' | 'circle.remove' }) {
  const someone = { circle: circle.circle, installation: entry.installation }
  const consequences = useAnswer('circle.consequences', someone)
  const form = useForm(`${method}/${entry.installation}`, { reason: '' })
  const { value: { reason }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const does = () => void task.run(() => ask(method, { ...someone, reason }), done)
  const removes = method === 'circle.remove'
  const verb = removes ? words.roster.removeVerb(entry.name) : words.roster.suspendVerb(entry.name)
  return (
    <Dialog wide open onClose={done} title={removes ? words.roster.removeTitle(entry.name) : words.roster.suspendTitle(entry.name)}
      action={<Button kind={removes ? 'grave' : 'primary'} onPress={does} running={task.running} cannot={reason.trim() === '' ? words.roster.reasonFirst : null}>{verb}</Button>}>
      <KeptBefore form={form} />
      <Whom entry={entry} />
      <p>{removes ? words.roster.removeMeans : words.roster.suspendMeans}</p>
      <Await answer={consequences}>{(value) => <Consequences {...value} />}</Await>
      <Field label={words.roster.reasonLabel} value={reason} onChange={(said) => change({ reason: said })} maxLength={1000} help={words.roster.reasonHelp} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

function Consequences({ logs, opened, unanswered, colleagues }: Output<'circle.consequences'>) {
  return (
    <>
      {unanswered.length > 0 && <Notice kind="warned">{words.roster.unanswered(unanswered.map((one) => one.title))}</Notice>}
      {logs.length === 0 ? <Note>{words.roster.nothingAccepted}</Note> : (
        <Table dense label={words.roster.accepted} columns={[{ head: words.roster.accepted }, { head: words.roster.upTo, figures: true }]}>
          {logs.map((log) => (
            <tr key={log.dossier ?? ''}><td>{log.title || words.roster.theCircle}</td><Figures>{words.roster.upToNumber(log.lastSeq)}</Figures></tr>
          ))}
        </Table>
      )}
      <p>{opened.length > 0 && `${words.roster.opened(opened.map((one) => one.title))} `}{colleagues.length === 0 ? words.roster.alone : words.roster.colleagues(colleagues)}</p>
    </>
  )
}
