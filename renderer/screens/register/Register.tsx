/** What was done on this machine, in order; nothing in it can be changed. */
import { useState } from 'react'
import { highestOf } from '../../../shared/marking/highestOf.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Empty, Head, Pane, Side, Two } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Entries } from './Entries.tsx'
import { EntryDetails } from './EntryDetails.tsx'
import { ExportDialog } from './ExportDialog.tsx'
import { asFilter, Filters, NOTHING_ASKED, type Asked } from './Filters.tsx'
import css from './register.module.css'

const PAGE = 200

type Listed = Output<'register.list'>

export function Register() {
  const { dossiers } = useHouse()
  const [asked, setAsked] = useState<Asked>(NOTHING_ASKED)
  const [limit, setLimit] = useState(PAGE)
  const [chosen, setChosen] = useState<number | null>(null)
  const [exporting, setExporting] = useState(false)
  const { listed, refused } = useListed(asked, limit)
  const markings = [...dossiers.map((one) => one.marking), ...(listed?.entries ?? []).flatMap((one) => one.marking ?? [])]
  useOnScreen({ marking: markings.length === 0 ? null : highestOf(markings), exercise: dossiers.length > 0 && dossiers.every((one) => one.exercise), left: words.register.foot, right: words.marking.highest })
  const entry = listed?.entries.find((one) => one.seq === chosen) ?? null
  const refine = (next: Asked) => {
    setAsked(next)
    setLimit(PAGE)
  }
  return (
    <>
      <Check onExport={() => setExporting(true)} />
      <Filters asked={asked} onAsk={refine} />
      <Two>
        <Pane label={words.frame.sections.register}>
          <Refused refusal={refused} />
          {listed !== null && <p className={css.count} role="status">{words.register.count(listed.matching, listed.total)}</p>}
          {listed !== null && listed.entries.length === 0 && <Empty action={<Button onPress={() => refine(NOTHING_ASKED)}>{words.register.showAll}</Button>}>{words.register.noneFits}</Empty>}
          {listed !== null && listed.entries.length > 0 && <Entries entries={listed.entries} chosen={chosen} onChoose={setChosen} />}
          {listed !== null && listed.matching > listed.entries.length && <div className={css.more}><Button onPress={() => setLimit(limit + PAGE)}>{words.register.more(Math.min(PAGE, listed.matching - listed.entries.length))}</Button></div>}
        </Pane>
        <Side label={words.register.details}>{entry === null ? <p className={css.hint}>{words.register.choose}</p> : <EntryDetails entry={entry} />}</Side>
      </Two>
      {exporting && listed !== null && <ExportDialog filter={asFilter(asked)} count={listed.matching} onClose={() => setExporting(false)} />}
    </>
  )
}

/** The last list stays on screen while the next one is fetched: the table does not vanish at every letter typed. */
function useListed(asked: Asked, limit: number): { listed: Listed | null; refused: Parameters<typeof Refused>[0]['refusal'] } {
  const answer = useAnswer('register.list', { limit, filter: asFilter(asked) })
  const [last, setLast] = useState<Listed | null>(null)
  if (answer.state === 'here' && answer.value !== last) setLast(answer.value)
  return { listed: answer.state === 'here' ? answer.value : last, refused: answer.state === 'refused' ? answer.refusal : null }
}

/** The head of the screen, and below it what a check of the register said. */
function Check({ onExport }: { onExport: () => void }) {
  const [checked, setChecked] = useState<Output<'register.verify'> | null>(null)
  const task = useTask()
  const check = () => void task.run(() => ask('register.verify', {}), setChecked)
  return (
    <>
      <Head ruled title={words.frame.sections.register} meta={words.register.meta}
        does={<><Button onPress={onExport}>{words.register.export}</Button><Button kind="primary" running={task.running} onPress={check}>{task.running ? words.register.checking : words.register.check}</Button></>} />
      <div className={css.said}>
        <Refused refusal={task.refused} />
        {checked !== null && <Checked checked={checked} />}
      </div>
    </>
  )
}

function Checked({ checked: { entries, faults } }: { checked: Output<'register.verify'> }) {
  if (faults.length === 0) return <Notice kind="done"><strong>{words.register.sound}</strong> {words.register.soundMeans(entries)}</Notice>
  return <Notice kind="warned"><strong>{words.register.faults(faults.length)}</strong> {faults.map(words.said.registerFault).join(' ')} {words.register.faultsMean}</Notice>
}
