import type { DossierState } from '../../../shared/dossier/state.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons } from '../../components/Choice.tsx'
import { Empty } from '../../components/Screen.tsx'
import { coverDate } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './dossier.module.css'

export function DossierTexts({ state, issues }: { state: DossierState; issues: boolean }) {
  const { go } = useHouse()
  const add = issues ? <Buttons><Button onPress={() => go({ at: 'textForm', dossier: state.dossier })}>{words.dossier.addText}</Button><Button onPress={() => go({ at: 'draftText', dossier: state.dossier })}>{words.draftText.write}</Button></Buttons> : undefined
  if (state.texts.length === 0) return <Empty {...(add === undefined ? {} : { action: add })}>{words.dossier.noTexts}</Empty>
  return (
    <>
      <ul>
        {state.texts.map((text) => {
          const latest = text.revisions.at(-1)
          return latest !== undefined && (
            <li key={text.text} className={css.text}>
              <div><h2 className={css.what}>{latest.title}</h2><p className={css.second}>{[documentNumber(latest.cover, latest.rev), coverDate(latest.claimedAtUtcMs), words.text.suggestionsOn(latest.suggestions.length)].join(' · ')}</p></div>
              <Button onPress={() => go({ at: 'text', dossier: state.dossier, text: text.text })} label={words.text.readText(latest.title)}>{words.text.read}</Button>
            </li>
          )
        })}
      </ul>
      {add}
    </>
  )
}
