/** Before anything leaves: what goes to whom, and what is held back and why. */
import { useState } from 'react'
import type { CircleId, InstallationId } from '../../../shared/base/identifiers.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer, type Answer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Delegations } from '../../components/Delegation.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Actions, Await, Empty, Head, Pane, Section, Side, Two } from '../../components/Screen.tsx'
import { ask, chooseFolder, newCallId } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'
import { PlanTable } from './PlanTable.tsx'
import { Recipients } from './Recipients.tsx'
import { Transfer } from './Transfer.tsx'

type Written = Output<'bundle.write'> & { readonly label: string }

export function Out() {
  const { circles } = useHouse()
  const [chosen, setChosen] = useState<CircleId | null>(null)
  const circle = circles.find((one) => one.circle === chosen) ?? circles[0]
  if (circle === undefined) return <NoCircle />
  return <OutOf key={circle.circle} circle={circle} circles={circles} onCircle={setChosen} />
}

function NoCircle() {
  const { go } = useHouse()
  useOnScreen({ marking: null, exercise: false, left: words.exchange.before, right: '' })
  return (
    <>
      <Head ruled title={words.exchange.outTitle} />
      <Pane label={words.exchange.outTitle}><Empty action={<Button kind="primary" onPress={() => go({ at: 'directory' })}>{words.desk.toDirectory}</Button>}>{words.exchange.noCircle}</Empty></Pane>
    </>
  )
}

function OutOf({ circle, circles, onCircle }: { circle: CircleView; circles: readonly CircleView[]; onCircle: (circle: CircleId) => void }) {
  const { me } = useHouse()
  const others = circle.entries.filter((entry) => !entry.removed && entry.installation !== me.installation)
  const [leftOut, setLeftOut] = useState<ReadonlySet<InstallationId>>(new Set())
  const [everything, setEverything] = useState(false)
  const [written, setWritten] = useState<Written | null>(null)
  const recipients = others.filter((entry) => !leftOut.has(entry.installation)).map((entry) => entry.installation)
  const choice = { circle: circle.circle, recipients, everything }
  const plan = useAnswer('bundle.plan', recipients.length === 0 ? null : choice)
  const task = useTask()
  const [call] = useState(newCallId)
  const shown = plan.state === 'here' ? plan.value : null
  useOnScreen({ marking: shown?.marking ?? null, exercise: shown?.exercise === true, left: words.exchange.before, right: words.exchange.highest })
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    if (folder === null) return null
    const answer = await ask('bundle.write', { ...choice, target: folder.grant }, call)
    return answer.ok ? { ok: true as const, value: { ...answer.value, label: folder.label } } : answer
  }, setWritten)
  return (
    <>
      <Head ruled title={words.exchange.outTitle} meta={<><span>{circle.name}</span>{shown !== null && <span>{words.exchange.itemCount(shown.items.reduce((sum, item) => sum + item.count, 0))}</span>}</>} />
      <Two>
        <Pane label={words.exchange.outTitle}>
          {written !== null && <WrittenFiles written={written} />}
          <Refused refusal={task.refused} />
          {recipients.length === 0 ? <Empty>{others.length === 0 ? words.exchange.nobody : words.exchange.noneChosen}</Empty> : <Await answer={plan}>{(value) => (value.items.length === 0 ? <Empty>{words.exchange.nothing}</Empty> : <PlanTable plan={value} />)}</Await>}
        </Pane>
        <Side label={words.exchange.recipients}>
          {circles.length > 1 && <ChooseInView label={words.exchange.circle} value={circle.circle} onChange={onCircle} options={circles.map((one) => ({ id: one.circle, name: one.name }))} />}
          <Recipients entries={others} lacks={shown?.recipients ?? []} leftOut={leftOut} onChange={(next) => { setLeftOut(next); setWritten(null) }} />
          <Section title={words.exchange.scope}><Tick checked={everything} onChange={(all) => { setEverything(all); setWritten(null) }}>{words.exchange.everything}</Tick></Section>
        </Side>
      </Two>
      <Actions>
        <Button kind="primary" onPress={write} running={task.running} cannot={whyNot(recipients.length, plan)}>{task.running ? words.exchange.writing : words.exchange.write}</Button>
        {task.running ? <Transfer call={call} /> : <p className={css.hint}>{words.exchange.filesHint(shown?.files.length ?? 0, shown?.files[0]?.fileName ?? '', shown?.files.reduce((sum, file) => sum + file.sizeBytes, 0) ?? 0)}</p>}
      </Actions>
    </>
  )
}

/** Why nothing can be written; null where something can. What stops the circle is said again at the button that it stops. */
function whyNot(recipients: number, plan: Answer<Output<'bundle.plan'>>): string | null {
  if (recipients === 0) return words.exchange.noneChosen
  if (plan.state === 'waiting') return words.exchange.planning
  if (plan.state === 'refused') return words.said.refusal(plan.refusal).meaning
  return plan.value.files.some((file) => file.events + file.attachments > 0) ? null : words.exchange.nothingToWrite
}

function WrittenFiles({ written }: { written: Written }) {
  return (
    <Notice kind="done">
      <strong>{words.exchange.written(written.label)}</strong> {words.exchange.takeOut}
      {written.unreadable.length > 0 && <span className={css.file}>{words.exchange.leftOut(written.unreadable)}</span>}
      {written.files.map((file) => <span key={file.fileName} className={css.file}><code>{file.fileName}</code> <Delegations codes={file.delegations} bare /> {words.exchange.size(file.sizeBytes)}{file.attachments > 0 && `, ${words.exchange.attachmentCount(file.attachments)}`}</span>)}
    </Notice>
  )
}
