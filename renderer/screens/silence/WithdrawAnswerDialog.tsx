import { useState } from 'react'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import type { DialogProps } from './SilenceActs.tsx'

/** Nothing is taken back by answering again: it has to be said. */
export function WithdrawAnswerDialog({ dossier, view, onClose }: DialogProps) {
  const mine = view.silence.responses.filter((one) => view.mine.includes(one.event))
  const [answer, setAnswer] = useState(mine.at(-1)?.event ?? null)
  const form = useForm(`silence-withdraw-answer/${view.silence.procedure}`, { remark: '' })
  const { value: { remark }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const withdraw = () => void task.run(async () => (answer === null ? null : ask('silence.withdrawAnswer', { dossier, procedure: view.silence.procedure, answer, remark })), done)
  const options = mine.map((one) => ({ id: one.event, name: `${words.silence.said(one.response.kind, one.response.reservation)}, ${shortMoment(one.claimedAtUtcMs)}`, ...(one.response.remark === '' ? {} : { note: one.response.remark }) }))
  return (
    <Dialog form open onClose={done} title={words.silence.withdrawAnswerTitle} action={<Button kind="primary" onPress={withdraw} running={task.running}>{words.silence.withdrawAnswer}</Button>}>
      <KeptBefore form={form} />
      <ChooseInView label={words.silence.answer} value={answer} onChange={setAnswer} options={options} />
      <Field label={words.silence.remark} value={remark} onChange={(said) => change({ remark: said })} lines="many" maxLength={4000} />
      <p>{words.silence.withdrawAnswerFollows}</p>
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
