/** Taking up a suggestion in part: its changes one by one, those that are ticked go in. */
import { useMemo } from 'react'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { Amendment } from '../../../shared/text/amendment.ts'
import { baseOf } from '../../../shared/text/claims.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { previewOf } from '../../../shared/text/preview.ts'
import { useForm } from '../../app/useForm.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'
import { partsOf } from './parts.ts'

export function PartDialog({ document, group, onClose, onTaken }: { document: TextDocument; group: SuggestionGroup; onClose: () => void; onTaken: (amendments: Amendment[], reason: string) => void }) {
  const base = useMemo(() => baseOf(document), [document])
  const parts = useMemo(() => partsOf(document, group.amendments), [document, group])
  const form = useForm<{ ticked: readonly number[]; reason: string }>(`consolidation-part/${group.suggestions[0] ?? ''}`, { ticked: [], reason: '' })
  const { value: { ticked, reason }, change } = form
  const done = (): void => { form.finish(); onClose() }
  const tick = (at: number, on: boolean) => change({ ticked: parts.flatMap((_, one) => ((one === at ? on : ticked.includes(one)) ? [one] : [])) })
  const take = (): void => { form.finish(); onTaken(parts.flatMap((part, at) => (ticked.includes(at) ? part : [])), reason) }
  const cannot = ticked.length === 0 ? words.consolidation.partNone : ticked.length === parts.length ? words.consolidation.partAll : null
  return (
    <Dialog form wide open onClose={done} title={words.consolidation.partTitle(group.letter)}
      action={<Button kind="primary" onPress={take} cannot={cannot}>{words.consolidation.takeUp([group.letter])}</Button>}>
      <KeptBefore form={form} />
      <p>{words.consolidation.partBody}</p>
      {parts.map((part, at) => <Tick key={at} checked={ticked.includes(at)} onChange={(on) => tick(at, on)}><Excerpt preview={previewOf(base, part)} /></Tick>)}
      <Field label={words.consolidation.reason} value={reason} onChange={(said) => change({ reason: said })} help={words.consolidation.reasonHelp} maxLength={4000} />
    </Dialog>
  )
}
