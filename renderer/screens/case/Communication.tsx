import { words } from '../../messages/words.ts'
import { Tag } from '../../components/Tag.tsx'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'

export function Communication({ file }: { file: CaseFile }) {
  return (
    <EntrySection file={file} kind="communication" title={words.caseFile.tabs.communication}
      card={(entry) => <EntryCard entry={entry} file={file} without={['line', 'status']} beside={entry.content.kind === 'communication' && <Tag>{words.entry.choices.communicationStatus[entry.content.status]}</Tag>} />} />
  )
}
