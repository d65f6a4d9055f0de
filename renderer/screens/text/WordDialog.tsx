/** The changes that several people tracked in a Word file: whose delegation each is, what each asks for, and what was not understood, before anything is signed. */
import { useMemo } from 'react'
import type { Delegation as Code } from '../../../shared/base/delegations.ts'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { baseOf, type Base } from '../../../shared/text/claims.ts'
import { namelessAuthors } from '../../../shared/ipc/onBehalf.ts'
import { previewOf } from '../../../shared/text/preview.ts'
import { revLabel } from '../../../shared/text/revision.ts'
import { Button } from '../../components/Button.tsx'
import { Buttons, Choose } from '../../components/Choice.tsx'
import { Delegation, Delegations } from '../../components/Delegation.tsx'
import { delegationOptions } from '../../components/delegationOptions.tsx'
import { Dialog } from '../../components/Dialog.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import { words } from '../../messages/words.ts'
import { quoteOf } from './CommentsRail.tsx'
import { Excerpt } from './Excerpt.tsx'
import { useWordFile, type Author } from './useWordFile.ts'
import css from './word.module.css'

export function WordDialog({ dossier, text, revision, onClose }: { dossier: DossierId; text: TextId; revision: Revision; onClose: () => void }) {
  const { file, named, name, signed, done, choose, handIn, running, refused } = useWordFile({ dossier, text, rev: revision.rev })
  const base = useMemo(() => baseOf(revision.document), [revision.document])
  const asking = (file?.authors ?? []).filter(({ suggestions, comments }) => suggestions.length + comments.length > 0)
  const left = asking.filter(({ author }) => !signed.has(author))
  const nameless = namelessAuthors(left, named)
  const cannot = file === null ? words.wordIn.chooseFirst : nameless.length > 0 ? words.wordIn.unnamed(nameless.map(called)) : null
  return (
    <Dialog wide open onClose={onClose} title={words.wordIn.title(revLabel(revision.rev))} action={done ? undefined : <Button kind="primary" onPress={handIn} running={running} cannot={cannot}>{words.wordIn.handIn(countOf(left), commentsOf(asking))}</Button>}>
      <p>{words.wordIn.body}</p>
      <Buttons><Button onPress={choose} running={running}>{file === null ? words.wordIn.choose : words.wordIn.another}</Button>{file !== null && <span className={css.file}>{file.label}</span>}</Buttons>
      <Refused refusal={refused} />
      {done && <Notice kind="done"><strong>{words.wordIn.done(countOf(asking), commentsOf(asking))}</strong> <Delegations codes={asking.flatMap(({ author }) => named.get(author) ?? [])} /> {words.wordIn.doneMeans}</Notice>}
      {file !== null && file.notes.length > 0 && <Notes notes={file.notes} />}
      {file !== null && (
        <ul className={css.authors} aria-label={words.wordIn.authors}>
          {file.authors.map((one) => <AuthorRow key={one.author} one={one} document={revision.document} base={base} code={named.get(one.author) ?? null} signed={done || signed.has(one.author)} onName={(code) => name(one.author, code)} />)}
        </ul>
      )}
    </Dialog>
  )
}

function AuthorRow({ one, document, base, code, signed, onName }: { one: Author; document: TextDocument; base: Base; code: Code | null; signed: boolean; onName: (code: Code) => void }) {
  const author = called(one.author)
  const asks = one.suggestions.length + one.comments.length > 0
  return (
    <li className={css.author}>
      <div className={css.who}>
        <p><strong className={css.name}>{author}</strong> <span className={css.count}>{words.wordIn.count(one.suggestions.length, one.comments.length)}</span></p>
        {signed && code !== null ? <p>{words.wordIn.handedIn} <Delegation code={code} named /></p>
          : asks && <Choose label={words.wordIn.delegationOf(author)} options={delegationOptions} value={code} onChange={onName} nothing={words.wordIn.pick} />}
      </div>
      {asks && (
        <div className={css.asks} role="group" aria-label={words.wordIn.suggestionsOf(author)} tabIndex={0}>
          {one.suggestions.map(({ amendments }, at) => <div key={at} className={css.asked}><Excerpt preview={previewOf(base, amendments)} /></div>)}
          {one.comments.map(({ words: said, place }, at) => <div key={`comment ${at}`} className={css.asked}><p className={css.count}>{words.wordIn.commentOn(quoteOf(document, place))}</p><p>{said}</p></div>)}
        </div>
      )}
    </li>
  )
}

function Notes({ notes }: { notes: readonly string[] }) {
  return (
    <div className={css.unread}>
      <Notice kind="warned"><strong>{words.wordIn.notes(notes.length)}</strong></Notice>
      <ul className={css.notes}>{notes.map((note, at) => <li key={at}>{note}</li>)}</ul>
    </div>
  )
}

function called(author: string): string {
  return author.trim() === '' ? words.wordIn.nobody : author
}

function commentsOf(authors: readonly Author[]): number {
  return authors.reduce((sum, { comments }) => sum + comments.length, 0)
}

function countOf(authors: readonly Author[]): number {
  return authors.reduce((sum, { suggestions }) => sum + suggestions.length, 0)
}
