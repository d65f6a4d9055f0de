import { localZone } from '../engineClient.ts'
import { Button } from '../components/Button.tsx'
import { Glyph } from '../components/Glyph.tsx'
import { Key } from '../components/Key.tsx'
import { LANGUAGES } from '../messages/language.ts'
import { cityOf, clockTime, sameClock } from '../messages/time.ts'
import { words } from '../messages/words.ts'
import css from './frame.module.css'
import { speakFromNow, useSpoken } from './useLanguage.ts'
import { useNow } from './useNow.ts'

/** Brussels time always; local time beside it where the two differ. */
export function TitleBar({ onLock, onFind }: { onLock?: () => void; onFind?: () => void }) {
  const now = useNow()
  const zone = localZone()
  return (
    <header className={css.titlebar}>
      <span className={css.name}>Chancery</span>
      {onFind !== undefined && <button type="button" className={css.find} aria-haspopup="dialog" onClick={onFind}><span>{words.search.find}</span><Key quiet>Ctrl K</Key></button>}
      <span className={css.clocks}>
        {sameClock(zone, now)
          ? <span>{words.frame.brusselsAndHere} <b>{clockTime(now)}</b></span>
          : <><span>{words.frame.brussels} <b>{clockTime(now)}</b></span><span>{cityOf(zone)} <b>{clockTime(now, zone)}</b></span></>}
      </span>
      {onLock === undefined && <OtherLanguages />}
      {onLock !== undefined && <Button small onPress={onLock}><Glyph name="lock" />{words.frame.lock} <Key quiet>Ctrl L</Key></Button>}
    </header>
  )
}

/** Before a vault is open, its settings cannot say it. Each language is called by its own name. */
function OtherLanguages() {
  const spoken = useSpoken()
  return LANGUAGES.filter((language) => language !== spoken).map((language) => (
    <Button key={language} small kind="quiet" onPress={() => speakFromNow(language)}><span lang={language}>{words.settings.languages[language]}</span></Button>
  ))
}
