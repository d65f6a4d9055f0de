/** Findings inform, States decide: the two never stand in one list, and nothing is added up. */
import { useState } from 'react'
import { consideredForAttribution, sovereignPositions } from '../../../shared/dossier/entries.ts'
import type { EntryOf } from '../../../shared/toolbox/entry.ts'
import { CONSIDERATIONS } from '../../../shared/toolbox/yardsticks.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Note, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { EntryCard } from './EntryCard.tsx'
import { EntryDialog } from './EntryDialog.tsx'
import { EntrySection, useMayAdd } from './EntrySection.tsx'

export function Attribution({ file }: { file: CaseFile }) {
  const { attribution } = words.caseFile
  return (
    <>
      <EntrySection file={file} kind="attribution" title={attribution.standing} means={attribution.standingMeans} card={(entry) => <EntryCard entry={entry} file={file} />}>
        <Standing file={file} />
      </EntrySection>
      <EntrySection file={file} kind="finding" title={attribution.findings} means={attribution.findingsMean} card={(entry) => <EntryCard entry={entry} file={file} without={['statement']} />} />
      <Considerations file={file} />
    </>
  )
}

/** What has been decided beside the stance itself. */
function stanceDetails({ actor, publicity, manner }: EntryOf<'attribution'>): string[] {
  const { choices } = words.entry
  return [actor, publicity === 'open' ? '' : choices.publicity[publicity], manner === 'open' ? '' : choices.manner[manner]].filter((part) => part !== '')
}

/** Every Member State on the list, whether it has spoken or not. */
function Standing({ file }: { file: CaseFile }) {
  const { attribution } = words.caseFile
  const { choices } = words.entry
  return (
    <ul className={css.block} aria-label={attribution.standing}>
      {sovereignPositions(file.state.entries, file.state.distribution).map(({ delegation, statement, earlier }) => (
        <li key={delegation} className={css.state}>
          <span><Delegation code={delegation} /></span>
          {statement === null ? <span className={css.second}>{attribution.noStatement}</span> : <strong>{choices.stance[statement.content.stance]}</strong>}
          <span className={css.second}>
            {statement !== null && stanceDetails(statement.content).join(' · ')}
            {earlier.length > 0 && ` (${attribution.earlier(earlier.length)})`}
          </span>
        </li>
      ))}
    </ul>
  )
}

function Considerations({ file }: { file: CaseFile }) {
  const { attribution } = words.caseFile
  const [adding, setAdding] = useState<string | null>(null)
  const may = useMayAdd(file, 'consideration')
  const said = file.state.entries.filter((entry) => entry.content.kind === 'consideration')
  return (
    <Section title={attribution.considerations} count={`${consideredForAttribution(file.state.entries).size} / ${CONSIDERATIONS.length}`}>
      <Note>{attribution.considerationsMean}</Note>
      {CONSIDERATIONS.map(({ id, name: theirs }) => {
        const name = words.said.quoted(theirs)
        const own = said.filter((entry) => entry.content.kind === 'consideration' && entry.content.consideration === id)
        return (
          <section key={id} className={css.block} aria-label={name}>
            <div className={css.intro}>
              <h3>{name}</h3>
              {may && <Button small kind="quiet" label={words.common.labelled(words.caseFile.kinds.consideration.add, name)} onPress={() => setAdding(id)}>{words.caseFile.kinds.consideration.add}</Button>}
            </div>
            {own.length === 0 && <p className={css.second}>{attribution.notConsidered}</p>}
            {own.map((entry) => <EntryCard key={entry.event} entry={entry} file={file} without={['consideration', 'text']} />)}
          </section>
        )
      })}
      {adding !== null && <EntryDialog file={file} kind="consideration" given={{ consideration: adding, considered: true }} onClose={() => setAdding(null)} />}
    </Section>
  )
}
