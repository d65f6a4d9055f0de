import { describeEntry, type FactValue } from '../../../shared/dossier/describeEntry.ts'
import type { EntryContent } from '../../../shared/toolbox/entry.ts'
import { Delegations } from '../../components/Delegation.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'

/** `without`: fields that stand elsewhere on the card. */
export function EntryFacts({ content, file, without }: { content: EntryContent; file: CaseFile; without?: readonly string[] }) {
  const facts = describeEntry(content, { ...file.state, dossierTitles: file.dossierTitles }, without, words.entry)
  if (facts.length === 0) return null
  return <dl className={css.facts}>{facts.map(({ key, label, value }) => <div key={key}><dt>{label}</dt><dd><Shown value={value} /></dd></div>)}</dl>
}

function Shown({ value }: { value: FactValue }) {
  if ('text' in value) return value.text
  if ('delegations' in value) return <Delegations codes={value.delegations} bare />
  return <ul className={css.bullets}>{value.items.map((item) => <li key={item}>{item}</li>)}</ul>
}
