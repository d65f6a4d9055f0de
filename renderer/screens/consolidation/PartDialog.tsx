/** Taking up a suggestion in part: its changes one by one, those that are ticked go in. */
import { useMemo, useState } from 'react'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { Amendment } from '../../../shared/text/amendment.ts'
import { baseOf } from '../../../shared/text/claims.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { previewOf } from '../../../shared/text/preview.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { words } from '../../messages/words.ts'
import { Excerpt } from '../text/Excerpt.tsx'
import { partsOf } from './parts.ts'

export function PartDialog({ document, group, onClose, onTaken }: { document: TextDocument; group: SuggestionGroup; onClose: () => void; onTaken: (amendments: Amendment[], reason: string) => void }) {
  const base = useMemo(() => baseOf(document), [document])
  const parts = useMemo(() => partsOf(document, group.amendments), [document, group])
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set())
  const [reason, setReason] = useState('')
  const tick = (at: number, on: boolean) => setTicked((before) => new Set([...before].filter((one) => one !== at).concat(on ? [at] : [])))
  const cannot = ticked.size === 0 ? words.consolidation.partNone : ticked.size === parts.length ? words.consolidation.partAll : null
  return (
    <Dialog form wide open onClose={onClose} title={words.consolidation.partTitle(group.letter)}
      action={<Button kind="primary" onPress={() => onTaken(parts.flatMap((part, at) => (ticked.has(at) ? part : [])), reason)} cannot={cannot}>{words.consolidation.takeUp([group.letter])}</Button>}>
      <p>{words.consolidation.partBody}</p>
      {parts.map((part, at) => <Tick key={at} checked={ticked.has(at)} onChange={(on) => tick(at, on)}><Excerpt preview={previewOf(base, part)} /></Tick>)}
      <Field label={words.consolidation.reason} value={reason} onChange={setReason} help={words.consolidation.reasonHelp} maxLength={4000} />
    </Dialog>
  )
}
