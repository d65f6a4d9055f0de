import { useState } from 'react'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import { takesPart, useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane } from '../../components/Screen.tsx'
import { Figures, Table } from '../../components/Table.tsx'
import { ExerciseTag, MarkingTags } from '../../components/Tag.tsx'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import { Board } from './Board.tsx'
import { stepsUnderWay } from './stepsUnderWay.ts'
import { LoadExercise } from '../case/LoadExercise.tsx'
import css from './dossier.module.css'

export function Dossiers() {
  const [board, setBoard] = useState(false)
  const { circles, go, dossiers: known } = useHouse()
  const dossiers = useAnswer('dossier.list', {})
  const may = circles.some((circle) => takesPart(circle.myRoles))
  useOnScreen({ marking: known.length === 0 ? null : highestOf(known.map((one) => one.marking)), exercise: known.length > 0 && known.every((one) => one.exercise), left: words.marking.highest, right: words.dossier.count(known.length) })
  const open = <>
    {known.length > 0 && <Button onPress={() => setBoard(!board)}>{board ? words.dossier.asList : words.dossier.asBoard}</Button>}
    {circles.length > 0 && <Button onPress={() => go({ at: 'catalogue', circle: null })}>{words.dossier.catalogue}</Button>}
    {may && <Button kind="primary" onPress={() => go({ at: 'dossierForm' })}>{words.dossier.openOne}</Button>}
  </>
  const columns = [{ head: words.dossier.reference }, { head: words.dossier.title }, { head: words.dossier.marking }, { head: words.dossier.underWay }, { head: words.dossier.texts, figures: true }, { head: words.dossier.lastEvent, figures: true }]
  return (
    <>
      <Head ruled title={words.frame.sections.dossiers} does={open} />
      <Pane label={words.frame.sections.dossiers}>
        <Await answer={dossiers}>
          {({ dossiers: all }) => all.length === 0 ? <Empty action={<LoadExercise />}>{may ? words.dossier.noneYet : words.dossier.noneArrived}</Empty> : board ? <Board dossiers={all} /> : (
            <>
              <Table label={words.frame.sections.dossiers} columns={columns}>
                {all.map((dossier) => (
                  <tr key={dossier.dossier}>
                    <td className={css.reference}>{dossier.reference}</td>
                    <td><button type="button" className={css.open} onClick={() => go({ at: 'dossier', dossier: dossier.dossier })}>{dossier.title}</button> {dossier.exercise && <ExerciseTag />}<span className={css.circle}>{dossier.circleName}</span></td>
                    <td><MarkingTags marking={dossier.marking} /></td>
                    <td>{stepsUnderWay(dossier).map((step) => words.steps[step]?.short).join(', ') || '–'}</td>
                    <Figures>{dossier.texts}</Figures>
                    <Figures>{shortMoment(dossier.lastEventUtcMs)}</Figures>
                  </tr>
                ))}
              </Table>
              {all.every((one) => !one.exercise) && <div className={css.newcomer}><LoadExercise /></div>}
            </>
          )}
        </Await>
      </Pane>
    </>
  )
}
