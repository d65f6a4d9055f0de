/** Beside the text: what belongs to the version on screen, or the comments. */
import type { ReactNode } from 'react'
import { ToggleButton, ToggleButtonGroup } from 'react-aria-components'
import { words } from '../../messages/words.ts'
import css from './rail.module.css'
import reader from './reader.module.css'

export type RailTab = 'text' | 'comments'

export function RailTabs({ tab, onTab, first, open, children }: { tab: RailTab; onTab: (tab: RailTab) => void; first: string; open: number; children: ReactNode }) {
  return (
    <div className={css.beside}>
      <ToggleButtonGroup className={css.tabs ?? ''} aria-label={words.text.rail} selectionMode="single" disallowEmptySelection selectedKeys={[tab]} onSelectionChange={(keys) => onTab(keys.has('comments') ? 'comments' : 'text')}>
        <ToggleButton id="text" className={reader.versionButton ?? ''}>{first}</ToggleButton>
        <ToggleButton id="comments" className={reader.versionButton ?? ''}>{words.comments.title}{open > 0 && ` (${open})`}</ToggleButton>
      </ToggleButtonGroup>
      {children}
    </div>
  )
}
