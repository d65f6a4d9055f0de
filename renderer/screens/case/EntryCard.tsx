/** One entry: who says it, what it says, and what I may do with it. Nothing of it is ever gone: earlier wordings and withdrawals stay in view. */
import { useState, type ReactNode } from 'react'
import { mayWriteEntry } from '../../../shared/dossier/permissions.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import { rolesIn, useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { cx } from '../../components/cx.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import { nameOf } from '../../../shared/dossier/describeEntry.ts'
import type { CaseFile } from './caseFile.ts'
import { EntryDialog } from './EntryDialog.tsx'
import { EntryFacts } from './EntryFacts.tsx'
import { WithdrawDialog } from './WithdrawDialog.tsx'
import { WordingsDialog } from './WordingsDialog.tsx'

interface EntryCardProps {
  readonly entry: Entry
  readonly file: CaseFile
  /** Beside the title: a tag, a due date. */
  readonly beside?: ReactNode
  /** Further things to do with it. */
  readonly does?: ReactNode
  readonly children?: ReactNode
  /** Fields that the title or what stands beside it says already. */
  readonly without?: readonly string[]
}

export function EntryCard({ entry, file, beside, does, children, without = [] }: EntryCardProps) {
  const [dialog, setDialog] = useState<'revise' | 'withdraw' | 'wordings' | null>(null)
  const house = useHouse()
  const mine = { roles: rolesIn(house, { circle: file.state.circle }), delegation: house.me.delegation }
  const may = entry.withdrawn === null && mayWriteEntry(mine, entry.content.kind, entry.delegation)
  const close = () => setDialog(null)
  const last = entry.wordings.at(-1) ?? entry
  const name = nameOf(entry, words.entry, file.dossierTitles)
  return (
    <article className={cx(css.entry, entry.withdrawn !== null && css.gone)} aria-label={name}>
      <header><Delegation code={entry.delegation} /> <h3>{name}</h3> <MarkingTags marking={entry.marking} /> {beside}</header>
      {entry.contested && <p className={css.contested}>{words.caseFile.contested}</p>}
      {entry.withdrawn !== null && <p className={css.second}>{words.caseFile.withdrawn(entry.withdrawn.delegation, entry.withdrawn.reason)}</p>}
      <EntryFacts content={entry.content} file={file} without={without} />
      {children}
      <div className={css.does}>
        <span className={css.second}>{last.person}, {shortMoment(last.claimedAtUtcMs)}</span>
        {entry.wordings.length > 1 && <Button kind="quiet" small onPress={() => setDialog('wordings')}>{words.caseFile.wordings(entry.wordings.length)}</Button>}
        {may && entry.content.kind !== 'printed' && <Button kind="quiet" small onPress={() => setDialog('revise')} label={words.common.labelled(words.caseFile.revise, name)}>{words.caseFile.revise}</Button>}
        {may && <Button kind="quiet" small onPress={() => setDialog('withdraw')} label={words.common.labelled(words.caseFile.withdraw, name)}>{words.caseFile.withdraw}</Button>}
        {does}
      </div>
      {dialog === 'revise' && <EntryDialog file={file} kind={entry.content.kind} entry={entry} onClose={close} />}
      {dialog === 'withdraw' && <WithdrawDialog file={file} entry={entry} onClose={close} />}
      {dialog === 'wordings' && <WordingsDialog file={file} entry={entry} onClose={close} />}
    </article>
  )
}
