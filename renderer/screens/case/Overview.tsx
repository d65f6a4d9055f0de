/** What the case is, whom it concerns, which dossiers belong to it, and what the guidelines would still like to see. */
import { standing } from '../../../shared/dossier/entries.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import { Notice } from '../../components/Notice.tsx'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'
import { NamedBy } from './NamedBy.tsx'
import { OpenNamed } from './OpenNamed.tsx'
import { StepHistory } from './StepHistory.tsx'

export function Overview({ file }: { file: CaseFile }) {
  const { overview } = words.caseFile
  const ipcr = standing(file.state.entries, 'route').at(-1)?.content.route === 'ipcr'
  return (
    <>
      {ipcr && <Notice kind="warned">{overview.ipcr}</Notice>}
      <EntrySection file={file} kind="description" title={overview.activity} />
      <EntrySection file={file} kind="link" title={overview.links} card={(entry) => <LinkCard entry={entry} file={file} />} />
      <NamedBy file={file} kind="link" />
      <EntrySection file={file} kind="interest" title={overview.interest} />
      <EntrySection file={file} kind="route" title={overview.route} />
      <StepHistory state={file.state} />
    </>
  )
}

function LinkCard({ entry, file }: { entry: Entry; file: CaseFile }) {
  return <EntryCard entry={entry} file={file} without={['to']} {...(entry.content.kind === 'link' ? { does: <OpenNamed dossier={entry.content.to} /> } : {})} />
}
