import type { Entry } from '../../../shared/dossier/state.ts'
import { overdueOf } from '../../../shared/dossier/overdue.ts'
import { useNow } from '../../app/useNow.ts'
import { Tag } from '../../components/Tag.tsx'
import { dayKey } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'

export function Implementation({ file }: { file: CaseFile }) {
  return <EntrySection file={file} kind="action" title={words.caseFile.tabs.implementation} card={(entry) => <ActionCard entry={entry} file={file} />} />
}

function ActionCard({ entry, file }: { entry: Entry; file: CaseFile }) {
  const today = dayKey(useNow())
  const { content } = entry
  if (content.kind !== 'action') return null
  const days = overdueOf({ content, withdrawn: entry.withdrawn }, today)
  return (
    <EntryCard entry={entry} file={file} without={['what', 'status']}
      beside={<><Tag>{words.entry.choices.actionStatus[content.status]}</Tag>{days > 0 && <span className={css.overdue}>{words.caseFile.implementation.overdue(days)}</span>}</>} />
  )
}
