/** A bundle as QR codes, one after another, for another machine's camera. Where motion is reduced one steps by hand. */
import { useEffect, useState } from 'react'
import type { Output } from '../../../shared/ipc/contract.ts'
import { Button } from '../../components/Button.tsx'
import { ChooseInView } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { QrCode } from '../../components/QrCode.tsx'
import { Note } from '../../components/Screen.tsx'
import { words } from '../../messages/words.ts'
import css from './optical.module.css'

const SPEEDS = ['2', '4', '8', '12'] as const
type Speed = (typeof SPEEDS)[number]

export function ShowCodes({ shown, onClose }: { shown: Output<'optical.show'>; onClose: () => void }) {
  const [still] = useState(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches)
  const [at, setAt] = useState(0)
  const [running, setRunning] = useState(!still)
  const [speed, setSpeed] = useState<Speed>('4')
  const all = shown.frames.length
  const full = useFullScreen()
  const step = (by: number) => setAt((now) => (now + by + all) % all)
  useEffect(() => {
    if (!running) return undefined
    const timer = window.setInterval(() => setAt((now) => (now + 1) % all), 1000 / Number(speed))
    return () => window.clearInterval(timer)
  }, [running, speed, all])
  return (
    <Dialog wide open onClose={onClose} title={words.optical.showTitle(shown.fileName)}>
      <div className={css.stage} data-full={full.on || undefined}>
        <div className={css.code}><QrCode text={shown.frames[at] ?? ''} label={words.optical.frame(at + 1, all)} /></div>
        <div className={css.beside}>
          {!full.on && <p>{words.optical.showBody}</p>}
          <p className={css.count}><b>{words.optical.frame(at + 1, all)}</b><span>{words.optical.needs(shown.blocks)}</span></p>
          <div className={css.does}>
            <Button onPress={() => step(-1)}>{words.optical.back}</Button>
            {running ? <Button onPress={() => setRunning(false)}>{words.optical.pause}</Button> : <Button onPress={() => setRunning(true)}>{words.optical.resume}</Button>}
            <Button onPress={() => step(1)}>{words.optical.forward}</Button>
          </div>
          {still && <Note>{words.optical.still}</Note>}
          <ChooseInView row label={words.optical.speed} value={speed} onChange={setSpeed} options={SPEEDS.map((id) => ({ id, name: id }))} />
          <div><Button onPress={full.toggle}>{full.on ? words.optical.leaveFull : words.optical.full}</Button></div>
        </div>
      </div>
    </Dialog>
  )
}

/** The code fills the window, not only the dialog. Escape ends it as it ends every full screen. */
function useFullScreen(): { readonly on: boolean; readonly toggle: () => void } {
  const [on, setOn] = useState(false)
  useEffect(() => {
    if (!on) return undefined
    const leave = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setOn(false)
    }
    window.addEventListener('keydown', leave, true)
    return () => window.removeEventListener('keydown', leave, true)
  }, [on])
  return { on, toggle: () => setOn((now) => !now) }
}
