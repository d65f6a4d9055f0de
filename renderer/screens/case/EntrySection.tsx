/** All entries of one kind under their heading, with the button that adds one where I may. */
import { useState, type ReactNode } from 'react'
import { mayWriteEntry } from '../../../shared/dossier/permissions.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import { KIND_FACTS, type EntryKind } from '../../../shared/toolbox/entry.ts'
import { rolesIn, useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryDialog } from './EntryDialog.tsx'

interface EntrySectionProps {
  readonly file: CaseFile
  readonly kind: EntryKind
  readonly title: string
  /** What a newcomer should know of it. */
  readonly means?: string
  readonly card?: (entry: Entry) => ReactNode
  readonly children?: ReactNode
}

export function EntrySection({ file, kind, title, means, card, children }: EntrySectionProps) {
  const [adding, setAdding] = useState(false)
  const may = useMayAdd(file, kind)
  const entries = file.state.entries.filter((entry) => entry.content.kind === kind)
  return (
    <Section title={title} {...(entries.length === 0 ? {} : { count: String(entries.filter((entry) => entry.withdrawn === null).length) })}>
      <div className={css.intro}>
        <Note>{means ?? KIND_FACTS[kind].source}</Note>
        {may && <Button small onPress={() => setAdding(true)}>{words.caseFile.kinds[kind].add}</Button>}
      </div>
      {children}
      {entries.length === 0 && <p className={css.second}>{words.caseFile.kinds[kind].none}</p>}
      {entries.map((entry) => (card === undefined ? <EntryCard key={entry.event} entry={entry} file={file} /> : <div key={entry.event}>{card(entry)}</div>))}
      {adding && <EntryDialog file={file} kind={kind} onClose={() => setAdding(false)} />}
    </Section>
  )
}

export function useMayAdd(file: CaseFile, kind: EntryKind): boolean {
  const house = useHouse()
  return mayWriteEntry({ roles: rolesIn(house, { circle: file.state.circle }), delegation: house.me.delegation }, kind, null)
}
