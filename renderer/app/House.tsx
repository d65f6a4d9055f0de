/** The window of an open vault: frame, navigation and the screen of the place where one is. */
import { useCallback, useEffect, useMemo, useReducer, useState } from 'react'
import { Button } from '../components/Button.tsx'
import { Dialog } from '../components/Dialog.tsx'
import { ask } from '../engineClient.ts'
import { words } from '../messages/words.ts'
import type { HealthFault } from '../../shared/ipc/vaultHealth.ts'
import type { Me } from '../../shared/ipc/vaultMethods.ts'
import { Frame } from './Frame.tsx'
import { forms } from './forms.ts'
import { HouseContext, type House as HouseShape } from './house.ts'
import { Navigation } from './Navigation.tsx'
import { Palette } from './palette/Palette.tsx'
import { START, travel, type Place } from './place.ts'
import { ReadOnlyBar } from './ReadOnlyBar.tsx'
import { Reminder } from './Reminder.tsx'
import { ScreenOf } from './ScreenOf.tsx'
import { useAnswer } from './useAnswer.ts'
import { useAppearance } from './useAppearance.ts'
import { useLanguage, useSpoken } from './useLanguage.ts'
import { useLocking } from './useLocking.ts'

export function House({ me, readOnly }: { me: Me; readOnly: HealthFault | null }) {
  const [journey, move] = useReducer(travel, START)
  const { lockNow, askToLock, asking, stay } = useLocking()
  const circles = useAnswer('circle.list', {})
  const dossiers = useAnswer('dossier.list', {})
  const settings = useAnswer('settings.show', {})
  const known = settings.state === 'here' ? settings.value : null
  useAppearance(known?.appearance ?? 'system')
  useLanguage(known?.language ?? null)
  useEffect(() => void ask('form.list', {}).then((kept) => { if (kept.ok) forms.remember(kept.value.forms) }), [])
  const [finding, setFinding] = useState(false)
  const find = useCallback(() => setFinding(true), [])
  useShortcuts(askToLock, useCallback((step: 'back' | 'forward') => move({ step }), []), find)
  const go = useCallback((place: Place) => move({ go: place, from: journey.here }), [journey.here])
  const house: HouseShape = useMemo(() => ({
    me, here: journey.here, go,
    circles: circles.state === 'here' ? circles.value.circles : [],
    dossiers: dossiers.state === 'here' ? dossiers.value.dossiers : [],
  }), [me, journey.here, go, circles, dossiers])
  return (
    <HouseContext value={house}>
      <Frame key={useSpoken()} onLock={askToLock} onFind={find} navigation={<Navigation />}>
        {readOnly !== null && <ReadOnlyBar fault={readOnly} go={go} />}
        {known !== null && known.remindBeforeMinutes.length > 0 && <Reminder beforeMinutes={known.remindBeforeMinutes} />}
        <ScreenOf key={JSON.stringify(journey.here)} place={journey.here} />
        <Palette open={finding} onClose={() => setFinding(false)} ports={{ go, lock: askToLock, appear: (appearance) => { if (known !== null) void ask('settings.change', { settings: { ...known, appearance } }) } }} />
      </Frame>
      <Dialog open={asking} onClose={stay} title={words.frame.lockLosesTitle} action={<Button kind="grave" onPress={lockNow}>{words.frame.lockAnyway}</Button>}>
        <p>{words.frame.lockLosesBody}</p>
      </Dialog>
    </HouseContext>
  )
}

/** Ctrl L locks, Ctrl K finds; Alt with the arrows goes back and forward. A dialog is answered before anything else is looked for. */
function useShortcuts(askToLock: () => void, step: (direction: 'back' | 'forward') => void, find: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent) => {
      const held = (event.ctrlKey || event.metaKey) && !event.altKey ? event.key.toLowerCase() : ''
      if (held === 'l') askToLock()
      else if (held === 'k' && document.querySelector('[role="dialog"]') === null) find()
      else if (event.altKey && event.key === 'ArrowLeft') step('back')
      else if (event.altKey && event.key === 'ArrowRight') step('forward')
      else return
      event.preventDefault()
    }
    window.addEventListener('keydown', pressed)
    return () => window.removeEventListener('keydown', pressed)
  }, [askToLock, step, find])
}
