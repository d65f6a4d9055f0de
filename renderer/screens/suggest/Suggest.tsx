/** Suggesting changes: one types in the text, and every change becomes a suggestion that one can explain, withdraw or hand in. */
import { startTransition, useCallback, useMemo, useRef, useState } from 'react'
import type { DossierId, TextId } from '../../../shared/base/identifiers.ts'
import type { Revision } from '../../../shared/dossier/state.ts'
import { refusal, type Refusal } from '../../../shared/ipc/refusal.ts'
import type { CarriedSuggestion } from '../../../shared/ipc/negotiationMethods.ts'
import type { Suggestion } from '../../../shared/text/amendment.ts'
import { applyAmendments } from '../../../shared/text/apply.ts'
import type { TextDocument } from '../../../shared/text/document.ts'
import { normalizeDocument } from '../../../shared/text/normalize.ts'
import { numberLabels } from '../../../shared/text/numbering.ts'
import { documentNumber, revLabel } from '../../../shared/text/revision.ts'
import { drafts, type DraftPlace } from '../../app/drafts.ts'
import { useHouse } from '../../app/house.ts'
import { useOnScreen } from '../../app/onScreen.ts'
import { useAnswer } from '../../app/useAnswer.ts'
import { useKeeping, useKeptDraft, type KeptDraft } from '../../app/useDraft.ts'
import { Await } from '../../components/Screen.tsx'
import { Notice } from '../../components/Notice.tsx'
import { Refused } from '../../components/Refused.tsx'
import type { FootnoteHere } from '../../editor/footnotes.ts'
import { pendingSuggestions, withoutSuggestion, withSuggestions } from '../../editor/pending.ts'
import { SuggestionEditor, type EditorHandle } from '../../editor/SuggestionEditor.tsx'
import { words } from '../../messages/words.ts'
import { CarriedRail } from './CarriedRail.tsx'
import { FootnoteDialog } from './FootnoteDialog.tsx'
import { HandInDialog } from './HandInDialog.tsx'
import { PendingRail } from './PendingRail.tsx'
import css from './suggest.module.css'
import { SuggestHead } from './SuggestHead.tsx'
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
  const base = useMemo(() => normalizeDocument(on.revision.document), [on.revision])
  return <Await answer={kept}>{(before) => <SuggestReopened {...on} base={base} before={before} />}</Await>
}

/** What was kept fits its REV, or nothing is shown that a key would keep in its place. */
function SuggestReopened(opened: Omit<Opened, 'initial'>) {
  const { base, revision, before } = opened
  const [initial] = useState(() => withSuggestions(base, revision.rev, before.content?.suggestions ?? []))
  return initial === null ? <Refused refusal={refusal('amendment-misplaced')} /> : <SuggestHere {...opened} initial={initial} />
}

interface Opened extends On {
  readonly base: TextDocument
  readonly before: Kept
  /** The text with what was kept. */
  readonly initial: TextDocument
}

