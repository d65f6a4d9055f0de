/** Label above, help below, error in place of the help with its glyph. */
import type { ReactNode } from 'react'
import { FieldError, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import css from './field.module.css'
import { Glyph } from './Glyph.tsx'

export interface FieldProps {
  readonly label: string
  readonly value: string
  readonly onChange: (value: string) => void
  readonly help?: ReactNode
  readonly error?: string | null
  readonly type?: 'text' | 'password' | 'datetime-local' | 'date'
  readonly lines?: 'one' | 'many'
  readonly autoFocus?: boolean
  readonly required?: boolean
  readonly maxLength?: number
  readonly code?: boolean
}

export function Field(props: FieldProps) {
  const error = props.error ?? null
  return (
    <TextField
      className={css.field ?? ''} value={props.value} onChange={props.onChange} isInvalid={error !== null} isRequired={props.required === true}
      autoFocus={props.autoFocus === true} type={props.type ?? 'text'} autoComplete="off" spellCheck="false" validationBehavior="aria"
      {...(props.maxLength === undefined ? {} : { maxLength: props.maxLength })}
    >
      <Label className={css.label ?? ''}>{props.label}</Label>
      {props.lines === 'many' ? <TextArea className={css.area ?? ''} /> : <Input className={css.input ?? ''} />}
      {error === null && props.help !== undefined && <Text slot="description" className={css.help ?? ''}>{props.help}</Text>}
      {error !== null && <FieldError className={css.error ?? ''}><Glyph name="cross" /> <span>{error}</span></FieldError>}
    </TextField>
  )
}
