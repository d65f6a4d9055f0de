/** What has been shared of the situation: contributions, briefings, indicators, when it happened, and where assessments disagree. */
import { useState } from 'react'
import type { DossierId } from '../../../shared/base/identifiers.ts'
import type { Contribution, Entry } from '../../../shared/dossier/state.ts'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Empty, Section } from '../../components/Screen.tsx'
import { MarkingTags, Tag } from '../../components/Tag.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Activity } from '../case/Activity.tsx'
import type { CaseFile } from '../case/caseFile.ts'
import { Disagreements } from '../case/Disagreements.tsx'
import { EntryCard } from '../case/EntryCard.tsx'
import { EntrySection } from '../case/EntrySection.tsx'
import { IndicatorsExport } from '../case/IndicatorsExport.tsx'
import { IndicatorsImport } from '../case/IndicatorsImport.tsx'
import css from './dossier.module.css'

export function Awareness({ file }: { file: CaseFile }) {
  const { contributions, attachments } = file.state
  const { awareness } = words.caseFile
  return (
    <>
      <Activity state={file.state} />
      <Disagreements contributions={contributions} />
      <Section title={awareness.contributions} count={String(contributions.length)}>
        {contributions.length === 0 ? <Empty>{words.dossier.noContributions}</Empty> : (
          <ol>{contributions.map((one) => <ContributionCard key={one.event} one={one} dossier={file.state.dossier} attached={attachments.filter((other) => one.attachments?.includes(other.event) === true).map((other) => other.name)} />)}</ol>
        )}
      </Section>
      <EntrySection file={file} kind="briefing" title={awareness.briefings} />
      <EntrySection file={file} kind="indicators" title={awareness.indicators} card={(entry) => <IndicatorsCard entry={entry} file={file} />}><IndicatorsImport file={file} /></EntrySection>
    </>
  )
}

function IndicatorsCard({ entry, file }: { entry: Entry; file: CaseFile }) {
  const [writing, setWriting] = useState(false)
  return (
    <>
      <EntryCard entry={entry} file={file} without={['title']} does={entry.withdrawn === null && <Button small kind="quiet" onPress={() => setWriting(true)}>{words.caseFile.indicators.write}</Button>} />
      {writing && <IndicatorsExport file={file} entry={entry} onClose={() => setWriting(false)} />}
    </>
  )
}

function ContributionCard({ one, attached, dossier }: { one: Contribution; attached: readonly string[]; dossier: DossierId }) {
  const { go } = useHouse()
  const { activity, awareness } = words.caseFile
  const days = [...(one.observed === undefined || one.observed === null ? [] : [`${activity.observed} ${words.entry.day(one.observed)}`]), ...(one.reported === undefined || one.reported === null ? [] : [`${activity.reported} ${words.entry.day(one.reported)}`])]
  return (
    <li className={css.contribution}>
      <header><Delegation code={one.delegation} /> <h3 className={css.what}>{one.title}</h3> <MarkingTags marking={one.marking} /> {(one.reliability !== null || one.credibility !== null) && <Tag>{`${one.reliability ?? '–'} ${one.credibility ?? '–'}`}</Tag>}</header>
      <p className={css.words}>{one.text}</p>
      <p className={css.second}>{[words.dossier.contributionKinds[one.kind], one.body ?? '', one.source, ...days, one.person, shortMoment(one.claimedAtUtcMs)].filter((part) => part !== '').join(' · ')}</p>
      {attached.length > 0 && <p className={css.second}>{words.common.labelled(awareness.attached, attached.join(', '))} <Button small kind="quiet" onPress={() => go({ at: 'dossier', dossier, tab: 'attachments' })} label={words.common.labelled(awareness.open, one.title)}>{awareness.open}</Button></p>}
    </li>
  )
}
