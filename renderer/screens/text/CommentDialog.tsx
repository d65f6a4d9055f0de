import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { TextPlace } from '../../../shared/text/place.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './comments.module.css'
import type { Threads } from './CommentsRail.tsx'

interface CommentDialogProps {
  readonly dossier: DossierId
  readonly text: TextId
  /** The one that is answered; null opens another. */
  readonly thread: Threads[number] | null
  readonly place: TextPlace | null
  readonly act: Input<'text.comment'>['act']
  /** Where it stands, in the words of a drafter. */
  readonly about: string | null
  readonly quoted: string
  readonly onClose: () => void
}

export function CommentDialog({ dossier, text, thread, place, act, about, quoted, onClose }: CommentDialogProps) {
  const form = useForm(`comment/${text}/${thread?.event ?? (place === null ? '' : `${place.block} ${place.from} ${place.to}`)}`, { said: '' })
  const { value: { said }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const task = useTask()
  const title = thread === null ? words.comments.title2(about ?? words.comments.theText) : words.comments.answerTo(thread.person)
  const sign = () => void task.run(() => ask('text.comment', { dossier, text, thread: thread?.event ?? null, place, act, words: said }), done)
  return (
    <Dialog form open onClose={done} title={title} action={<Button kind="primary" onPress={sign} running={task.running}>{words.comments.write}</Button>}>
      <KeptBefore form={form} />
      {quoted !== '' && <q className={css.quoted}>{quoted}</q>}
      {thread !== null && <p className={css.words}>{thread.words}</p>}
      <Field label={words.comments.words} value={said} onChange={(typed) => change({ said: typed })} lines="many" maxLength={4000} autoFocus help={words.comments.signed} />
      <Refused refusal={task.refused} />
    </Dialog>
  )
}
