/** The place that an answer or a reservation concerns: the whole text, one paragraph of the REV, or words of it that are selected here. */
import { useId } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Place } from '../../../shared/silence/procedure.ts'
import { contentText, contentWords, FOOTNOTE_MARK, sliceContent } from '../../../shared/text/content.ts'
import type { Block } from '../../../shared/text/document.ts'
import { placeNames, type TextPlace } from '../../../shared/text/place.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Choose } from '../../components/Choice.tsx'
import field from '../../components/field.module.css'
import { words } from '../../messages/words.ts'
import css from './silence.module.css'

const WHOLE = 'whole'
const EXCERPT = 60

/** What a form holds of a place: an empty block is the whole text, an empty stretch the paragraph as a whole. */
export type PlaceTyped = TextPlace & { readonly quote: string }
export const WHOLE_TEXT: PlaceTyped = { block: '', from: 0, to: 0, quote: '' }

export function placeOf(typed: PlaceTyped): Place | null {
  return typed.block === '' ? null : typed
}

export function PlaceField({ dossier, text, rev, value, onChange }: { dossier: DossierId; text: TextId; rev: number | null; value: PlaceTyped; onChange: (place: PlaceTyped) => void }) {
  const shown = useAnswer('text.show', { dossier, text, rev, comparedWith: null })
  const document = shown.state === 'here' ? shown.value.revision.document : { blocks: [] }
  const names = placeNames(document, words.places)
  const block = document.blocks.find((one) => one.id === value.block)
  return (
    <>
      <Choose label={words.silence.place} value={value.block === '' ? WHOLE : value.block} nothing="" onChange={(id) => onChange(id === WHOLE ? WHOLE_TEXT : { ...WHOLE_TEXT, block: id })}
        options={[{ id: WHOLE, name: words.silence.wholeText }, ...document.blocks.map((one) => ({ id: one.id, name: words.common.labelled(names.get(one.id) ?? one.id, excerptOf(one)) }))]} />
      {block !== undefined && <WordsField block={block} value={value} onChange={onChange} />}
    </>
  )
}

/**
 * Words are selected with the mouse or with Shift and the arrows; whatever is typed is not taken. Not `readonly`, which leaves a hand on the keyboard without a
 * cursor to select with. Only a selection says something; to take it back is a button of its own.
 */
function WordsField({ block, value, onChange }: { block: Block; value: PlaceTyped; onChange: (place: PlaceTyped) => void }) {
  const chosen = useId()
  const select = ({ selectionStart: from, selectionEnd: to }: HTMLTextAreaElement): void => {
    if (from < to) onChange({ block: block.id, from, to, quote: contentText(sliceContent(block.content, from, to)).slice(0, 2000) })
  }
  return (
    <div className={css.passage}>
      <TextField className={field.field ?? ''} value={contentText(block.content).replaceAll(FOOTNOTE_MARK, '*')} aria-describedby={chosen}>
        <Label className={field.label ?? ''}>{words.silence.itsWords}</Label>
        <TextArea className={field.area ?? ''} rows={3} aria-readonly="true" onBeforeInput={(event) => event.preventDefault()} onSelect={(event) => select(event.currentTarget)} />
        <Text slot="description" className={field.help ?? ''}>{words.silence.selectWords}</Text>
      </TextField>
      {value.from < value.to && <p id={chosen} className={css.chosen} aria-live="polite"><q>{value.quote.replaceAll(FOOTNOTE_MARK, '')}</q> <Button small kind="quiet" onPress={() => onChange({ ...WHOLE_TEXT, block: block.id })}>{words.silence.wholeParagraph}</Button></p>}
    </div>
  )
}

function excerptOf({ content }: Block): string {
  const said = contentWords(content)
  return said.length > EXCERPT ? `${said.slice(0, EXCERPT).trimEnd()}…` : said
}
