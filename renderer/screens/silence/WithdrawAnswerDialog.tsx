import { useState } from 'react'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'

/** Nothing is taken back by answering again: it has to be said. */
export function WithdrawAnswerDialog({ dossier, view, onClose }: DialogProps) {
  const mine = view.silence.responses.filter((one) => view.mine.includes(one.event))
  const [answer, setAnswer] = useState(mine.at(-1)?.event ?? null)
  const [remark, setRemark] = useState('')
  const task = useTask()
  const withdraw = () => void task.run(async () => (answer === null ? null : ask('silence.withdrawAnswer', { dossier, procedure: view.silence.procedure, answer, remark })), onClose)
  const options = mine.map((one) => ({ id: one.event, name: `${words.silence.said(one.response.kind, one.response.reservation)}, ${shortMoment(one.claimedAtUtcMs)}`, ...(one.response.remark === '' ? {} : { note: one.response.remark }) }))
  return (
    <Dialog form open onClose={onClose} title={words.silence.withdrawAnswerTitle} action={<Button kind="primary" onPress={withdraw} running={task.running}>{words.silence.withdrawAnswer}</Button>}>
      <ChooseInView label={words.silence.answer} value={answer} onChange={setAnswer} options={options} />
      <Field label={words.silence.remark} value={remark} onChange={setRemark} lines="many" maxLength={4000} />
      <p>{words.silence.withdrawAnswerFollows}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
