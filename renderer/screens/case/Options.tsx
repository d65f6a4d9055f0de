/** Notes with their options and measures; a note prints into a text that is negotiated in turn. */
import { useState } from 'react'
import { entriesOf, standing, type TypedEntry } from '../../../shared/dossier/entries.ts'
import type { Entry } from '../../../shared/dossier/state.ts'
import { routeOf } from '../../../shared/toolbox/measure.ts'
import { issuesTexts, rolesIn, useHouse } from '../../app/house.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Tag } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import { PositionDialog } from '../dossier/PositionDialog.tsx'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { DiffersDialog } from './DiffersDialog.tsx'
import { EntryCard } from './EntryCard.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { EntrySection, useMayAdd } from './EntrySection.tsx'
import { PrintNoteDialog } from './PrintNoteDialog.tsx'

export function Options({ file }: { file: CaseFile }) {
  const { go } = useHouse()
  return (
    <EntrySection file={file} kind="note" title={words.caseFile.options.notes} card={(entry) => <NoteCard entry={entry} file={file} />}>
      <p><Button small kind="quiet" onPress={() => go({ at: 'catalogue', circle: file.state.circle })}>{words.caseFile.options.catalogue}</Button></p>
    </EntrySection>
  )
}

function NoteCard({ entry, file }: { entry: Entry; file: CaseFile }) {
  const [dialog, setDialog] = useState<'option' | 'print' | null>(null)
  const house = useHouse()
  const may = useMayAdd(file, 'option')
  const options = entriesOf(file.state.entries, 'option').filter((option) => option.content.note === entry.event)
  const prints = issuesTexts(rolesIn(house, { circle: file.state.circle })) && entry.withdrawn === null
  const { content } = entry
  const open = () => setDialog(null)
  return (
    <EntryCard entry={entry} file={file} without={['title', 'noteKind']} beside={content.kind === 'note' && <Tag>{words.entry.choices.noteKind[content.noteKind]}</Tag>}
      does={<>
        {may && entry.withdrawn === null && <Button small onPress={() => setDialog('option')}>{words.caseFile.kinds.option.add}</Button>}
        {prints && <Button small onPress={() => setDialog('print')} cannot={options.length === 0 ? words.caseFile.options.dirty : null}>{words.caseFile.options.print}</Button>}
      </>}>
      <Printed note={entry} file={file} />
      {options.length === 0 && <p className={css.second}>{words.caseFile.kinds.option.none}</p>}
      {options.map((option) => <OptionCard key={option.event} option={option} file={file} />)}
      {dialog === 'option' && <EntryDialog file={file} kind="option" given={{ note: entry.event }} onClose={open} />}
      {dialog === 'print' && <PrintNoteDialog file={file} note={entry} onClose={open} />}
    </EntryCard>
  )
}

/** Whether the text that was printed from the note still says what the case file says. */
function Printed({ note, file }: { note: Entry; file: CaseFile }) {
  const { go } = useHouse()
  const [shown, setShown] = useState(false)
  const answer = useAnswer('note.compare', { dossier: file.state.dossier, note: note.event })
  const printed = answer.state === 'here' ? answer.value.printed : null
  if (printed === null) return null
  const { options } = words.caseFile
  return (
    <p className={css.does}>
      <Button small kind="quiet" onPress={() => go({ at: 'text', dossier: file.state.dossier, text: printed.text })}>{options.openText}</Button>
      {printed.differs ? <Button small kind="quiet" onPress={() => setShown(true)}>{printed.unchangedSincePrinted ? options.differs.text : options.differs.caseFile}</Button> : <span className={css.second}>{options.same}</span>}
      {shown && <DiffersDialog marked={printed.marked} onClose={() => setShown(false)} />}
    </p>
  )
}

function OptionCard({ option, file }: { option: TypedEntry<'option'>; file: CaseFile }) {
  const [dialog, setDialog] = useState<'position' | 'decision' | null>(null)
  const may = useMayAdd(file, 'decision')
  const { content } = option
  const measures = content.measures.flatMap((chosen) => file.measures.find((measure) => measure.id === chosen.measure) ?? [])
  const decided = standing(file.state.entries, 'decision').filter((one) => one.content.option === option.event)
  const { options } = words.caseFile
  const { choices } = words.entry
  return (
    <EntryCard entry={option} file={file} without={['title', 'measures']}
      does={option.withdrawn === null && <>
        <Button small onPress={() => setDialog('position')}>{options.take}</Button>
        {may && <Button small onPress={() => setDialog('decision')}>{options.decide}</Button>}
      </>}>
      <ol className={css.bullets}>
        {content.measures.map((chosen) => {
          const measure = measures.find((one) => one.id === chosen.measure)
          const outcome = decided.findLast((one) => one.content.measure.measure === chosen.measure)?.content.outcome
          return (
            <li key={chosen.measure}>
              {chosen.name} <Tag>{outcome === undefined ? options.notDecided : choices.outcome[outcome]}</Tag>
              <span className={css.second}>{measure !== undefined && options.measureNeeds[measure.attribution]}{measure?.firstTowardsTransit === true && `; ${words.common.inSentence(options.prefer)}`}</span>
            </li>
          )
        })}
      </ol>
      {measures.length > 0 && <p className={css.second}>{options.routeOf(routeOf(measures).map((body) => words.catalogue.bodies[body]))}</p>}
      {dialog === 'position' && <PositionDialog state={file.state} option={option} onClose={() => setDialog(null)} />}
      {dialog === 'decision' && <EntryDialog file={file} kind="decision" given={{ option: option.event, measure: content.measures[0] ?? null }} onClose={() => setDialog(null)} />}
    </EntryCard>
  )
}
