/** Suggesting changes: one types in the text, and every change becomes a suggestion that one can explain, withdraw or hand in. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { documentNumber } from '../../../shared/text/revision.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Head } from '../../components/Screen.tsx'
import { draftOf, forgetDraft, keepDraft } from '../../editor/drafts.ts'
import { pendingSuggestions, withoutSuggestion } from '../../editor/pending.ts'
import { SuggestionEditor, type EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import { HandInDialog } from './HandInDialog.tsx'
import { PendingRail } from './PendingRail.tsx'
import css from './suggest.module.css'
import { Tools } from './Tools.tsx'

export function Suggest({ dossier, text }: { dossier: DossierId; text: TextId }) {
  const shown = useAnswer('text.show', { dossier, text, rev: null, comparedWith: null })
  return <Await answer={shown}>{({ revision }) => <SuggestHere key={revision.event} dossier={dossier} text={text} revision={revision} />}</Await>
}

function SuggestHere({ dossier, text, revision }: { dossier: DossierId; text: TextId; revision: Revision }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const base = useMemo(() => normalizeDocument(revision.document), [revision])
  const number = documentNumber(revision.cover, revision.rev)
  const editor = useRef<EditorHandle>(null)
  const draft = usePending(base, text, revision.rev)
  const [handing, setHanding] = useState(false)
  const count = draft.suggestions.length
  const withdraw = (at: number) => {
    const rest = withoutSuggestion(base, revision.rev, draft.suggestions, at)
    if (rest !== null) editor.current?.replace(rest)
  }
  const leave = () => go({ at: 'text', dossier, text })
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.suggest.notSent })
  return (
    <>
      <Head crumb={<><button type="button" onClick={() => go({ at: 'dossier', dossier })}>{about?.title ?? words.frame.sections.dossiers}</button> / <button type="button" onClick={leave}>{number}</button></>}
        title={words.suggest.title(number)}
        does={<><Button onPress={leave}>{words.suggest.backToText}</Button><Button kind="primary" onPress={() => setHanding(true)} cannot={count === 0 ? words.suggest.nothingYet : null}>{words.suggest.handIn(count)}</Button></>} />
      <Tools editor={editor} />
      <div className={css.bench}>
        <section className={css.paper} aria-label={words.suggest.paper} tabIndex={0}>
          <article className={css.sheet} lang="en-GB"><SuggestionEditor label={words.suggest.editorLabel(number)} base={base} initial={draft.initial} rev={revision.rev} onChange={draft.change} handle={editor} /></article>
        </section>
        <PendingRail base={base} suggestions={draft.suggestions} onReason={draft.reason} onWithdraw={withdraw} />
      </div>
      {handing && <HandInDialog dossier={dossier} text={text} revision={revision} base={base} current={draft.current()} suggestions={draft.suggestions} onClose={() => setHanding(false)}
        onDone={() => { forgetDraft(text, revision.rev); leave() }} />}
    </>
  )
}

interface Pending {
  readonly initial: TextDocument
  readonly suggestions: readonly Suggestion[]
  current(): TextDocument
  change(document: TextDocument): void
  reason(at: number, reason: string): void
}

/** What is being typed, and the suggestions it amounts to. */
function usePending(base: TextDocument, text: TextId, rev: number): Pending {
  const [kept] = useState(() => draftOf(text, rev))
  const initial = kept?.document ?? base
  const latest = useRef(initial)
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>(kept?.suggestions ?? [])
  const change = useCallback((document: TextDocument) => {
    latest.current = document
    setSuggestions((before) => {
      const next = pendingSuggestions(base, document, before)
      keepDraft(text, rev, { document, suggestions: next })
      return next
    })
  }, [base, text, rev])
  const reason = useCallback((at: number, said: string) => setSuggestions((before) => {
    const next = before.map((one, place) => (place === at ? { ...one, reason: said === '' ? null : said } : one))
    keepDraft(text, rev, { document: latest.current, suggestions: next })
    return next
  }), [text, rev])
  return { initial, suggestions, current: () => latest.current, change, reason }
}
