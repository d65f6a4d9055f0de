/** A bundle is opened and checked completely, and shown, before anything is changed. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { ImportPreview } from '../../../shared/ipc/exchangeMethods.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Empty, Head, Pane } from '../../components/Screen.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './exchange.module.css'
import { Preview } from './Preview.tsx'

export interface Looked {
  readonly preview: ImportPreview
  readonly label: string
}

export function In() {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [imported, setImported] = useState<Output<'bundle.import'> | null>(null)
  const task = useTask()
  const look = () => {
    setImported(null)
    void task.run(async () => {
      const chosen = await chooseSource('bundle')
      if (chosen === null) return null
      const answer = await ask('bundle.preview', { source: chosen.grant })
      return answer.ok ? { ok: true as const, value: { preview: answer.value, label: chosen.label } } : answer
    }, setLooked)
  }
  if (looked !== null) return <Preview looked={looked} onDone={(result) => { setLooked(null); setImported(result) }} />
  return <Choose look={look} running={task.running} imported={imported} refused={<Refused refusal={task.refused} />} />
}

function Choose({ look, running, imported, refused }: { look: () => void; running: boolean; imported: Output<'bundle.import'> | null; refused: React.ReactNode }) {
  const { go } = useHouse()
  useOnScreen({ marking: null, exercise: false, left: words.exchange.nothingChanged, right: '' })
  return (
    <>
      <Head ruled title={words.exchange.inTitle} />
      <Pane label={words.exchange.inTitle}>
        <div className={css.column}>
          {refused}
          {imported !== null && <Notice kind="done"><strong>{words.exchange.imported(imported.admitted)}</strong> {words.exchange.importedRest(imported.alreadyHere, imported.waiting)}</Notice>}
          <Empty action={<Button kind="primary" onPress={look} running={running}>{running ? words.exchange.checking : words.exchange.choose}</Button>}>{imported === null ? words.exchange.inLead : words.exchange.inNext}</Empty>
          {imported !== null && <p><Button onPress={() => go({ at: 'desk' })}>{words.exchange.toDesk}</Button></p>}
        </div>
      </Pane>
    </>
  )
}
