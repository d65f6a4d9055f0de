import { useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Refused } from '../../components/Refused.tsx'
import { giveExactly } from '../../editor/pending.ts'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'

interface HandInProps {
  readonly dossier: DossierId
  readonly text: TextId
  readonly revision: Revision
  readonly base: TextDocument
  readonly current: TextDocument
  readonly suggestions: readonly Suggestion[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Signing cannot be undone, so it asks; and it signs only what gives exactly the text on screen. */
export function HandInDialog({ dossier, text, revision, base, current, suggestions, onClose, onDone }: HandInProps) {
  const [exact] = useState(() => giveExactly(base, revision.rev, suggestions, current))
  const task = useTask()
  const handIn = () => void task.run(() => ask('text.suggest', { dossier, text, rev: revision.rev, suggestions: suggestions.map((one) => ({ amendments: [...one.amendments], reason: one.reason })) }), onDone)
  const explained = suggestions.filter((one) => one.reason !== null).length
  return (
    <Dialog open onClose={onClose} title={words.suggest.handInTitle(suggestions.length)} action={exact && <Button kind="primary" onPress={handIn} running={task.running}>{words.suggest.handIn(suggestions.length)}</Button>}>
      <p>{words.suggest.handInBody}</p>
      <p>{words.suggest.explained(explained, suggestions.length)}</p>
      <Refused refusal={exact ? task.refused : refusal('amendment-misplaced')} />
    </Dialog>
  )
}
