import { words } from '../../messages/words.ts'
import { Tag } from '../../components/Tag.tsx'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'

export function Partners({ file }: { file: CaseFile }) {
  const { partners } = words.caseFile
  const { choices } = words.entry
  return (
    <>
      <EntrySection file={file} kind="partnerRequest" title={partners.requests}
        card={(entry) => <EntryCard entry={entry} file={file} without={['partner', 'status']} beside={entry.content.kind === 'partnerRequest' && <Tag>{choices.requestStatus[entry.content.status]}</Tag>} />} />
      <EntrySection file={file} kind="alignment" title={partners.alignment}
        card={(entry) => <EntryCard entry={entry} file={file} without={['country', 'alignment']} beside={entry.content.kind === 'alignment' && <Tag>{choices.alignment[entry.content.alignment]}</Tag>} />} />
    </>
  )
}
