/** Choosing: one of a list that unfolds, one of a few in view, or yes and no. */
import type { ReactNode } from 'react'
import { Button, Checkbox, Label, ListBox, ListBoxItem, Popover, Radio, RadioGroup, Select, SelectValue, Text } from 'react-aria-components'
import css from './field.module.css'
import { cx } from './cx.ts'
import { Glyph } from './Glyph.tsx'

export interface Option<T extends string> {
  readonly id: T
  /** What is read and searched. */
  readonly name: string
  /** What is shown, where that is more than the name. */
  readonly shown?: ReactNode
  /** A second line, for options in view. */
  readonly note?: string
}

interface ChoiceProps<T extends string> {
  readonly label: string
  readonly options: readonly Option<T>[]
  readonly value: T | null
  readonly onChange: (value: T) => void
  readonly help?: string
}

export function Choose<T extends string>({ label, options, value, onChange, help, nothing }: ChoiceProps<T> & { nothing: string }) {
  return (
    <Select className={css.field ?? ''} value={value} onChange={(key) => { const one = options.find((option) => option.id === key); if (one) onChange(one.id) }} placeholder={nothing}>
      <Label className={css.label ?? ''}>{label}</Label>
      <Button className={css.choose ?? ''}><SelectValue /><Glyph name="down" /></Button>
      {help !== undefined && <Text slot="description" className={css.help ?? ''}>{help}</Text>}
      <Popover className={css.popover ?? ''}>
        <ListBox className={css.list ?? ''} items={options.map((option) => ({ ...option }))}>
          {(option) => <ListBoxItem id={option.id} textValue={option.name} className={css.option ?? ''}>{option.shown ?? option.name}</ListBoxItem>}
        </ListBox>
      </Popover>
    </Select>
  )
}

export function ChooseInView<T extends string>({ label, options, value, onChange, help, row }: ChoiceProps<T> & { row?: boolean }) {
  return (
    <RadioGroup className={css.group ?? ''} value={value} onChange={(key) => { const one = options.find((option) => option.id === key); if (one) onChange(one.id) }}>
      <Label className={css.label ?? ''}>{label}</Label>
      <div className={row === true ? css.row : css.choices}>
        {options.map((option) => (
          <Radio key={option.id} value={option.id} className={css.radio ?? ''}>
            <span className={css.dot} aria-hidden="true" />
            <span>{option.shown ?? option.name}{option.note !== undefined && <span className={css.second}>{option.note}</span>}</span>
          </Radio>
        ))}
      </div>
      {help !== undefined && <Text slot="description" className={css.help ?? ''}>{help}</Text>}
    </RadioGroup>
  )
}

export function Tick({ children, checked, onChange }: { children: ReactNode; checked: boolean; onChange: (checked: boolean) => void }) {
  return (
    <Checkbox className={css.tick ?? ''} isSelected={checked} onChange={onChange}>
      <span className={css.box} aria-hidden="true"><Glyph name="check" size="small" /></span>
      <span>{children}</span>
    </Checkbox>
  )
}

/** A form of one column. */
export function Form({ children, onSubmit, wide, tight, label }: { children: ReactNode; onSubmit: () => void; wide?: boolean; tight?: boolean; label: string }) {
  return (
    <form aria-label={label} className={cx(css.form, wide === true && css.wide, tight === true && css.tight)} onSubmit={(event) => { event.preventDefault(); onSubmit() }}>
      {children}
    </form>
  )
}

export function Buttons({ children }: { children: ReactNode }) {
  return <div className={css.buttons}>{children}</div>
}

export function Beside({ children }: { children: ReactNode }) {
  return <div className={css.two}>{children}</div>
}
