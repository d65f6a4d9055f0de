import type { MouseEvent, ReactNode } from 'react'
import { words } from '../messages/words.ts'
import css from './frame.module.css'
import { useHouse } from './house.ts'
import { SECTIONS, sectionOf, startOf, type Place, type Section } from './place.ts'
import { useAnswer } from './useAnswer.ts'

/** Words, no icons; the counts are what lies behind each. */
export function Navigation() {
  const house = useHouse()
  const desk = useAnswer('desk.show', {})
  const counts: Partial<Record<Section, number>> = desk.state === 'here'
    ? { desk: desk.value.items.length, dossiers: desk.value.counts.dossiers, texts: desk.value.counts.texts, silence: desk.value.counts.silences }
    : {}
  const { me, here, dossiers } = house
  return (
    <nav className={css.nav} aria-label={words.frame.navigation}>
      {SECTIONS.map((section) => (
        <Go key={section} to={startOf(section)} current={sectionOf(here) === section}>
          {words.frame.sections[section]}{(counts[section] ?? 0) > 0 && <span className={css.count}>{counts[section]}</span>}
        </Go>
      ))}
      {dossiers.length > 0 && <h2 id="open-dossiers">{words.frame.openDossiers}</h2>}
      {dossiers.slice(0, 12).map((dossier) => (
        <Go key={dossier.dossier} to={{ at: 'dossier', dossier: dossier.dossier }} small><span title={dossier.title}>{dossier.exercise && <b className={css.exerciseWord}>{words.marking.exercise}</b>} {dossier.title}</span></Go>
      ))}
      <div className={css.identity}><div><b>{me.name}</b><br />{words.frame.identity(me.delegation)}</div></div>
    </nav>
  )
}

function Go({ to, current, small, children }: { to: Place; current?: boolean; small?: boolean; children: ReactNode }) {
  const { go } = useHouse()
  const press = (event: MouseEvent) => { event.preventDefault(); go(to) }
  return <a href={`#${to.at}`} className={small === true ? css.dossier : undefined} onClick={press} {...(current === true ? { 'aria-current': 'page' as const } : {})}>{children}</a>
}
