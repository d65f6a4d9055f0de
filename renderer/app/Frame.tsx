/** Title bar, marking bands at head and foot, navigation, and the pane of the screen. */
import { useState, type ReactNode } from 'react'
import css from './frame.module.css'
import { MarkingBand } from './MarkingBand.tsx'
import { AboveScreenContext, NOTHING_ON_SCREEN, OnScreenContext, withAbove, type AboveScreen } from './onScreen.ts'
import { TitleBar } from './TitleBar.tsx'
import { words } from '../messages/words.ts'

export function Frame({ children, navigation, onLock, onFind }: { children: ReactNode; navigation?: ReactNode; onLock?: () => void; onFind?: () => void }) {
  const [screen, setScreen] = useState(NOTHING_ON_SCREEN)
  const [above, setAbove] = useState<readonly AboveScreen[]>([])
  const shown = withAbove(screen, above)
  return (
    <OnScreenContext value={setScreen}>
      <div className={navigation === undefined ? css.bare : css.frame}>
        <a className={css.skip} href="#screen">{words.frame.skip}</a>
        <TitleBar {...(onLock === undefined ? {} : { onLock })} {...(onFind === undefined ? {} : { onFind })} />
        <MarkingBand shown={shown} at="head" />
        {navigation}
        <main className={css.main} id="screen" tabIndex={-1}><AboveScreenContext value={setAbove}>{children}</AboveScreenContext></main>
        <MarkingBand shown={shown} at="foot" />
      </div>
    </OnScreenContext>
  )
}
