/** A button that unfolds a short list to pick from. */
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { words } from '../messages/words.ts'
import button from './button.module.css'
import { cx } from './cx.ts'
import css from './field.module.css'
import { Glyph } from './Glyph.tsx'

export function Pick({ label, shown, options, onPick, small }: { small?: boolean; label: string; shown: string; options: readonly { id: string; name: string }[]; onPick: (id: string) => void }) {
  return (
    <MenuTrigger>
      <Button className={cx(button.button, small === true && button.small)} aria-label={label === shown ? label : words.common.labelled(label, shown)}>{shown} <Glyph name="down" size="small" /></Button>
      <Popover className={css.popover ?? ''}>
        <Menu className={css.list ?? ''} onAction={(key) => onPick(String(key))}>
          {options.map((option) => <MenuItem key={option.id} id={option.id} className={css.option ?? ''}>{option.name}</MenuItem>)}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}
