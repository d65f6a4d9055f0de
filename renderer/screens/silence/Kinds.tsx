/** The kinds of silence procedure of a circle, each with its rule and its source, and the circle's own. */
import { useState } from 'react'
import type { CircleView } from '../../../shared/ipc/circleMethods.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Empty, Head, Pane, Section } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import { KindDialog } from './KindDialog.tsx'
import { ProfileRules } from './ProfileRules.tsx'
import css from './silence.module.css'

export function Kinds() {
  const { circles, go } = useHouse()
  useOnScreen({ marking: null, exercise: false, left: words.silence.kindsTitle, right: '' })
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'silences' })}>{words.frame.sections.silence}</button>} title={words.silence.kindsTitle} />
      <Pane label={words.silence.kindsTitle}>
        {circles.length === 0 ? <Empty>{words.desk.noCircle}</Empty> : circles.map((circle) => <KindsOf key={circle.circle} circle={circle} />)}
      </Pane>
    </>
  )
}

function KindsOf({ circle }: { circle: CircleView }) {
  const kinds = useAnswer('silence.profiles', { circle: circle.circle })
  const [adding, setAdding] = useState(false)
  return (
    <Await answer={kinds}>
      {({ profiles, mayAdd }) => (
        <Section title={circle.name}>
          {mayAdd && <div><Button onPress={() => setAdding(true)}>{words.silence.addKind}</Button></div>}
          <ul className={css.kinds}>
            {profiles.map((one) => <li key={one.id} className={css.kind}><h3>{words.said.quoted(one.name)}</h3><ProfileRules rules={one} forwardTo="" /></li>)}
          </ul>
          {adding && <KindDialog circle={circle.circle} onClose={() => setAdding(false)} />}
        </Section>
      )}
    </Await>
  )
}
