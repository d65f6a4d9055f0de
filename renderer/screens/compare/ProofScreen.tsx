/** Proving a marked file that came from elsewhere: against the clean text, the predecessor, or both. */
import { useState } from 'react'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Form } from '../../components/Choice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head, Note, Pane } from '../../components/Screen.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './compare.module.css'
import { ProofLines } from './ProofReport.tsx'

const PARTS = ['marked', 'clean', 'base'] as const
type Part = (typeof PARTS)[number]
interface Found { readonly answer: Output<'textFile.verify'>; readonly clean: string; readonly base: string }

export function ProofScreen() {
  const { go } = useHouse()
  const [files, setFiles] = useState<Partial<Record<Part, Chosen>>>({})
  const [found, setFound] = useState<Found | null>(null)
  const task = useTask()
  useOnScreen({ marking: null, exercise: false, left: words.proof.foreign, right: '' })
  const choose = (part: Part) => void chooseSource('text').then((chosen) => { if (chosen !== null) setFiles((before) => ({ ...before, [part]: chosen })) })
  const { marked, clean, base } = files
  const prove = () => {
    if (marked === undefined) return
    void task.run(() => ask('textFile.verify', { marked: marked.grant, clean: clean?.grant ?? null, base: base?.grant ?? null }), (answer) => setFound({ answer, clean: clean?.label ?? '', base: base?.label ?? '' })).then(() => setFiles({}))
  }
  const cannot = marked === undefined ? words.proof.chooseMarked : clean === undefined && base === undefined ? words.proof.chooseOther : null
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'texts' })}>{words.frame.sections.texts}</button>} title={words.proof.foreign} />
      <Pane label={words.proof.foreign}>
        <Form onSubmit={prove} label={words.proof.foreign} wide>
          <Note>{words.proof.foreignMeans}</Note>
          {PARTS.map((part) => <Buttons key={part}><Button onPress={() => choose(part)}>{words.proof.choose[part]}</Button><span className={css.file}>{files[part]?.label ?? ''}</span></Buttons>)}
          <Refused refusal={task.refused} />
          <Buttons><Button kind="primary" type="submit" running={task.running} cannot={cannot}>{words.proof.prove}</Button></Buttons>
        </Form>
        {found !== null && <section className={css.result} aria-label={words.proof.title}><ProofLines proof={found.answer.proof} asked={found.answer.asked} clean={found.clean} base={found.base} hash={null} notes={found.answer.notes} /></section>}
      </Pane>
    </>
  )
}
