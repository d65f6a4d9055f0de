/** Everything that one entry says. */
import type { ReactNode } from 'react'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { useHouse } from '../../app/house.ts'
import { Section } from '../../components/Screen.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { clockTime, dayNameWithYear } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './register.module.css'

const { register } = words

export function EntryDetails({ entry }: { entry: RegisterEntry }) {
  const { dossiers } = useHouse()
  const dossier = dossiers.find((one) => one.dossier === entry.dossier)
  return (
    <>
      <Section title={register.entry(entry.seq)}>
        <dl className={css.facts}>
          <Fact name={register.action}>{words.said.registerAction(entry.action)}</Fact>
          <Fact name={register.group}>{words.said.registerGroups[entry.group]}</Fact>
          <Fact name={register.subject}>{entry.subject}</Fact>
          <Fact name={register.who}>{entry.who}</Fact>
          <Fact name={register.at}>{register.claimed(dayNameWithYear(entry.atUtcMs), clockTime(entry.atUtcMs))}</Fact>
          <Fact name={register.result}>{register.results[entry.result]}{entry.code === null ? '' : ` (${entry.code}${entry.stage === null ? '' : `, ${register.stage(entry.stage)}`})`}</Fact>
          {dossier !== undefined && <Fact name={register.dossier}>{dossier.reference} {dossier.title}</Fact>}
          {entry.marking !== null && <Fact name={register.marking}><MarkingTags marking={entry.marking} /></Fact>}
        </dl>
      </Section>
      {entry.details.length > 0 && (
        <Section title={register.details}>
          {/* Two facts of one entry may read the same: their place tells them apart. */}
          <dl className={css.facts}>{entry.details.map(([name, text], place) => <Fact key={`${place} ${name}`} name={words.said.registerName(name)}>{text}</Fact>)}</dl>
        </Section>
      )}
      <Section title={register.chain}>
        <p className={css.hint}>{register.chainMeans}</p>
        <code className={css.code}>{entry.hash}</code>
      </Section>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
