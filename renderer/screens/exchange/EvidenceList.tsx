/** What does not fit together among what others signed; each can leave as a file that anybody can check. */
import { useState } from 'react'
import type { FoundEvidence } from '../../../shared/ipc/exchangeMethods.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Glyph } from '../../components/Glyph.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Empty, Head, Note, Pane } from '../../components/Screen.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { shortMoment } from '../../messages/time.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'

export function EvidenceList() {
  const found = useAnswer('evidence.list', {})
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  useOnScreen({ marking: null, exercise: false, left: '', right: '' })
  const write = (one: FoundEvidence) => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('evidence.write', { evidence: one.evidence, target: folder.grant })
  }, ({ fileName }) => setWritten(fileName))
  return (
    <>
      <Head ruled title={words.exchange.evidenceTitle} />
      <Pane label={words.exchange.evidenceTitle}>
        {written !== null && <Notice kind="done"><strong>{words.exchange.evidenceWritten(written)}</strong> {words.exchange.evidenceCheck}</Notice>}
        <Refused refusal={task.refused} />
        <Await answer={found}>
          {({ evidence }) => (evidence.length === 0 ? <Empty>{words.exchange.noEvidence}</Empty> : (
            <ul className={css.evidence}>{evidence.map((one) => <Found key={one.evidence} one={one} onWrite={() => write(one)} />)}</ul>
          ))}
        </Await>
        <Note>{words.exchange.evidenceMeans}</Note>
      </Pane>
    </>
  )
}

function Found({ one, onWrite }: { one: FoundEvidence; onWrite: () => void }) {
  const grave = one.kind === 'equivocation' || one.kind === 'splitView' || one.kind === 'rosterConflict'
  const { cannot, proves } = words.said.evidence(one.kind, { about: words.inText(one.about), saidBy: one.saidBy === null ? '' : words.inText(one.saidBy), fromSeq: one.fromSeq, toSeq: one.toSeq })
  return (
    <li>
      <span className={grave ? css.bad : css.lacking}><Glyph name={grave ? 'cross' : 'gap'} /></span>
      <div>
        <b>{words.common.sentence(proves)}</b>
        <small>{one.where === '' ? one.circleName : one.where}{one.atUtcMs !== null && `, ${shortMoment(one.atUtcMs)}`}</small>
        <small>{words.exchange.doesNotProve(cannot[0] ?? '')}</small>
      </div>
      <Button small onPress={onWrite} cannot={one.writable ? null : words.exchange.notWritable}>{words.exchange.writeEvidence}</Button>
    </li>
  )
}
