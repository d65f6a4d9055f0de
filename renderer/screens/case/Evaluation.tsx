import { words } from '../../messages/words.ts'
import { Tag } from '../../components/Tag.tsx'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'

export function Evaluation({ file }: { file: CaseFile }) {
  const { evaluation } = words.caseFile
  const { choices } = words.entry
  return (
    <>
      <EntrySection file={file} kind="effect" title={evaluation.effects}
        card={(entry) => <EntryCard entry={entry} file={file} without={['objective', 'achievement']} beside={entry.content.kind === 'effect' && <Tag>{choices.achievement[entry.content.achievement]}</Tag>} />} />
      <EntrySection file={file} kind="lesson" title={evaluation.lessons} card={(entry) => <EntryCard entry={entry} file={file} without={['text']} />} />
    </>
  )
}
