/** Adding an entry, or wording one anew: the form of its kind, checked against the schema that everybody's fold reads it by. */
import * as v from 'valibot'
import type { Entry } from '../../../shared/dossier/state.ts'
import type { Marking } from '../../../shared/marking/marking.ts'
import { entryContentSchema, type EntryContent, type EntryKind } from '../../../shared/toolbox/entry.ts'
import { useForm } from '../../app/useForm.ts'
import { useTask } from '../../app/useTask.ts'
import { Button } from '../../components/Button.tsx'
import { Tick } from '../../components/Choice.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Field } from '../../components/Field.tsx'
import { KeptBefore } from '../../components/KeptBefore.tsx'
import { MarkingFields } from '../../components/MarkingFields.tsx'
import { Refused } from '../../components/Refused.tsx'
import { Note } from '../../components/Screen.tsx'
import { ask } from '../../engineClient.ts'
import { words } from '../../messages/words.ts'
import css from './case.module.css'
import type { CaseFile } from './caseFile.ts'
import { EntryField } from './EntryFields.tsx'
import { blank, FIELDS, type Draft } from '../../../shared/toolbox/entryFields.ts'
import { fieldName } from '../../../shared/toolbox/entryWords.ts'

export interface EntryDialogProps {
  readonly file: CaseFile
  readonly kind: EntryKind
  /** The entry that is worded anew; a new one where it is absent. */
  readonly entry?: Entry
  /** What is given by the place where it was begun, for example the note of an option. */
  readonly given?: Draft
  readonly onClose: () => void
}

interface Typed {
  readonly draft: Draft
  readonly marking: Marking | null
  readonly reason: string
}

export function EntryDialog({ file, kind, entry, given, onClose }: EntryDialogProps) {
  const form = useForm<Typed>(`entry/${file.state.dossier}/${kind}/${entry?.event ?? ''}/${JSON.stringify(given ?? null)}`, {
    draft: { ...blank(kind), ...entry?.content, ...given }, marking: entry?.marking ?? null, reason: '',
  })
  const { value: { draft, marking, reason }, change } = form
  const close = (): void => { form.finish(); onClose() }
  const task = useTask()
  const content = readContent(draft)
  const sign = (): void => {
    if (!content.ok) return
    const { dossier } = file.state
    void task.run(() => (entry === undefined
      ? ask('entry.add', { dossier, content: content.value, marking })
      : ask('entry.revise', { dossier, entry: entry.event, content: content.value, marking, reason })), close)
  }
  const cannot = content.ok ? (entry !== undefined && reason.trim() === '' ? words.caseFile.needsReason : null) : words.caseFile.needs(fieldName(words.entry, kind, content.key))
  const { name, add } = words.caseFile.kinds[kind]
  return (
    <Dialog form wide open onClose={close} title={entry === undefined ? add : words.caseFile.reviseTitle(name)}
      action={<Button kind="primary" onPress={sign} running={task.running} cannot={cannot}>{entry === undefined ? words.caseFile.save : words.caseFile.saveRevision}</Button>}>
      <div className={css.form}>
        <KeptBefore form={form} />
        {FIELDS[kind].map((field) => <EntryField key={field.key} kind={kind} field={field} draft={draft} file={file} onChange={(part) => change({ draft: { ...draft, ...part } })} />)}
        {entry !== undefined && <Field label={words.caseFile.reason} value={reason} onChange={(typed) => change({ reason: typed })} maxLength={2000} />}
        <Tick checked={marking !== null} onChange={(own) => change({ marking: own ? file.state.marking : null })}>{words.caseFile.ownMarking}</Tick>
        {marking !== null && <MarkingFields marking={marking} onChange={(next) => change({ marking: next })} />}
        <Note>{words.caseFile.signedAs}</Note>
        <Refused refusal={task.refused} />
      </div>
    </Dialog>
  )
}

/** Empty lines of a list are no items. `key` names the first field that is not as it should be. */
function readContent(draft: Draft): { ok: true; value: EntryContent } | { ok: false; key: string } {
  const parsed = v.safeParse(entryContentSchema, trimmed(draft))
  if (parsed.success) return { ok: true, value: parsed.output }
  return { ok: false, key: String(parsed.issues[0].path?.[0]?.key ?? '') }
}

function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(trimmed).filter((item) => item !== '' && !isEmptyItem(item))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, trimmed(item)]))
}

/** An indicator without a value is an empty line. */
function isEmptyItem(item: unknown): boolean {
  return typeof item === 'object' && item !== null && 'value' in item && item.value === ''
}
