/** The certificate of a procedure, to read, and to write as files that anybody can verify. */
import { useState } from 'react'
import type { DossierId, EventId } from '../../../shared/base/identifiers.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Head, Pane } from '../../components/Screen.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Report } from './Report.tsx'

export function Certificate({ dossier, procedure }: { dossier: DossierId; procedure: EventId }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const shown = useAnswer('certificate.show', { dossier, procedure })
  const [written, setWritten] = useState<readonly string[]>([])
  const task = useTask()
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: words.silence.certificate, right: '' })
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('certificate.write', { dossier, procedure, target: folder.grant })
  }, ({ files }) => setWritten(files.map((file) => file.fileName)))
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'silence', dossier, procedure })}>{words.silence.backToProcedure}</button>} title={words.silence.certificate}
        does={<Button kind="primary" onPress={write} running={task.running}>{words.silence.writeCertificate}</Button>} />
      <Pane label={words.silence.certificate}>
        {written.length > 0 && <Notice kind="done"><strong>{words.silence.certificateWritten}</strong> {written.join(', ')}. {words.silence.certificateTravels}</Notice>}
        <Refused refusal={task.refused} />
        <Await answer={shown}>{(report) => <Report report={report} />}</Await>
      </Pane>
    </>
  )
}
