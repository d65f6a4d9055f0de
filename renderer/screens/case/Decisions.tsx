import { words } from '../../messages/words.ts'
import { Tag } from '../../components/Tag.tsx'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'

export function Decisions({ file }: { file: CaseFile }) {
  const { decisions } = words.caseFile
  const { choices } = words.entry
  return (
    <>
      <EntrySection file={file} kind="decision" title={decisions.decisions} means={decisions.each}
        card={(entry) => <EntryCard entry={entry} file={file} without={['measure', 'outcome']} beside={entry.content.kind === 'decision' && <Tag>{choices.outcome[entry.content.outcome]}</Tag>} />} />
      <EntrySection file={file} kind="deliberation" title={decisions.deliberations} card={(entry) => <EntryCard entry={entry} file={file} without={['subject']} />} />
    </>
  )
}
