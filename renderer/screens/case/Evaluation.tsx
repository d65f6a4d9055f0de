import type { Entry } from '../../../shared/dossier/state.ts'
import { fieldName } from '../../../shared/toolbox/entryWords.ts'
import { words } from '../../messages/words.ts'
import { Tag } from '../../components/Tag.tsx'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntrySection } from './EntrySection.tsx'
import { NamedBy } from './NamedBy.tsx'
import { OpenNamed } from './OpenNamed.tsx'
import css from './case.module.css'

export function Evaluation({ file }: { file: CaseFile }) {
  const { evaluation } = words.caseFile
  const { choices } = words.entry
  return (
    <>
      <EntrySection file={file} kind="effect" title={evaluation.effects}
        card={(entry) => <EntryCard entry={entry} file={file} without={['objective', 'achievement']} beside={entry.content.kind === 'effect' && <Tag>{choices.achievement[entry.content.achievement]}</Tag>} />} />
      <EntrySection file={file} kind="lesson" title={evaluation.lessons} card={(entry) => <LessonCard entry={entry} file={file} />} />
      <NamedBy file={file} kind="lesson" />
    </>
  )
}

/** The dossier of the actor for which it was learnt is named by its title, where it is here. */
function LessonCard({ entry, file }: { entry: Entry; file: CaseFile }) {
  const dossier = entry.content.kind === 'lesson' ? entry.content.forDossier : null
  const title = dossier === null ? undefined : file.dossierTitles.get(dossier)
  return (
    <EntryCard entry={entry} file={file} without={['text', 'forDossier']} {...(dossier === null ? {} : { does: <OpenNamed dossier={dossier} /> })}>
      {dossier !== null && <p className={css.second}>{words.common.labelled(fieldName(words.entry, 'lesson', 'forDossier'), title ?? dossier.slice(0, 16))}</p>}
    </EntryCard>
  )
}
