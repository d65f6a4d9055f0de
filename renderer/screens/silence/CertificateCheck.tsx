/** Somebody else's certificate, against the card of its setter: nothing of it comes into the vault. */
import { useState } from 'react'
import type { Chosen } from '../../../shared/ipc/bridge.ts'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head, Pane, Section } from '../../components/Screen.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { Report } from './Report.tsx'
import css from './silence.module.css'

type Verified = Output<'certificate.verify'>

export function CertificateCheck() {
  const { go } = useHouse()
  const [file, setFile] = useState<Chosen | null>(null)
  const [found, setFound] = useState<Verified | null>(null)
  const task = useTask()
  useOnScreen({ marking: null, exercise: found?.report.markingLine.includes(words.marking.exercise) === true, left: words.silence.checkTitle, right: found?.report.markingLine ?? '' })
  const choose = async () => {
    setFound(null)
    task.forget()
    setFile(await chooseSource('certificate'))
  }
  // Both grants are used up by one check, so a second check begins with the file again.
  const check = () => void task.run(async () => {
    const card = file === null ? null : await chooseSource('card')
    if (file === null || card === null) return null
    setFile(null)
    return ask('certificate.verify', { certificate: file.grant, card: card.grant })
  }, setFound)
  return (
    <>
      <Head ruled crumb={<button type="button" onClick={() => go({ at: 'silences' })}>{words.frame.sections.silence}</button>} title={words.silence.checkTitle} />
      <Pane label={words.silence.checkTitle}>
        <div className={css.checkSteps}>
          <p className={css.says}>{words.silence.checkMeans}</p>
          <div className={css.row}>
            <Button kind={file === null ? 'primary' : 'plain'} onPress={() => void choose()}>{words.silence.chooseCertificate}</Button>
            <Button kind={file === null ? 'plain' : 'primary'} onPress={check} running={task.running} cannot={file === null ? words.silence.certificateFirst : null}>{words.silence.chooseCard}</Button>
            {file !== null && <span className={css.second}>{file.label}</span>}
          </div>
          <Refused refusal={task.refused} />
        </div>
        {found !== null && (
          <div className={css.found}>
            <Notice kind="done"><strong>{words.silence.genuine(found.setter, found.delegation)}</strong> {words.silence.quoted(found.outcomeWords)}</Notice>
            <Section title={words.silence.checked}><ul className={css.bullets}>{found.checked.map((line) => <li key={line}>{line}</li>)}</ul></Section>
            <Section title={words.silence.notProven}><ul className={css.bullets}>{found.notProven.map((line) => <li key={line}>{line}</li>)}</ul></Section>
            <Report report={found.report} />
          </div>
        )}
      </Pane>
    </>
  )
}
