/** Reads a card or a bundle from QR codes: pictures that were taken, or what the camera sees. Nothing is changed by reading. */
import { useEffect, useRef, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import type { FileGrant } from '../../../shared/ipc/files.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask, chooseSources } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './optical.module.css'
import { useCamera } from './useCamera.ts'

type Reading = Output<'optical.take'>
type Card = NonNullable<Reading['card']>

interface ReadCodesProps {
  readonly kind: 'card' | 'bundle'
  readonly onClose: () => void
  readonly onCard?: (card: Card) => void
  /** A whole bundle, to be looked at through its door. */
  readonly onBundle?: (grant: FileGrant) => void
}

export function ReadCodes({ kind, onClose, onCard, onBundle }: ReadCodesProps) {
  const [reading, setReading] = useState<Reading | null>(null)
  const task = useTask()
  const came = (next: Reading): void => {
    setReading(next)
    if (next.card !== null) onCard?.(next.card)
    if (next.bundle !== null) onBundle?.(next.bundle)
  }
  const { state: camera, show, start, stop } = useCamera(useSeen(came))
  // What an earlier dialog read is none of this one's business.
  useEffect(() => { void ask('optical.forget', {}) }, [])
  const choose = () => void task.run(async () => {
    const chosen = await chooseSources('picture')
    return chosen.length === 0 ? null : ask('optical.read', { sources: chosen.map((one) => one.grant) })
  }, came)
  const again = () => void task.run(() => ask('optical.forget', {}), () => setReading(null))
  return (
    <Dialog wide form open onClose={onClose} title={kind === 'card' ? words.optical.readCardTitle : words.optical.readBundleTitle}>
      <p>{kind === 'card' ? words.optical.readCardBody : words.optical.readBundleBody}</p>
      <div className={css.does}>
        <Button kind="primary" onPress={choose} running={task.running}>{task.running ? words.optical.reading : words.optical.choosePictures}</Button>
        {camera === 'on' ? <Button onPress={stop}>{words.optical.stopCamera}</Button> : <Button onPress={start}>{words.optical.useCamera}</Button>}
        {reading !== null && <Button kind="quiet" onPress={again}>{words.optical.again}</Button>}
      </div>
      {camera === 'refused' && <Notice kind="warned">{words.optical.cameraRefused}</Notice>}
      {camera === 'on' && <><video ref={show} className={css.camera} muted playsInline aria-label={words.optical.camera} /><Note>{words.optical.cameraOn}</Note></>}
      {kind === 'bundle' && <Received reading={reading} />}
      {reading !== null && reading.unreadable > 0 && <Note>{words.optical.passedBy(reading.unreadable)}</Note>}
      <Refused refusal={task.refused} />
    </Dialog>
  )
}

/** Codes go to the engine one after another, as they are seen. */
function useSeen(came: (reading: Reading) => void): (text: string) => void {
  const heard = useRef(came)
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  useEffect(() => { heard.current = came })
  return (text) => {
    queue.current = queue.current.then(async () => {
      const answer = await ask('optical.take', { texts: [text] })
      heard.current(answer.ok ? answer.value : EMPTY)
    })
  }
}

const EMPTY: Reading = { kind: null, found: 0, blocks: 0, read: 0, unreadable: 0, bundle: null, card: null }

function Received({ reading }: { reading: Reading | null }) {
  if (reading === null || reading.blocks === 0) return <Note>{words.optical.none}</Note>
  const said = reading.bundle === null ? words.optical.progress(reading.found, reading.blocks) : words.optical.whole
  return (
    <div className={css.received} role="status">
      <progress className={css.progress} value={reading.found} max={reading.blocks} aria-label={words.optical.progress(reading.found, reading.blocks)} />
      <p>{said}</p>
    </div>
  )
}