function SuggestHere({ dossier, text, revision, latest, base, before, initial }: Opened) {
  const { go, dossiers } = useHouse()
  const about = dossiers.find((one) => one.dossier === dossier)
  const number = documentNumber(revision.cover, revision.rev)
  const editor = useRef<EditorHandle>(null)
  const draft = usePending(base, initial, { dossier, text, rev: revision.rev, kind: 'suggestions' }, before)
  const successor = latest > revision.rev ? revLabel(latest) : null
  const [handing, setHanding] = useState(false)
  const [footnote, setFootnote] = useState<FootnoteHere | null>(null)
  const [refused, setRefused] = useState(false)
  const carried = useAnswer('text.carry', successor === null && revision.rev > 0 ? { dossier, text } : null)
  const offered = carried.state === 'here' ? carried.value.carried : []
  const [clashing, setClashing] = useState<string | null>(null)
  const labels = useMemo(() => numberLabels(base), [base])
  const change = (document: TextDocument) => {
    setRefused(false)
    draft.change(document)
  }
  const askAgain = (one: CarriedSuggestion) => {
    const next = applyAmendments(base, revision.rev + 1, [...draft.suggestions.map((pending) => pending.amendments), one.amendments])
    setClashing(next.ok ? null : one.suggestion)
    if (!next.ok) return
    draft.expect({ amendments: one.amendments, reason: one.reason })
    editor.current?.replace(next.value)
  }
  const withdraw = (at: number) => {
    const rest = withoutSuggestion(base, revision.rev, draft.suggestions, at)
    if (rest !== null) editor.current?.replace(rest)
  }
  const leave = useCallback(() => go({ at: 'text', dossier, text }), [go, dossier, text])
  const toDossier = useCallback(() => go({ at: 'dossier', dossier }), [go, dossier])
  const handIn = useCallback(() => setHanding(true), [])
  useOnScreen({ marking: about?.marking ?? null, exercise: about?.exercise === true, left: number, right: words.suggest.notSent })
  return (
    <>
      <SuggestHead dossier={about?.title ?? words.frame.sections.dossiers} number={number} count={draft.suggestions.length} successor={successor} onDossier={toDossier} onText={leave} onHandIn={handIn} />
      <Tools editor={editor} text={base} onFootnote={setFootnote} />
      {refused && <div className={css.refused}><Notice kind="warned">{words.suggest.refused}</Notice></div>}
      <div className={css.bench}>
        <section className={css.paper} aria-label={words.suggest.paper} tabIndex={0}>
          <article className={css.sheet} lang="en-GB"><SuggestionEditor label={words.suggest.editorLabel(number)} base={base} initial={initial} rev={revision.rev} onChange={change} onRefused={() => setRefused(true)} onFootnote={setFootnote} handle={editor} /></article>
        </section>
        <PendingRail base={base} suggestions={draft.suggestions} keptAtUtcMs={draft.keptAtUtcMs} unkept={draft.unkept} successor={successor} onReason={draft.reason} onWithdraw={withdraw}>
          <CarriedRail carried={offered} labels={labels} again={askedAgain(offered, draft.suggestions)} clashing={clashing} onAgain={askAgain} />
        </PendingRail>
      </div>
      {footnote !== null && <FootnoteDialog runs={footnote.runs} isNew={footnote.at === null} onClose={() => setFootnote(null)} onPut={(runs) => { editor.current?.putFootnote(footnote.at, runs); setFootnote(null) }} />}
      {handing && <HandInDialog dossier={dossier} text={text} revision={revision} base={base} current={draft.current()} suggestions={draft.suggestions} onClose={() => setHanding(false)}
        onDone={() => { draft.forget(); leave() }} />}
    </>
  )
}

/** What is offered and stands among the suggestions in preparation, word for word. */
function askedAgain(offered: readonly CarriedSuggestion[], suggestions: readonly Suggestion[]): ReadonlySet<string> {
  const pending = new Set(suggestions.map((one) => JSON.stringify(one.amendments)))
  return new Set(offered.filter((one) => pending.has(JSON.stringify(one.amendments))).map((one) => one.suggestion))
}

interface Pending {
  readonly suggestions: readonly Suggestion[]
  /** When the vault took what the screen opened with. */
  readonly keptAtUtcMs: number | null
  /** Why what was typed last is not in the vault. */
  readonly unkept: Refusal | null
  current(): TextDocument
  change(document: TextDocument): void
  reason(at: number, reason: string): void
  /** The next change brings this suggestion: its reason comes with it. */
  expect(suggestion: Suggestion): void
  forget(): void
}

/** What is being typed, and the suggestions it amounts to. Every change goes on its way to the vault. */
function usePending(base: TextDocument, initial: TextDocument, place: DraftPlace, before: Kept): Pending {
  const [opened] = useState(before)
  const [here] = useState(place)
  const latest = useRef(initial)
  const [suggestions, setSuggestions] = useState<readonly Suggestion[]>(opened.content?.suggestions ?? [])
  const unkept = useKeeping(here)
  const known = useRef(suggestions)
  const keep = useCallback((next: readonly Suggestion[]) => {
    known.current = next
    // The list follows when there is time: the key comes first.
    startTransition(() => setSuggestions(next))
    if (next.length === 0) drafts.forget(here)
    else drafts.change(here, { kind: 'suggestions', suggestions: [...next] })
  }, [here])
  const change = useCallback((document: TextDocument) => {
    latest.current = document
    keep(pendingSuggestions(base, document, known.current))
  }, [base, keep])
  const reason = useCallback((at: number, said: string) => {
    keep(known.current.map((one, nth) => (nth === at ? { ...one, reason: said === '' ? null : said } : one)))
  }, [keep])
  const expect = useCallback((suggestion: Suggestion) => { known.current = [...known.current, suggestion] }, [])
  const forget = useCallback(() => drafts.forget(here), [here])
  return { suggestions, keptAtUtcMs: opened.keptAtUtcMs, unkept, current: () => latest.current, change, reason, expect, forget }
}
