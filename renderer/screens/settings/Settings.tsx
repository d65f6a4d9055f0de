import { useState } from 'react'
import type { Settings as SettingsValue } from '../../../shared/ipc/vaultMethods.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useTask } from '../../app/useTask.ts'
import { Choose, ChooseInView, Form, Tick } from '../../components/Choice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Await, Head, Pane, Section } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { LANGUAGES } from '../../messages/language.ts'
import { words } from '../../messages/words.ts'
import { Statement } from '../start/Statement.tsx'
import { Deadlines } from './Deadlines.tsx'
import { Backup } from './Backup.tsx'
import { Convergence } from './Convergence.tsx'
import { Security } from './Security.tsx'
import css from './settings.module.css'

const MINUTES = ['1', '5', '10', '15', '30', '60', '120'] as const

export function Settings() {
  const settings = useAnswer('settings.show', {})
  useOnScreen({ marking: null, exercise: false, left: '', right: words.start.noNetwork })
  return (
    <>
      <Head ruled title={words.frame.sections.settings} />
      <Pane label={words.frame.sections.settings}>
        <div className={css.settings}>
          <div className={css.column}>
            <Await answer={settings}>{(value) => <SettingsForm settings={value} />}</Await>
            <Backup />
            <Security />
            <Convergence />
          </div>
          <Section title={words.settings.statement}><Statement /></Section>
        </div>
      </Pane>
    </>
  )
}

/** Each choice is kept as soon as it is made. */
function SettingsForm({ settings }: { settings: SettingsValue }) {
  const [shown, setShown] = useState(settings)
  const task = useTask()
  const change = (next: SettingsValue) => {
    setShown(next)
    void task.run(() => ask('settings.change', { settings: next }))
  }
  const minutes = [...new Set([...MINUTES, String(shown.lockAfterMinutes)])].sort((a, b) => Number(a) - Number(b))
  return (
    <>
      <Form onSubmit={() => undefined} label={words.frame.sections.settings}>
        <ChooseInView label={words.settings.appearance} row value={shown.appearance} onChange={(appearance) => change({ ...shown, appearance })}
          options={(['system', 'light', 'dark'] as const).map((id) => ({ id, name: words.settings.appearances[id] }))} />
        <ChooseInView label={words.settings.language} help={words.settings.languageHelp} row value={shown.language} onChange={(language) => change({ ...shown, language })}
          options={(['system', ...LANGUAGES] as const).map((id) => ({ id, name: words.settings.languages[id] }))} />
        <Choose label={words.settings.lockAfter} value={String(shown.lockAfterMinutes)} onChange={(id) => change({ ...shown, lockAfterMinutes: Number(id) })} help={words.settings.lockAfterHelp} nothing=""
          options={minutes.map((id) => ({ id, name: words.settings.minutes(Number(id)) }))} />
        <Tick checked={shown.consolidationKeys} onChange={(consolidationKeys) => change({ ...shown, consolidationKeys })}>{words.settings.consolidationKeys}</Tick>
        <Refused refusal={task.refused} />
      </Form>
      <Deadlines settings={shown} onChange={change} />
    </>
  )
}
