import type { DossierState } from '../../../shared/dossier/state.ts'
import { Delegation } from '../../components/Delegation.tsx'
import { Empty } from '../../components/Screen.tsx'
import { MarkingTags, Tag } from '../../components/Tag.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './dossier.module.css'

export function Awareness({ contributions }: { contributions: DossierState['contributions'] }) {
  if (contributions.length === 0) return <Empty>{words.dossier.noContributions}</Empty>
  return (
    <ol>
      {contributions.map((one) => (
        <li key={one.event} className={css.contribution}>
          <header><Delegation code={one.delegation} /> <h2 className={css.what}>{one.title}</h2> <MarkingTags marking={one.marking} /> {one.reliability !== null && one.credibility !== null && <Tag>{`${one.reliability} ${one.credibility}`}</Tag>}</header>
          <p className={css.words}>{one.text}</p>
          <p className={css.second}>{[words.dossier.contributionKinds[one.kind], one.source, one.person, shortMoment(one.claimedAtUtcMs)].filter((part) => part !== '').join(' · ')}</p>
        </li>
      ))}
    </ol>
  )
}
