import { useState } from 'react'
import type { Entry } from '../../../shared/dossier/state.ts'
import { refusal } from '../../../shared/ipc/refusal.ts'
import { beyondStix, hasForm } from '../../../shared/toolbox/stixLimits.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView, Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseFolder } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'

const FORMATS = ['stix', 'misp'] as const

export function IndicatorsExport({ file, entry, onClose }: { file: CaseFile; entry: Entry; onClose: () => void }) {
  const [format, setFormat] = useState<(typeof FORMATS)[number]>('stix')
  const [acknowledged, setAcknowledged] = useState(false)
  const [written, setWritten] = useState<string | null>(null)
  const task = useTask()
  const { indicators, print } = words.caseFile
  const held = entry.content.kind === 'indicators' && format === 'stix' ? entry.content.indicators : []
  const nothing = held.length > 0 && !held.some(hasForm) ? refusal('nothing-for-stix') : null
  const beyond = nothing === null ? beyondStix(held) : []
  const write = () => void task.run(async () => {
    const folder = await chooseFolder()
    return folder === null ? null : ask('indicators.write', { dossier: file.state.dossier, entry: entry.event, format, target: folder.grant, acknowledged })
  }, (done) => setWritten(done.fileName))
  return (
    <Dialog open onClose={onClose} done={written !== null} title={indicators.writeTitle} action={<Button kind="primary" onPress={write} running={task.running} cannot={nothing === null ? (acknowledged ? null : print.acknowledgeFirst) : words.said.refusal(nothing).meaning}>{print.verb}</Button>}>
      <ChooseInView row label={print.form} value={format} onChange={setFormat} options={FORMATS.map((id) => ({ id, name: indicators.formats[id] }))} />
      {beyond.length > 0 && <Notice kind="warned"><ul className={css.bullets}>{beyond.map(({ what, count }) => <li key={what}>{indicators.beyondStix[what](count)}</li>)}</ul></Notice>}
      <Tick checked={acknowledged} onChange={setAcknowledged}>{print.acknowledge}</Tick>
      {written !== null && <Notice kind="done"><strong>{print.done}</strong> {written}</Notice>}
      <Refused refusal={nothing ?? task.refused} />
    </Dialog>
  )
}
