/** At the head of a form that was half typed before: when, and how to begin anew. */
import { shortMoment } from '../messages/time.ts'
import { words } from '../messages/words.ts'
import { Button } from './Button.tsx'
import { Notice } from './Notice.tsx'

interface KeptBeforeProps {
  readonly form: { readonly keptAtUtcMs: number | null; startAnew(): void }
}

export function KeptBefore({ form }: KeptBeforeProps) {
  if (form.keptAtUtcMs === null) return null
  return <Notice kind="done"><span>{words.frame.keptBefore(shortMoment(form.keptAtUtcMs))}</span> <Button small kind="quiet" onPress={form.startAnew}>{words.frame.startAnew}</Button></Notice>
}
