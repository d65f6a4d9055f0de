/** Title bar, marking bands at head and foot, navigation, and the pane of the screen. */
import { useState, type ReactNode } from 'react'
import css from './frame.module.css'
import { MarkingBand } from './MarkingBand.tsx'
import { NOTHING_ON_SCREEN, OnScreenContext } from './onScreen.ts'
import { TitleBar } from './TitleBar.tsx'
import { words } from '../messages/words.ts'

export function Frame({ children, navigation, onLock }: { children: ReactNode; navigation?: ReactNode; onLock?: () => void }) {
  const [shown, setShown] = useState(NOTHING_ON_SCREEN)
  return (
    <OnScreenContext value={setShown}>
      <div className={navigation === undefined ? css.bare : css.frame}>
        <a className={css.skip} href="#screen">{words.frame.skip}</a>
        <TitleBar {...(onLock === undefined ? {} : { onLock })} />
        <MarkingBand shown={shown} at="head" />
        {navigation}
        <main className={css.main} id="screen" tabIndex={-1}>{children}</main>
        <MarkingBand shown={shown} at="foot" />
      </div>
    </OnScreenContext>
  )
}
