/** My card, the cards of others, and the circles with their rosters. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Delegation } from '../../components/Delegation.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Note, Pane, Section, Side, Two } from '../../components/Screen.tsx'
import { Table } from '../../components/Table.tsx'
import { ask, chooseFolder, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { AdmitDialog } from './AdmitDialog.tsx'
import { CardCodeDialog } from './CardCodeDialog.tsx'
import { CompareDialog } from './CompareDialog.tsx'
import { FoundDialog } from './FoundDialog.tsx'
import { MyKeys } from './MyKeys.tsx'
import { ReadCodes } from '../optical/ReadCodes.tsx'
import { Rosters } from './Rosters.tsx'
import { SafetyWords } from './SafetyWords.tsx'
import css from './directory.module.css'

export type Card = Output<'card.list'>['cards'][number]

export function Directory() {
  const { circles } = useHouse()
  const cards = useAnswer('card.list', {})
  const [founding, setFounding] = useState(false)
  const [comparing, setComparing] = useState<Card | null>(null)
  const [admitting, setAdmitting] = useState<Card | null>(null)
  const [picturing, setPicturing] = useState(false)
  const reading = useTask()
  useOnScreen({ marking: null, exercise: false, left: '', right: words.directory.foot })
  const read = () => void reading.run(async () => {
    const chosen = await chooseSource('card')
    return chosen === null ? null : ask('card.read', { source: chosen.grant })
  }, (card) => { if (!card.trusted) setComparing(card) })
  return (
    <>
      <Head ruled title={words.frame.sections.directory} does={<><Button onPress={() => setFounding(true)}>{words.directory.found}</Button><Button onPress={() => setPicturing(true)}>{words.optical.readPicture}</Button><Button kind="primary" running={reading.running} onPress={read}>{words.directory.read}</Button></>} />
      <Two>
        <Pane label={words.directory.people}>
          <Refused refusal={reading.refused} />
          <Section title={words.directory.cards}>
            <Await answer={cards}>{(value) => <Cards cards={value.cards} onCompare={setComparing} onAdmit={setAdmitting} />}</Await>
          </Section>
          {circles.length === 0 ? <Section title={words.directory.circles}><Empty>{words.directory.noCircle}</Empty></Section> : <Rosters />}
        </Pane>
        <Side label={words.directory.myCard}><MyCard /><MyKeys /></Side>
      </Two>
      <FoundDialog open={founding} onClose={() => setFounding(false)} />
      {picturing && <ReadCodes kind="card" onClose={() => setPicturing(false)} onCard={(card) => { setPicturing(false); if (!card.trusted) setComparing(card) }} />}
      {comparing !== null && <CompareDialog card={comparing} onClose={() => setComparing(null)} />}
      {admitting !== null && <AdmitDialog card={admitting} onClose={() => setAdmitting(null)} />}
    </>
  )
}

function MyCard() {
  const { me } = useHouse()
  const task = useTask()
  const [written, setWritten] = useState<string | null>(null)
  const [showing, setShowing] = useState(false)
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('card.write', { target: folder.grant })
  }, (file) => setWritten(file.fileName))
  return (
    <Section title={words.directory.myCard}>
      <p><b>{me.name}</b><br /><Delegation code={me.delegation} bare /> {words.delegations[me.delegation]}</p>
      <SafetyWords words={me.safetyWords} />
      <Note>{words.directory.myCardNote}</Note>
      <div className={css.buttons}><Button onPress={write} running={task.running}>{words.directory.write}</Button><Button onPress={() => setShowing(true)}>{words.optical.showCard}</Button></div>
      {showing && <CardCodeDialog onClose={() => setShowing(false)} />}
      {written !== null && <Notice kind="done"><strong>{words.directory.written}</strong> <span className={css.file}>{written}</span></Notice>}
      <Refused refusal={task.refused} />
    </Section>
  )
}

function Cards({ cards, onCompare, onAdmit }: { cards: readonly Card[]; onCompare: (card: Card) => void; onAdmit: (card: Card) => void }) {
  const { me, circles } = useHouse()
  const governed = circles.filter((circle) => circle.iGovern)
  const others = cards.filter((card) => card.installation !== me.installation)
  if (others.length === 0) return <Empty>{words.directory.noCards}</Empty>
  const admittable = (card: Card) => card.trusted && governed.some((circle) => !circle.entries.some((entry) => !entry.removed && entry.installation === card.installation))
  return (
    <Table label={words.directory.cards} columns={[{ head: words.directory.delegation }, { head: words.directory.person }, { head: words.directory.comparison }, { head: words.directory.next, silent: true }]}>
      {others.map((card) => (
        <tr key={card.installation}>
          <td><Delegation code={card.delegation} named /></td>
          <td>{card.name}</td>
          <td>{card.trusted ? <span className={css.good}><Glyph name="check" /> {words.directory.compared}</span> : <span className={css.open}><Glyph name="gap" /> {words.directory.notCompared}</span>}</td>
          <td className={css.does}>
            {!card.trusted && <Button small onPress={() => onCompare(card)} label={words.directory.compareWith(card.name)}>{words.directory.compare}</Button>}
            {admittable(card) && <Button small onPress={() => onAdmit(card)} label={words.directory.admitPerson(card.name)}>{words.directory.admit}</Button>}
          </td>
        </tr>
      ))}
    </Table>
  )
}
