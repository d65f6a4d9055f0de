/** Everything that one entry says. */
import type { ReactNode } from 'react'
import type { RegisterEntry } from '../../../shared/ipc/registerMethods.ts'
import { useHouse } from '../../app/house.ts'
import { Section } from '../../components/Screen.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { clockTime, dayNameWithYear } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { concerning } from './concerning.ts'
import css from './register.module.css'

export function EntryDetails({ entry }: { entry: RegisterEntry }) {
  const { dossiers } = useHouse()
  const dossier = dossiers.find((one) => one.dossier === entry.dossier)
  return (
    <>
      <Section title={words.register.entry(entry.seq)}>
        <dl className={css.facts}>
          <Fact name={words.register.action}>{words.said.registerAction(entry.action)}</Fact>
          <Fact name={words.register.group}>{words.said.registerGroups[entry.group]}</Fact>
          <Fact name={words.register.subject}>{concerning(entry)}</Fact>
          <Fact name={words.register.who}>{entry.who}</Fact>
          <Fact name={words.register.at}>{words.register.claimed(dayNameWithYear(entry.atUtcMs), clockTime(entry.atUtcMs))}</Fact>
          <Fact name={words.register.result}>{words.register.results[entry.result]}{entry.code === null ? '' : ` (${entry.code}${entry.stage === null ? '' : `, ${words.register.stage(entry.stage)}`})`}</Fact>
          {dossier !== undefined && <Fact name={words.register.dossier}>{dossier.reference} {dossier.title}</Fact>}
          {entry.marking !== null && <Fact name={words.register.marking}><MarkingTags marking={entry.marking} /></Fact>}
        </dl>
      </Section>
      {entry.details.length > 0 && (
        <Section title={words.register.details}>
          {/* Two facts of one entry may read the same: their place tells them apart. */}
          <dl className={css.facts}>{entry.details.map(([name, text], place) => <Fact key={`${place} ${name}`} name={words.said.registerName(name)}>{text}</Fact>)}</dl>
        </Section>
      )}
      <Section title={words.register.chain}>
        <p className={css.hint}>{words.register.chainMeans}</p>
        <code className={css.code}>{entry.hash}</code>
      </Section>
    </>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return <div><dt>{name}</dt><dd>{children}</dd></div>
}
