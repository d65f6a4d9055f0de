import type { Entry } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { EntryFacts } from './EntryFacts.tsx'

/** The latest first. */
export function WordingsDialog({ file, entry, onClose }: { file: CaseFile; entry: Entry; onClose: () => void }) {
  return (
    <Dialog wide open onClose={onClose} title={words.caseFile.earlier}>
      <ol className={css.wordings}>
        {entry.wordings.toReversed().map((wording) => (
          <li key={wording.event}>
            <p><Delegation code={wording.delegation} /> {wording.person}, {shortMoment(wording.claimedAtUtcMs)}{wording.reason !== '' && `: ${wording.reason}`}</p>
            <EntryFacts content={wording.content} file={file} />
          </li>
        ))}
      </ol>
    </Dialog>
  )
}
