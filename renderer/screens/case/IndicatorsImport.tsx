/** A file of indicators is read and shown before anything is signed: what would be taken over, and what was not understood. */
import { useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { ask, chooseSource } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import type { CaseFile } from './caseFile.ts'
import { EntryDialog } from './EntryDialog.tsx'

export function IndicatorsImport({ file }: { file: CaseFile }) {
  const [read, setRead] = useState<Output<'indicators.read'> | null>(null)
  const task = useTask()
  const { indicators } = words.caseFile
  const choose = () => void task.run(async () => {
    const chosen = await chooseSource('indicators')
    return chosen === null ? null : ask('indicators.read', { source: chosen.grant })
  }, setRead)
  return (
    <>
      <p><Button small onPress={choose} running={task.running}>{indicators.fromFile}</Button></p>
      <Refused refusal={task.refused} />
      {read !== null && read.leftOut.length > 0 && <Notice kind="warned">{indicators.leftOut(read.leftOut)}</Notice>}
      {read !== null && <EntryDialog file={file} kind="indicators" given={{ title: read.title, from: indicators.formats[read.format], indicators: read.indicators }} onClose={() => setRead(null)} />}
    </>
  )
}
