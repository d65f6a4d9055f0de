/** Other words for one suggestion, or a compromise for several: typed into the text itself, so that marks and footnotes stay. */
import { useCallback, useMemo, useState } from 'react'
import type { SuggestionGroup } from '../../../shared/ipc/textMethods.ts'
import type { Amendment } from '../../../shared/text/amendment.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { suggestionsBetween } from '../../../shared/text/suggestions.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { SuggestionEditor } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import css from './stack.module.css'
import type { Received } from './Consolidation.tsx'
import { neighbourhood, putBack } from './neighbourhood.ts'
import type { Settled } from './verdicts.ts'

interface EditProps {
  readonly received: Received
  readonly groups: readonly SuggestionGroup[]
  readonly before: Pick<Settled, 'edited' | 'reason'> | null
  readonly onClose: () => void
  /** At every change, so that a lock loses none of it. */
  readonly onWriting: (amendments: Amendment[], reason: string) => void
  readonly onEdited: (amendments: Amendment[], reason: string) => void
}

export function EditDialog({ received, groups, before, onClose, onWriting, onEdited }: EditProps) {
  const { revision } = received
  const base = useMemo(() => normalizeDocument(revision.document), [revision])
  const [started] = useState(() => start(base, revision.rev, before?.edited ?? (groups.length > 1 ? [] : groups[0]?.amendments ?? []), groups))
  const part = useMemo(() => neighbourhood(base, started, groups), [base, started, groups])
  const [edited, setEdited] = useState<TextDocument>(part.after)
  const [reason, setReason] = useState(before?.reason ?? '')
  const labels = useMemo(() => numberLabels(base), [base])
  const letters = groups.map((group) => group.letter)
  const amendmentsIn = useCallback((now: TextDocument) => suggestionsBetween(base, putBack(base, part, now)).flatMap((suggestion) => suggestion.amendments), [base, part])
  const amendments = useMemo(() => amendmentsIn(edited), [amendmentsIn, edited])
  const write = (now: TextDocument) => {
    setEdited(now)
    onWriting(amendmentsIn(now), reason)
  }
  const explain = (said: string) => {
    setReason(said)
    onWriting(amendments, said)
  }
  return (
    <Dialog form wide open onClose={onClose} title={groups.length > 1 ? words.consolidation.compromiseTitle(letters) : words.consolidation.editTitle(letters[0] ?? '')}
      action={<Button kind="primary" onPress={() => onEdited(amendments, reason)} cannot={amendments.length === 0 ? words.consolidation.nothingChanged : null}>{words.consolidation.takeUp(letters)}</Button>}>
      <p>{words.consolidation.editBody(letters)}</p>
      <div className={css.editor}><SuggestionEditor label={words.consolidation.editorLabel} base={part.before} initial={part.after} rev={revision.rev} labels={labels} onChange={write} /></div>
      <Field label={words.consolidation.reason} value={reason} onChange={explain} help={words.consolidation.reasonHelp} maxLength={4000} />
    </Dialog>
  )
}

/** The text with the suggestion in it, as a start; the text as it stands for a compromise, or where the suggestion leaves nothing to edit. */
function start(base: TextDocument, rev: number, amendments: readonly Amendment[], groups: readonly SuggestionGroup[]): TextDocument {
  if (amendments.length === 0) return base
  const applied = applyAmendments(base, rev + 1, [amendments])
  return applied.ok && neighbourhood(base, applied.value, groups).after.blocks.length > 0 ? applied.value : base
}
