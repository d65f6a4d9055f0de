/** Suggesting changes: one types in the text, and every change becomes a suggestion that one can explain, withdraw or hand in. */
import { useCallback, useMemo, useRef, useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import type { Refusal } from '../../../shared/ipc/refusal.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { drafts, type DraftPlace } from '../../app/drafts.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useKeeping, useKeptDraft, type KeptDraft } from '../../app/useDraft.ts'
import { Button } from '../../components/Button.tsx'
import { Await, Head } from '../../components/Screen.tsx'
import { pendingSuggestions, withoutSuggestion } from '../../editor/pending.ts'
import { SuggestionEditor, type EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import { HandInDialog } from './HandInDialog.tsx'
import { PendingRail } from './PendingRail.tsx'
import css from './suggest.module.css'
import { Tools } from './Tools.tsx'

type Kept = KeptDraft<'suggestions'>

/** `rev` null is the latest; an earlier one is asked for only by what was typed on it and not handed in. */
export function Suggest({ dossier, text, rev }: { dossier: DossierId; text: TextId; rev: number | null }) {
  const shown = useAnswer('text.show', { dossier, text, rev, comparedWith: null })
  return <Await answer={shown}>{({ revision, revs }) => <SuggestOn key={revision.event} dossier={dossier} text={text} revision={revision} latest={Math.max(...revs.map((one) => one.rev))} />}</Await>
}

interface On {
  readonly dossier: DossierId
  readonly text: TextId
  readonly revision: Revision
  /** The number of the latest REV. */
  readonly latest: number
}

function SuggestOn(on: On) {
  const place = { dossier: on.dossier, text: on.text, rev: on.revision.rev, kind: 'suggestions' } as const
  const kept = useKeptDraft(place)
  return <Await answer={kept}>{(before) => <SuggestHere {...on} before={before} />}</Await>
}

function SuggestHere({ dossier, text, revision, latest, before }: On & { before: Kept }) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const base = useMemo(() => normalizeDocument(revision.document), [revision])
  const number = documentNumber(revision.cover, revision.rev)
  const editor = useRef<EditorHandle>(null)
  const draft = usePending(base, { dossier, text, rev: revision.rev, kind: 'suggestions' }, before)
  const successor = latest > revision.rev ? revLabel(latest) : null
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
        does={<><Button onPress={leave}>{words.suggest.backToText}</Button><Button kind="primary" onPress={() => setHanding(true)} cannot={count === 0 ? words.suggest.nothingYet : successor === null ? null : words.suggest.notLatest(successor)}>{words.suggest.handIn(count)}</Button></>} />
      <Tools editor={editor} />
      <div className={css.bench}>
        <section className={css.paper} aria-label={words.suggest.paper} tabIndex={0}>
          <article className={css.sheet} lang="en-GB"><SuggestionEditor label={words.suggest.editorLabel(number)} base={base} initial={draft.initial} rev={revision.rev} onChange={draft.change} handle={editor} /></article>
        </section>
        <PendingRail base={base} suggestions={draft.suggestions} keptAtUtcMs={draft.keptAtUtcMs} unkept={draft.unkept} successor={successor} onReason={draft.reason} onWithdraw={withdraw} />
      </div>
      {handing && <HandInDialog dossier={dossier} text={text} revision={revision} base={base} current={draft.current()} suggestions={draft.suggestions} onClose={() => setHanding(false)}
        onDone={() => { draft.forget(); leave() }} />}
    </>
  )
}

interface Pending {
  readonly initial: TextDocument
  readonly suggestions: readonly Suggestion[]
  /** When the vault took what the screen opened with. */
  readonly keptAtUtcMs: number | null
  /** Why what was typed last is not in the vault. */
  readonly unkept: Refusal | null
  current(): TextDocument
  change(document: TextDocument): void
  reason(at: number, reason: string): void
  forget(): void
}

/** What is being typed, and the suggestions it amounts to. Every change goes on its way to the vault. */
function usePending(base: TextDocument, place: DraftPlace, before: Kept): Pending {
  const [opened] = useState(before)
  const [here] = useState(place)
  const initial = opened.content?.document ?? base
  const latest = useRef(initial)
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>(opened.content?.suggestions ?? [])
  const unkept = useKeeping(here)
  const known = useRef(suggestions)
  const keep = useCallback((next: readonly Suggestion[]) => {
    known.current = next
    setSuggestions(next)
    if (next.length === 0) drafts.forget(here)
    else drafts.change(here, { kind: 'suggestions', document: latest.current, suggestions: [...next] })
  }, [here])
  const change = useCallback((document: TextDocument) => {
    latest.current = document
    keep(pendingSuggestions(base, document, known.current))
  }, [base, keep])
  const reason = useCallback((at: number, said: string) => {
    keep(known.current.map((one, nth) => (nth === at ? { ...one, reason: said === '' ? null : said } : one)))
  }, [keep])
  const forget = useCallback(() => drafts.forget(here), [here])
  return { initial, suggestions, keptAtUtcMs: opened.keptAtUtcMs, unkept, current: () => latest.current, change, reason, forget }
}
