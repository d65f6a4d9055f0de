import { highestOf } from '../../../shared/marking/highestOf.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { ExerciseTag } from '../../components/Tag.tsx'
import { words } from '../../messages/words.ts'
import css from '../dossier/dossier.module.css'

export function Texts() {
  const { go, dossiers } = useHouse()
  const texts = useAnswer('text.list', {})
  useOnScreen({ marking: dossiers.length === 0 ? null : highestOf(dossiers.map((one) => one.marking)), exercise: dossiers.length > 0 && dossiers.every((one) => one.exercise), left: words.marking.highest, right: '' })
  const columns = [{ head: words.text.number }, { head: words.text.text }, { head: words.text.latest }, { head: words.text.suggestions, figures: true }, { head: words.text.mine, figures: true }, { head: words.text.silence }]
  return (
    <>
      <Head ruled title={words.frame.sections.texts} does={<><Button onPress={() => go({ at: 'proof' })}>{words.proof.foreign}</Button><Button onPress={() => go({ at: 'compare', dossier: null, text: null })}>{words.compare.title}</Button></>} />
      <Pane label={words.frame.sections.texts}>
        <Await answer={texts}>
          {({ texts: all }) => all.length === 0 ? <Empty>{words.text.noTexts}</Empty> : (
            <Table label={words.frame.sections.texts} columns={columns}>
              {all.map((text) => (
                <tr key={text.text}>
                  <td className={css.reference}>{text.number}</td>
                  <td><button type="button" className={css.open} onClick={() => go({ at: 'text', dossier: text.dossier, text: text.text })}>{text.title}</button> {text.exercise && <ExerciseTag />}<span className={css.circle}>{text.dossierTitle}</span></td>
                  <td>{revLabel(text.latestRev)}</td>
                  <Figures>{text.suggestionsOnLatest}</Figures>
                  <Figures>{text.mySuggestionsOnLatest}</Figures>
                  <td>{text.underSilence ? words.text.running : '–'}</td>
                </tr>
              ))}
            </Table>
          )}
        </Await>
      </Pane>
    </>
  )
}
