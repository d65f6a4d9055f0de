/** Over a screen, where sticks are forbidden: a bundle shown as QR codes, or read from another machine's. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Head, Note, Pane, Section } from '../../components/Screen.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import { ReadCodes } from '../optical/ReadCodes.tsx'
import { ShowCodes } from '../optical/ShowCodes.tsx'
import css from './exchange.module.css'
import type { Looked } from './In.tsx'
import { Preview } from './Preview.tsx'

export function Codes() {
  const [looked, setLooked] = useState<Looked | null>(null)
  const [imported, setImported] = useState<Output<'bundle.import'> | null>(null)
  if (looked !== null) return <Preview looked={looked} onDone={(result) => { setLooked(null); setImported(result) }} />
  return <Both imported={imported} onLooked={setLooked} />
}

function Both({ imported, onLooked }: { imported: Output<'bundle.import'> | null; onLooked: (looked: Looked) => void }) {
  const [shown, setShown] = useState<Output<'optical.show'> | null>(null)
  const [reading, setReading] = useState(false)
  const showing = useTask()
  const looking = useTask()
  useOnScreen({ marking: null, exercise: false, left: words.exchange.nothingChanged, right: words.optical.foot })
  const show = () => void showing.run(async () => {
    const chosen = await chooseSource('bundle')
    return chosen === null ? null : ask('optical.show', { source: chosen.grant })
  }, setShown)
  const look = (grant: FileGrant) => {
    setReading(false)
    void looking.run(() => ask('bundle.preview', { source: grant }), (preview) => onLooked({ preview, label: words.optical.fromScreen }))
  }
  return (
    <>
      <Head ruled title={words.optical.title} meta={words.optical.lead} />
      <Pane label={words.optical.title}>
        <div className={css.column}>
          {imported !== null && <Notice kind="done"><strong>{words.exchange.imported(imported.admitted)}</strong> {words.exchange.importedRest(imported.alreadyHere, imported.waiting)}</Notice>}
          <Section title={words.optical.show}>
            <Note>{words.optical.showNote}</Note>
            <div><Button onPress={show} running={showing.running}>{words.optical.show}</Button></div>
            <Refused refusal={showing.refused} />
          </Section>
          <Section title={words.optical.readBundleTitle}>
            <Note>{words.optical.readNote}</Note>
            <div><Button kind="primary" onPress={() => setReading(true)} running={looking.running}>{words.optical.readBundleTitle}</Button></div>
            <Refused refusal={looking.refused} />
          </Section>
        </div>
      </Pane>
      {shown !== null && <ShowCodes shown={shown} onClose={() => setShown(null)} />}
      {reading && <ReadCodes kind="bundle" onClose={() => setReading(false)} onBundle={look} />}
    </>
  )
}
