import { Delegation } from '../../components/Delegation.tsx'
import { Section } from '../../components/Screen.tsx'
import { MarkingTags } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { OpenNamed } from './OpenNamed.tsx'

/** What other dossiers on this machine say to this one: who links to it, or what was learnt for it. Nothing is drawn where none does. */
export function NamedBy({ file, kind }: { file: CaseFile; kind: 'link' | 'lesson' }) {
  const { overview, evaluation } = words.caseFile
  const found = file.namedBy.filter(({ entry }) => entry.content.kind === kind)
  if (found.length === 0) return null
  return (
    <Section title={kind === 'link' ? overview.linkedFrom : evaluation.lessonsFrom} count={String(found.length)}>
      {found.map(({ dossier, marking, title, entry: { content, delegation, event } }) => (
        <article key={event} className={css.entry} aria-label={title}>
          <header><Delegation code={delegation} /> <h3>{title}</h3> <MarkingTags marking={marking} /></header>
          <p>{content.kind === 'link' ? overview.linkedAs[content.relation] : content.kind === 'lesson' && content.text}</p>
          <div className={css.does}><OpenNamed dossier={dossier} /></div>
        </article>
      ))}
    </Section>
  )
}
